import type { TaggedPiece } from '../model/sentence-reading'
import type { Span } from '../model/span'
import { carryQuotations, type Draft } from './carry-quotations'
import { decodeTags, type TaggedSpan } from './decode-tags'
import { findQuotations, type Quotation } from './find-quotations'
import { joinAttributions } from './join-attributions'

/**
 * The attributions of an article with their parts, before it is known who the speakers are; in the order of their cues.
 * @param readings the tags of each sentence; missing where the model did not read it.
 */
export function draftAttributions(
  text: string,
  story: readonly Span[],
  sentences: readonly Span[],
  readings: readonly (readonly TaggedPiece[])[],
): { drafts: Draft[]; quotations: Quotation[] } {
  const quotations = findQuotations(text, story)
  const drafts: Draft[] = []
  let first = 0
  for (const [index, sentence] of sentences.entries()) {
    while ((quotations[first]?.span.end ?? Infinity) <= sentence.start) first++
    const inside: Span[] = []
    for (let at = first; (quotations[at]?.span.start ?? Infinity) < sentence.end; at++) {
      const span = quotations[at]?.span
      if (span) inside.push(shift(clip(span, sentence), -sentence.start))
    }
    const words = text.slice(sentence.start, sentence.end)
    const tagged = decodeTags(words, readings[index] ?? [])
    const { joined } = joinAttributions({ text: words, tagged, quotations: inside })
    for (const { source, cue, contents } of joined) {
      if (contents.length === 0) continue
      const sure = [cue, ...contents, ...(source ? [source] : [])].map(({ certainty }) => certainty)
      drafts.push({
        source: source && shift(source.span, sentence.start),
        cue: shift(cue.span, sentence.start),
        content: contents.map(({ span }: TaggedSpan) => shift(span, sentence.start)),
        sentence: index,
        isQuoted: inside.some(({ start, end }) => start <= cue.span.start && cue.span.end <= end),
        certainty: Math.min(...sure),
        carried: 'no',
      })
    }
  }
  carryQuotations(text, story, quotations, drafts)
  return { drafts, quotations }
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const clip = (span: Span, { start, end }: Span): Span => ({
  start: Math.max(span.start, start),
  end: Math.min(span.end, end),
})
