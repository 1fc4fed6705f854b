import type { AttributedArticle, Attribution } from '../model/attribution'
import type { TaggedPiece } from '../model/sentence-reading'
import type { Span } from '../model/span'
import type { Draft } from './carry-quotations'
import { draftAttributions } from './draft-attributions'
import { findCarriers, findCited } from './find-carriers'
import { completeBody, findBefore } from './find-in-memory'
import { nameOutlets } from './name-outlets'
import { rememberNames } from './remember-names'
import { resolveSpeaker } from './resolve-speakers'
import type { Heard, Scene, Voice } from './voice'
import { sentenceWeights, speakerWeights } from './weights'

/** An article as it is read for who says what. */
export interface ArticleToAttribute {
  text: string
  /** The stretches of `text` that are the story. */
  story: readonly Span[]
  /** Its sentences, in order (see split-sentences). */
  sentences: readonly Span[]
  /** The reading model's tags of each sentence; of one that was not read, nothing. */
  readings: readonly (readonly TaggedPiece[])[]
  /** The outlet, and who wrote the article; '' where the page does not say. */
  outlet: string
  byline: string
  /** Names of outlets that are known from elsewhere, from a dossier say. */
  outlets: readonly string[]
}

/**
 * Who says what in an article, as far as the reading model's tags, the article's names and English can tell. In other
 * languages what the model finds comes out with its own words for the speaker. Time grows with the article's length.
 */
export function attributeArticle(article: ArticleToAttribute): AttributedArticle {
  const { text, story, sentences, readings, outlet, byline } = article
  const { drafts, quotations } = draftAttributions(text, story, sentences, readings)
  const isQuoted = makeIsInside(quotations.map(({ span }) => span))
  const memory = rememberNames(text, sentences, nameOutlets(article.outlets, outlet), isQuoted)
  for (const entity of memory.entities) {
    if (entity.affiliation)
      entity.affiliation = completeBody(memory, entity.affiliation, entity.mentions[0]?.span.end ?? 0)
  }
  const scene: Scene = { text, sentences, memory, heard: [], outlet, byline }
  const heardOf = new Map<Draft, Heard>()
  /** Who quotes is heard before who is quoted, wherever the names stand. */
  const hearOnce = (draft: Draft, index: number): Heard => {
    const known = heardOf.get(draft)
    if (known) return known
    const outer = draft.isQuoted ? findOuter(drafts, index) : null
    const parent = outer && hearOnce(outer.draft, outer.index)
    const heard = hear(scene, draft, parent, isQuoted)
    scene.heard.push(heard)
    heardOf.set(draft, heard)
    attributions[index] = toAttribution(draft, heard, parent, outlet)
    return heard
  }
  const attributions: Attribution[] = []
  for (const [index, draft] of drafts.entries()) hearOnce(draft, index)
  return { attributions, bySentence: sayBySentence(sentences, drafts) }
}

/** The attribution in whose quoted words this one stands. */
function findOuter(drafts: readonly Draft[], index: number): { draft: Draft; index: number } | null {
  const cue = drafts[index]?.cue
  if (!cue) return null
  const from = Math.max(0, index - sentenceWeights.near)
  const holds = ({ content }: Draft) => content.some(({ start, end }) => start <= cue.start && cue.end <= end)
  for (const [at, draft] of drafts.slice(from, index + sentenceWeights.near).entries()) {
    if (!draft.isQuoted && holds(draft)) return { draft, index: from + at }
  }
  return null
}

/** Whose voice an attribution is, and who carries it besides this outlet. */
function hear(scene: Scene, draft: Draft, parent: Heard | null, isQuoted: (at: number) => boolean): Heard {
  const { sentence, source, cue } = draft
  const at = (source ?? cue ?? draft.content[0])?.start ?? 0
  const voice = resolveSpeaker(scene, source, sentence, parent?.voice ?? null)
  const within = scene.sentences[sentence] ?? { start: at, end: at }
  const carriers = parent ? [] : findCarriers(scene, within, isQuoted)
  if (voice.speaker.kind === 'outlet') {
    const cited = findCited(scene.text, within)
    if (cited) {
      const behind = resolveSpeaker(scene, cited, sentence, null)
      return { voice: behind, at, sentence, carriers: [voice.speaker.name, ...carriers] }
    }
  }
  if (voice.speaker.kind !== 'anonymous' || carriers.length > 0) return { voice, at, sentence, carriers }
  // An unnamed source speaks to whom it spoke before: nobody else could know that it is the same.
  const before = voice.reasons.some(({ rule }) => rule === 'speaker_again' || rule === 'speaker_pronoun')
    ? scene.heard.findLast(heard => heard.voice.speaker.name === voice.speaker.name)
    : voice.reasons.some(({ rule }) => rule === 'speaker_partial')
      ? scene.heard.at(-1)
      : undefined
  return { voice, at, sentence, carriers: before?.carriers ?? findReporter(scene, within) }
}

