import type { TermGroup } from '../model/dossier'
import type { FiledTerm, TermIndex } from '../model/page-facts'

/** A group's words as they stand in a text: the group's id, and the words that were met, folded. */
export type FoundTerms = Map<string, Set<string>>

/** Finds the terms of all groups in one pass over a text. */
export type TermFinder = (text: string) => FoundTerms

/**
 * The words of a text for matching: compatibility forms and accents folded away, lower case, runs of letters and digits.
 * "Erdoğan’s cell-phone" gives erdogan, s, cell, phone, so that a term needs one spelling only.
 * Scripts that put no space between words give whole clauses; terms of such languages are not found.
 */
export const foldWords = (text: string): string[] =>
  // Most pages are plain ASCII, where there is nothing to fold: the gate starts cold on each page.
  plain.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    : (text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? [])

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
const plain = /^[\x00-\x7f]*$/

/**
 * Files the terms of a dossier. A term stands under its first word, or, where that word is itself a prefix (`hack*`),
 * under the prefix; a word of the text is looked up whole and by each of its beginnings. So the time for a text
 * depends on its length and hardly on the number of terms. Plain JSON: the gate, which starts cold on each page, is
 * handed it ready.
 */
export function indexTerms(groups: TermGroup[]): TermIndex {
  const words = new Map<string, FiledTerm[]>()
  const prefixes = new Map<string, FiledTerm[]>()
  for (const { id, terms } of groups) {
    for (const text of terms) {
      const term = foldWords(text)
      const [first] = term
      if (first === undefined) continue
      const isPrefix = text.endsWith('*')
      const index = isPrefix && term.length === 1 ? prefixes : words
      index.set(first, [...(index.get(first) ?? []), [id, term, isPrefix]])
    }
  }
  return { words: Object.fromEntries(words), prefixes: Object.fromEntries(prefixes) }
}

/** Finds the terms of an index in texts. */
export const openTerms =
  ({ words, prefixes }: TermIndex): TermFinder =>
  text => {
    const found: FoundTerms = new Map()
    const here = foldWords(text)
    here.forEach((word, at) => {
      const candidates = lookUp(words, word).slice()
      for (let length = 1; length <= word.length; length++) {
        candidates.push(...lookUp(prefixes, word.slice(0, length)))
      }
      for (const [group, term, isPrefix] of candidates) {
        if (!standsAt(term, isPrefix, here, at)) continue
        const met = found.get(group) ?? new Set()
        met.add(here.slice(at, at + term.length).join(' '))
        found.set(group, met)
      }
    })
    return found
  }

/** The same in one step, for texts that are read more than once. */
export const compileTerms = (groups: TermGroup[]): TermFinder => openTerms(indexTerms(groups))

const none: FiledTerm[] = []

/** A page may well have a word like "constructor", which every object knows. */
const lookUp = (index: Record<string, FiledTerm[]>, word: string): FiledTerm[] =>
  Object.hasOwn(index, word) ? (index[word] ?? none) : none

const standsAt = (term: string[], isPrefix: boolean, words: string[], at: number): boolean =>
  term.every((word, i) => {
    const here = words[at + i]
    const isOpen = isPrefix && i === term.length - 1
    return here === word || (isOpen && here?.startsWith(word) === true)
  })
