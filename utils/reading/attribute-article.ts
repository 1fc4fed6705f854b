import type { AttributedArticle, Attribution } from '../model/attribution'
import type { TaggedPiece } from '../model/sentence-reading'
import type { Span } from '../model/span'
import type { Draft } from './carry-quotations'
import { completeBody } from './find-in-memory'
import { draftAttributions } from './draft-attributions'
import { findCarriers, findCited } from './find-carriers'
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
  const memory = rememberNames(text, sentences, nameOutlets(article.outlets, outlet), ({ start }) => isQuoted(start))
  for (const entity of memory.entities) {
    if (entity.affiliation) entity.affiliation = completeBody(memory, entity.affiliation, entity.mentions[0]?.span.end ?? 0)
  }
  const scene: Scene = { text, sentences, memory, heard: [], outlet, byline }
  const heardOf = new Map<Draft, Heard>()
  const attributions: Attribution[] = []
  for (const [index, draft] of drafts.entries()) {
    const outer = draft.isQuoted ? findOuter(drafts, index) : null
    const parent = outer ? (heardOf.get(outer) ?? null) : null
    const heard = hear(scene, draft, parent, isQuoted)
    scene.heard.push(heard)
    heardOf.set(draft, heard)
    attributions.push(toAttribution(draft, heard, parent, outlet))
  }
  return { attributions, bySentence: sayBySentence(text, sentences, drafts) }
}

/** The attribution in whose quoted words this one stands. */
function findOuter(drafts: readonly Draft[], index: number): Draft | null {
  const cue = drafts[index]?.cue
  if (!cue) return null
  const near = drafts.slice(Math.max(0, index - sentenceWeights.near), index + sentenceWeights.near)
  const holds = ({ content }: Draft) => content.some(({ start, end }) => start <= cue.start && cue.end <= end)
  return near.find(draft => draft.cue !== cue && !draft.isQuoted && holds(draft)) ?? null
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
  const before = voice.reasons.some(({ rule }) => rule === 'speaker_again' || rule === 'speaker_pronoun')
    ? scene.heard.findLast(heard => heard.voice.speaker.name === voice.speaker.name)
    : undefined
  // An unnamed source speaks to whom it spoke before: nobody else could know that it is the same.
  const inherited = voice.speaker.kind === 'anonymous' && carriers.length === 0 ? (before?.carriers ?? []) : carriers
  return { voice, at, sentence, carriers: inherited }
}

function toAttribution(draft: Draft, { voice, carriers }: Heard, parent: Heard | null, outlet: string): Attribution {
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
  return [...voice.reasons, carried === 'open' ? { rule: 'quotation_open', values: [] } : { rule: 'quotation_after', values: [] }]
}

/** For each sentence the attribution whose content is most of it; null where most of it is the outlet's own. */
function sayBySentence(text: string, sentences: readonly Span[], drafts: readonly Draft[]): (number | null)[] {
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
      const named = namesOf(drafts[part.index], sentence)
      const own = lettersIn(text, sentence) - named
      const said = lettersIn(text, { start: Math.max(part.span.start, sentence.start), end: Math.min(part.span.end, sentence.end) })
      // Who is quoted inside a quotation says less of the sentence than who quotes.
      const share = (said / Math.max(1, own)) * (part.isQuoted ? sentenceWeights.quoted : 1)
      if (share >= sentenceWeights.share && share > kept.share) best[at] = { index: part.index, share }
    }
  }
  return best.map(({ index }) => index)
}

/** How many letters of a sentence go to naming the source and the cue. */
function namesOf(draft: Draft | undefined, sentence: Span): number {
  return [draft?.source, draft?.cue].reduce(
    (sum, span) => sum + (span && span.start < sentence.end && span.end > sentence.start ? span.end - span.start : 0),
    0,
  )
}

const lettersIn = (text: string, { start, end }: Span): number => Math.max(0, text.slice(start, end).length)

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
