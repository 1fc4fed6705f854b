import { splitWords } from '../anchoring/words'
import { fewestTitleWords } from './weights'

const fold = (title: string): string[] =>
  splitWords(title, [{ start: 0, end: title.length }]).map(({ word }) => word)

/**
 * Whether two titles are the same but for case and signs, and long enough to tell one article from another: "Live blog" is
 * the title of many.
 */
export function isSameTitle(a: string, b: string): boolean {
  const [first, second] = [fold(a), fold(b)]
  return first.length >= fewestTitleWords && first.join(' ') === second.join(' ')
}
