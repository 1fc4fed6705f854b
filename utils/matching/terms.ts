import type { Spotting } from '../model/dossier'
import { compileTerms, foldWords } from '../reading/find-terms'
import { stemWord } from './stem-word'
import { stopWords } from './stop-words'

/** A term: the stem of a word, or a family of words as `@<id>`. Folded words hold letters and digits alone. */
export type Term = string

/** The terms of a text, each with the first of its words, folded: names and numbers stay, stop words go. */
export function findTerms(text: string): Map<Term, string> {
  const terms = new Map<Term, string>()
  for (const word of foldWords(text)) {
    if (stopWords.has(word)) continue
    const term = stemWord(word)
    if (!terms.has(term)) terms.set(term, word)
  }
  return terms
}

/** The terms of a text, families of words among them. */
export type TermReader = (text: string) => Map<Term, string>

/**
 * Reads terms as a dossier's topic groups words: "handset" and "phone" share a family where it says so. Families are the
 * groups that speak for the topic (in some rule of positive weight); a dossier that does not say how it is spotted has none.
 * A family's word is the first that was met.
 */
export function createTermReader(spotting: Spotting | null): TermReader {
  if (!spotting) return findTerms
  const speaking = new Set(spotting.rules.filter(({ weight }) => weight > 0).flatMap(({ all }) => all))
  const findFamilies = compileTerms(spotting.groups.filter(({ id }) => speaking.has(id)))
  return text => {
    const terms = findTerms(text)
    for (const [id, words] of findFamilies(text)) {
      const [first = id] = words
      terms.set(`@${id}`, first)
    }
    return terms
  }
}

/** Whether a term is a family of words: shared by much of a dossier, so nothing is looked up by it. */
export const isFamily = (term: Term): boolean => term.startsWith('@')
