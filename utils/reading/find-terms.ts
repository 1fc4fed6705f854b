import type { TermGroup } from '../model/dossier'

/** A group's words as they stand in a text: the group's id, and the words that were met, folded. */
export type FoundTerms = Map<string, Set<string>>

/** Finds the terms of all groups in one pass over a text. */
export type TermFinder = (text: string) => FoundTerms

interface Term {
  group: string
  words: string[]
  isPrefix: boolean
}

/**
 * The words of a text for matching: compatibility forms and accents folded away, lower case, runs of letters and digits.
 * "Erdoğan’s cell-phone" gives erdogan, s, cell, phone, so that a term needs one spelling only.
 * Scripts that put no space between words give whole clauses; terms of such languages are not found.
 */
export const foldWords = (text: string): string[] =>
  // Nearly all terms and most pages are plain ASCII, where there is nothing to fold: the gate starts cold on each page.
  plain.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    : (text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? [])

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
const plain = /^[\x00-\x7f]*$/

const folded = /^[a-z0-9]+( [a-z0-9]+)*$/

/**
 * Prepares the terms of a dossier. A term is filed under its first word, or, where that word is itself a prefix (`hack*`),
 * under the prefix; a word of the text is looked up whole and by each of its beginnings. So the time for a text
 * depends on its length and hardly on the number of terms.
 */
export function compileTerms(groups: TermGroup[]): TermFinder {
  const byWord = new Map<string, Term[]>()
  const byPrefix = new Map<string, Term[]>()
  for (const { id, terms } of groups) {
    for (const text of terms) {
      const isPrefix = text.endsWith('*')
      const bare = isPrefix ? text.slice(0, -1) : text
      // As nearly all terms are written they need no folding: the gate compiles them anew, and cold, on each page.
      const words = folded.test(bare) ? bare.split(' ') : foldWords(bare)
      const [first] = words
      if (first === undefined) continue
      const index = isPrefix && words.length === 1 ? byPrefix : byWord
      const filed = index.get(first) ?? []
      filed.push({ group: id, words, isPrefix })
      index.set(first, filed)
    }
  }
  return text => {
    const found: FoundTerms = new Map()
    const words = foldWords(text)
    words.forEach((word, at) => {
      const candidates = [...(byWord.get(word) ?? [])]
      for (let length = 1; length <= word.length; length++) {
        candidates.push(...(byPrefix.get(word.slice(0, length)) ?? []))
      }
      for (const term of candidates) {
        if (!standsAt(term, words, at)) continue
        const met = found.get(term.group) ?? new Set()
        met.add(words.slice(at, at + term.words.length).join(' '))
        found.set(term.group, met)
      }
    })
    return found
  }
}

const standsAt = (term: Term, words: string[], at: number): boolean =>
  term.words.every((word, i) => {
    const here = words[at + i]
    const isOpen = term.isPrefix && i === term.words.length - 1
    return here === word || (isOpen && here?.startsWith(word) === true)
  })
