import SearchableMap from 'minisearch/SearchableMap'
import type { Highlight } from '../model/highlight'
import type { HighlightSearch, Match } from '../model/highlight-search'
import type { HighlightId } from '../model/ids'

/** Numbers of the highlights that have a word, as they were added. */
type Postings = number[]

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
const splitWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const wordsOf = ({ selectors: [{ exact }], note, tags, title, outlet }: Highlight): Set<string> =>
  new Set(splitWords([exact, note, ...tags, title, outlet].join('\n')))

/** How many letters may be other than typed. Of short words and of figures none: each is another word, or another year. */
const allowedTypos = (word: string): number =>
  /\p{N}/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2

/**
 * Full text of highlights: passages, notes, tags, titles, outlets. What was typed is a list of words; each must begin a
 * word of the highlight, or be nearly one.
 *
 * Nothing is weighed, since highlights are listed by time: so an index of words to highlights is enough, which takes a
 * tenth of the memory of one with frequencies and answers a single letter that 50,000 of 50,000 have in milliseconds.
 * MiniSearch's radix tree finds what begins with a word, and what is near it.
 */
export function createHighlightSearch(): HighlightSearch {
  const postings = new Map<string, Postings>()
  const tree = new SearchableMap<Postings>()
  const numbers = new Map<HighlightId, number>()
  let size = 0
  /** The words of the last search: one who types changes the last word alone. */
  let known = new Map<string, Uint8Array>()

  /** By the highlights' numbers: 2 where they have a word that begins so, 1 where they have one that is nearly so. */
  function findWord(word: string): Uint8Array {
    const hits = new Uint8Array(size)
    const typos = allowedTypos(word)
    if (typos > 0)
      for (const [found] of tree.fuzzyGet(word, typos).values()) for (const number of found) hits[number] = 1
    for (const found of tree.atPrefix(word).values()) for (const number of found) hits[number] = 2
    return hits
  }

  return {
    add(highlight) {
      known.clear()
      const number = size
      size += 1
      numbers.set(highlight.id, number)
      for (const word of wordsOf(highlight)) {
        const those = postings.get(word)
        if (those) those.push(number)
        else {
          const first = [number]
          postings.set(word, first)
          tree.set(word, first)
        }
      }
    },
    remove(id) {
      numbers.delete(id)
    },
    find(typed) {
      const words = new Set(splitWords(typed))
      if (words.size === 0) return null
      const rank = new Uint8Array(size).fill(2)
      const next = new Map<string, Uint8Array>()
      for (const word of words) {
        const hits = known.get(word) ?? findWord(word)
        next.set(word, hits)
        for (let number = 0; number < size; number += 1)
          rank[number] = Math.min(rank[number] ?? 0, hits[number] ?? 0)
      }
      known = next
      return id => (rank[numbers.get(id) ?? -1] ?? 0) as Match
    },
  }
}
