import { splitWords } from '../anchoring/words'

/** Names of a subject that stand for it: all its words, and a person's last name. */
interface NamedSubject {
  subject: string
  phrases: string[][]
}

/** A mention in the title says more of whom an article is about than one in its text. */
const titleCounts = 3

/**
 * Tells whose phones a sentence of an article is about, among the subjects that a dossier has: whom it names, else whom
 * the article names most. Null where the article names none of them: then it is about somebody else, or nobody can tell.
 * @param subjects as claims have them: "Angela Merkel", "French ministers"
 */
export function createSubjectFinder(
  subjects: readonly string[],
  { title, text }: { title: string; text: string },
): (sentence: string) => string | null {
  const named = [...new Set(subjects)].map(readSubject)
  const inTitle = wordsOf(title)
  const inText = wordsOf(text)
  const counts = named
    .map(one => ({ one, count: titleCounts * countIn(one, inTitle) + countIn(one, inText) }))
    .filter(({ count }) => count > 0)
    // People before groups: "ministers" are named in articles about anybody.
    .sort((a, b) => Number(isPerson(b.one)) - Number(isPerson(a.one)) || b.count - a.count)
  const main = counts.find(({ one }) => isPerson(one))?.one.subject ?? null
  return sentence => {
    const words = wordsOf(sentence)
    const here = counts.filter(({ one }) => countIn(one, words) > 0)
    return here[0]?.one.subject ?? main
  }
}

const wordsOf = (text: string): string[] =>
  splitWords(text, [{ start: 0, end: text.length }]).map(({ word }) => word)

const isPerson = ({ phrases }: NamedSubject): boolean => phrases.length > 1

/** A person is written in capitals throughout, but for the small words in names. */
function readSubject(subject: string): NamedSubject {
  const words = wordsOf(subject)
  const last = words.at(-1) ?? ''
  const isName = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|d[aei]|del|la|van|von|der|de))* \p{Lu}\S*$/u.test(subject)
  return { subject, phrases: isName && last.length > 2 ? [words, [last]] : [words] }
}

function countIn({ phrases }: NamedSubject, words: readonly string[]): number {
  // The last name is in the whole name: each mention counts once.
  const shortest = phrases.at(-1) ?? []
  if (shortest.length === 0) return 0
  const last = shortest.length - 1
  // "Brenn's" is folded to "brenns".
  const isWord = (word: string | undefined, wanted: string, at: number): boolean =>
    word === wanted || (at === last && word === `${wanted}s`)
  return words.filter((_, from) => shortest.every((word, at) => isWord(words[from + at], word, at))).length
}