/** "One adviser reportedly said": to the outlet that was named last. */
function findReporter(scene: Scene, within: Span): string[] {
  if (!/\breportedly\b/i.test(scene.text.slice(within.start, within.end))) return []
  const reporter = findBefore(scene.memory, within.start, ({ kind }) => kind === 'outlet')
  return reporter ? [reporter.entity.name] : []
}

function toAttribution(
  draft: Draft,
  { voice, carriers }: Heard,
  parent: Heard | null,
  outlet: string,
): Attribution {
  const outer = parent ? [parent.voice.speaker.name, ...parent.carriers] : []
  const chain = [voice.speaker.name, ...carriers, ...outer, outlet].filter(
    (name, index, all) => name !== '' && all.indexOf(name) === index,
  )
  return {
    source: draft.source,
    cue: draft.cue,
    content: draft.content,
    speaker: voice.speaker,
    chain,
    certainty: draft.certainty * voice.certainty * (draft.carried === 'after' ? speakerWeights.carried : 1),
    reasons: reasonsOf(draft, voice),
  }
}

function reasonsOf({ carried }: Draft, voice: Voice): Attribution['reasons'] {
  if (carried === 'no') return voice.reasons
  return [
    ...voice.reasons,
    carried === 'open' ? { rule: 'quotation_open', values: [] } : { rule: 'quotation_after', values: [] },
  ]
}

/** For each sentence the attribution whose content is most of it; null where most of it is the outlet's own. */
function sayBySentence(sentences: readonly Span[], drafts: readonly Draft[]): (number | null)[] {
  const parts = drafts
    .flatMap(({ content, isQuoted }, index) => content.map(span => ({ span, index, isQuoted })))
    .sort((a, b) => a.span.start - b.span.start)
  const best = sentences.map(() => ({ index: null as number | null, share: 0 }))
  let first = 0
  for (const part of parts) {
    while ((sentences[first]?.end ?? Infinity) <= part.span.start) first++
    for (let at = first; (sentences[at]?.start ?? Infinity) < part.span.end; at++) {
      const sentence = sentences[at]
      const kept = best[at]
      if (!sentence || !kept) continue
      const draft = drafts[part.index]
      const own = sentence.end - sentence.start - namingOf(draft, sentence)
      // Who is quoted inside a quotation says less of the sentence than who quotes, and nobody less than somebody.
      const weight =
        (part.isQuoted ? sentenceWeights.quoted : 1) * (draft?.source ? 1 : sentenceWeights.implicit)
      const share = (lengthIn(part.span, sentence) / Math.max(1, own)) * weight
      if (share >= sentenceWeights.share && share > kept.share) best[at] = { index: part.index, share }
    }
  }
  return best.map(({ index }) => index)
}

/** How much of a sentence goes to naming the source and to the cue, with what stands between them. */
function namingOf(draft: Draft | undefined, sentence: Span): number {
  const parts = [draft?.source, draft?.cue].flatMap(span => (span ? [span] : []))
  const start = Math.max(sentence.start, Math.min(...parts.map(span => span.start)))
  const end = Math.min(sentence.end, Math.max(...parts.map(span => span.end)))
  if (parts.length === 0 || end <= start) return 0
  const said = draft?.content.reduce((sum, span) => sum + lengthIn(span, { start, end }), 0) ?? 0
  return end - start - said
}

/** How much of a span lies in another. */
const lengthIn = (span: Span, { start, end }: Span): number =>
  Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))

/** Whether a place is in one of these stretches, which are in order. */
function makeIsInside(spans: readonly Span[]): (at: number) => boolean {
  return at => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return (spans[low]?.start ?? Infinity) <= at
  }
}
