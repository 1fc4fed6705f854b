import type { Span } from '../model/span'

/** So many are looked back at: what a paragraph is about is seldom farther. */
const most = 4

/** The words of those sentences of its own paragraph that stand before a sentence, in order; the nearest four. */
export function sentencesBefore(text: string, sentences: readonly Span[], index: number): string[] {
  const found: string[] = []
  let next = sentences[index]
  for (let at = index - 1; next && found.length < most; at -= 1) {
    const span = sentences[at]
    if (!span || text.slice(span.end, next.start).includes('\n')) break
    found.unshift(text.slice(span.start, span.end))
    next = span
  }
  return found
}
