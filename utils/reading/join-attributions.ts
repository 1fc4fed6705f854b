import type { Span } from '../model/span'
import type { TaggedSpan } from './decode-tags'
import { joinWeights as weights } from './weights'

/** Source, cue and contents of one sentence that belong together. */
export interface JoinedParts {
  source: TaggedSpan | null
  cue: TaggedSpan
  contents: TaggedSpan[]
}

/** A sentence with what the joining looks at; all spans in units of the sentence. */
export interface TaggedSentence {
  text: string
  tagged: readonly TaggedSpan[]
  /** The quotations, or what of them lies in the sentence. */
  quotations: readonly Span[]
}

/** Cues whose source follows: "according to X", "in the words of X", "was warned by X". */
const pointsForward = /^(?:according to|per|in the (?:words|view|opinion) of)\b|\bby$/i

/**
 * Joins the parts of one sentence: each cue takes the source that costs least, or none where all cost too much; each
 * content goes to the cue that costs least. What stands between costs: words, other cues, the edge of a quotation.
 * One source may serve several cues ("said …, adding that …"); a content has one cue.
 * @returns every cue, in order, and the contents that no cue of the sentence takes.
 */
export function joinAttributions(sentence: TaggedSentence): { joined: JoinedParts[]; loose: TaggedSpan[] } {
  const ofPart = (part: TaggedSpan['part']) => sentence.tagged.filter(tagged => tagged.part === part)
  const joined = ofPart('cue').map((cue): JoinedParts => {
    const source = cheapest(ofPart('source'), source => costOfSource(sentence, source, cue), weights.noSource)
    return { source, cue, contents: [] }
  })
  const loose: TaggedSpan[] = []
  for (const content of ofPart('content')) {
    const taker = cheapest(joined, parts => costOfContent(sentence, content, parts), weights.noCue)
    if (taker) taker.contents.push(content)
    else loose.push(content)
  }
  return { joined, loose }
}

function costOfSource(
  sentence: TaggedSentence,
  { span: source }: TaggedSpan,
  { span: cue }: TaggedSpan,
): number {
  const isAfter = source.start >= cue.end
  const wantsAfter = pointsForward.test(sentence.text.slice(cue.start, cue.end))
  const wrongSide = isAfter ? weights.sourceAfter : weights.sourceBefore
  return (
    Math.log1p(countWords(sentence.text, source, cue)) * weights.sourceWord +
    countBetween(sentence, 'content', source, cue) * weights.sourceContent +
    (isAfter === wantsAfter ? 0 : wrongSide) +
    (areApart(sentence, source, cue) ? weights.quotation : 0)
  )
}

function costOfContent(
  sentence: TaggedSentence,
  { span: content }: TaggedSpan,
  { source, cue: { span: cue } }: JoinedParts,
): number {
  const isBefore = content.end <= cue.start
  const near = Math.min(
    countWords(sentence.text, content, cue),
    source ? countWords(sentence.text, content, source.span) : Infinity,
  )
  const isInQuotation = sentence.quotations.some(
    quotation => holds(quotation, cue) && !holds(quotation, content),
  )
  return (
    Math.log1p(near) * weights.contentWord +
    countBetween(sentence, 'cue', content, cue) * weights.contentCue +
    (isBefore ? weights.contentBefore : 0) +
    (isInQuotation ? weights.quotation : 0)
  )
}

/** The one that costs least, if that is less than what none costs; of equals the first. */
function cheapest<T>(choices: readonly T[], costOf: (choice: T) => number, none: number): T | null {
  let best: T | null = null
  let least = none
  for (const choice of choices) {
    const cost = costOf(choice)
    if (cost >= least) continue
    best = choice
    least = cost
  }
  return best
}

/** What lies between two spans; empty where they touch or overlap. */
const gapOf = (a: Span, b: Span): Span => ({ start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) })

function countWords(text: string, a: Span, b: Span): number {
  const { start, end } = gapOf(a, b)
  return start < end ? (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0
}

function countBetween({ tagged }: TaggedSentence, part: TaggedSpan['part'], a: Span, b: Span): number {
  const gap = gapOf(a, b)
  return tagged.filter(each => each.part === part && holds(gap, each.span)).length
}

/** Whether one stands in a quotation and the other does not: then they are not the same person's words. */
const areApart = ({ quotations }: TaggedSentence, a: Span, b: Span): boolean =>
  quotations.some(quotation => holds(quotation, a) !== holds(quotation, b))

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
