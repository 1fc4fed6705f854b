import type { AttributedArticle, Attribution } from '../model/attribution'
import type { Span } from '../model/span'
import { sentenceWeights } from './weights'

/**
 * Who says a passage of an article: the attribution that more than half of it is part of, by what is said or by the
 * cue ("declined to comment"); of several the one that says least beside it, which is who is quoted. Null: the outlet.
 */
export function findVoice({ attributions }: AttributedArticle, passage: Span): Attribution | null {
  let narrowest: Attribution | null = null
  for (const attribution of attributions) {
    const { cue, content } = attribution
    const parts = cue ? [...content, cue] : content
    const within = lengthOf(parts.map(part => clip(part, passage)))
    if (within <= sentenceWeights.share * lengthOf([passage])) continue
    if (!narrowest || lengthOf(content) < lengthOf(narrowest.content)) narrowest = attribution
  }
  return narrowest
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)

const clip = (span: Span, { start, end }: Span): Span => ({
  start: Math.max(span.start, start),
  end: Math.min(span.end, end),
})
