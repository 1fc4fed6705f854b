import type { Span } from '../model/span'

/** Places in the list: those in view, then those below, then those above, the nearest first. */
export function orderFrom(inView: Span | null, spans: readonly Span[]): number[] {
  const all = spans.map((_, index) => index)
  if (!inView) return all
  const first = spans.findIndex(({ end }) => end > inView.start)
  return first < 0 ? all.reverse() : [...all.slice(first), ...all.slice(0, first).reverse()]
}
