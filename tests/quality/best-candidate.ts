import search from 'approx-string-match'
import type { Highlight } from '../../utils/model/highlight'
import type { Span } from '../../utils/model/span'

/** So much around a passage is looked at, as annotation tools save it. */
const context = 32
const mostErrors = 256

/** What each part of a candidate's score weighs. */
const share = { quote: 50, prefix: 20, suffix: 20, position: 2 }

/** How much of some words is in a stretch, 0..1. */
function likeness(text: string, words: string): number {
  if (words === '' || text === '') return 0
  const [best] = search(text, words, words.length).toSorted((a, b) => a.errors - b.errors)
  return best ? 1 - best.errors / words.length : 0
}

/**
 * The rule that other tools go by, as a measure for ours: what comes nearest to the words, with up to half as many errors as
 * they have letters, is the passage; of several the one whose surroundings and place fit best. Null where nothing is near enough.
 */
export function findBestCandidate(text: string, [quote, position]: Highlight['selectors']): Span | null {
  const { exact } = quote
  const found: { start: number; end: number; errors: number }[] = []
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1))
    found.push({ start, end: start + exact.length, errors: 0 })
  if (found.length === 0) found.push(...search(text, exact, Math.min(mostErrors, exact.length / 2)))
  const prefix = quote.prefix.slice(-context)
  const suffix = quote.suffix.slice(0, context)
  const score = ({ start, end, errors }: (typeof found)[number]): number =>
    share.quote * (1 - errors / exact.length) +
    share.prefix * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
    share.suffix * likeness(text.slice(end, end + suffix.length), suffix) +
    share.position * (position ? 1 - Math.abs(start - position.start) / text.length : 0)
  const [best] = found
    .map(candidate => ({ candidate, points: score(candidate) }))
    .sort((a, b) => b.points - a.points)
  return best ? { start: best.candidate.start, end: best.candidate.end } : null
}
