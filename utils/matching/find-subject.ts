import { splitWords, type Word } from '../anchoring/words'

interface NamedSubject {
  subject: string
  isPerson: boolean
  /** The words that stand for it where they stand side by side: of a person the last name, which the whole one ends with. */
  words: string[]
}

/** A mention in the title says more of whom an article is about than one in its text. */
const titleCounts = 3

/**
 * Tells whose phones a sentence of an article is about, among the subjects that a dossier has: whom it names, else whom
 * the article names most. Null where the article names none of them: then it is about somebody else, or nobody can tell.
 * @param subjects as claims have them: "Angela Merkel", "French ministers"
 * @param story its words, in order
 */
export function createSubjectFinder(
  subjects: readonly string[],
  { title, story }: { title: string; story: readonly Word[] },
): (sentence: string) => string | null {
  const named = [...new Set(subjects)].map(readSubject)
  const inTitle = wordsOf(title)
  const inText = story.map(({ word }) => word)
  const counts = named
    .map(one => ({ one, count: titleCounts * countIn(one, inTitle) + countIn(one, inText) }))
    .filter(({ count }) => count > 0)
    // People before groups: "ministers" are named in articles about anybody.
    .sort((a, b) => Number(b.one.isPerson) - Number(a.one.isPerson) || b.count - a.count)
  const main = counts.find(({ one }) => one.isPerson)?.one.subject ?? null
  return sentence => {
    const words = wordsOf(sentence)
    const here = counts.filter(({ one }) => countIn(one, words) > 0)
    return here[0]?.one.subject ?? main
  }
}

const wordsOf = (text: string): string[] =>
  splitWords(text, [{ start: 0, end: text.length }]).map(({ word }) => word)

/** A person is written in capitals throughout, but for the small words in names. */
function readSubject(subject: string): NamedSubject {
  const words = wordsOf(subject)
  const last = words.at(-1) ?? ''
  const isPerson =
    last.length > 2 && /^\p{Lu}\S*(?: (?:\p{Lu}\S*|d[aei]|del|la|van|von|der|de))* \p{Lu}\S*$/u.test(subject)
  return { subject, isPerson, words: isPerson ? [last] : words }
}

/** How often a subject is named in a text of these words. */
function countIn({ words: wanted }: NamedSubject, words: readonly string[]): number {
  if (wanted.length === 0) return 0
  const last = wanted.length - 1
  // "Brenn's" is folded to "brenns".
  const isAt = (from: number): boolean =>
    wanted.every((each, at) => {
      const word = words[from + at]
      return word === each || (at === last && word === `${each}s`)
    })
  return words.filter((_, from) => isAt(from)).length
}
