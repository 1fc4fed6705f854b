import type { Locator } from '../model/dossier'
import { fingerprint } from '../model/fingerprint'
import type { Span } from '../model/span'
import { fewestLocatorWords, mostLocatorWords } from './weights'
import { splitWords, type Word } from './words'

/**
 * A locator for a passage: the fewest of its first words, from six on, that stand nowhere else in the text. Null where
 * the passage has no words in it, or stands there twice as far as a locator reaches: it could not be told which is meant.
 * Time grows with the passage's words × the text's.
 * @param words of the story, in which locators are looked for
 */
export function makeLocator(words: readonly Word[], passage: Span): Locator | null {
  const first = words.findIndex(({ start }) => start >= passage.start)
  const inside = words.filter(({ start, end }) => start >= passage.start && end <= passage.end)
  const begins = words.flatMap(({ word }, index) => (word === inside[0]?.word ? [index] : []))
  const isAt = (from: number, length: number): boolean =>
    inside.slice(0, length).every(({ word }, offset) => {
      const other = words[from + offset]
      return other?.word === word && other.stretch === words[from]?.stretch
    })
  const longest = Math.min(inside.length, mostLocatorWords)
  for (let length = Math.min(fewestLocatorWords, inside.length); length <= longest; length += 1) {
    if (length === 0 || !isAt(first, length)) return null
    if (begins.filter(from => isAt(from, length)).length > 1) continue
    const text = inside.slice(0, length).map(({ word }) => word)
    return { words: length, hash: fingerprint(text.join(' ')) }
  }
  return null
}

/**
 * A locator for a passage of which nobody knows in what page it stands: all of its whole words, as far as a locator reaches,
 * since the more it has the fewer places it fits. Null where it has no words.
 * @param text what is known of the page: the passage, and what stands around it
 */
export function makeLoneLocator(text: string, passage: Span): Locator | null {
  const inside = splitWords(text, [{ start: 0, end: text.length }])
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .slice(0, mostLocatorWords)
    .map(({ word }) => word)
  return inside.length === 0 ? null : { words: inside.length, hash: fingerprint(inside.join(' ')) }
}
