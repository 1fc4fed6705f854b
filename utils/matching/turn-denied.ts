import type { JudgedQuestion } from './judge-sentence'
import { readingWeights } from './reading-weights'

/** Words that make what is denied a no. "Without" and "nothing but" are mostly about a part of it. */
const negative = /\b(?:not|never|nobody|no one|none|neither)\b|n['’]t\b/i

/**
 * What a sentence says in which somebody denies something. A reading model goes by the words that are denied, and seldom by
 * the one that denies: where it reads the same position with that word and without it, the position is turned. From no to
 * yes only where the words denied have a denial of their own, for what people deny is mostly said against them, and of that
 * many a "no" is read from the words alone. What bears on a question only with the rest of the sentence, "partly" and
 * "unknown" stay.
 * @param words those denied
 * @param denied what they say by themselves
 */
export function turnDenied(
  judged: readonly JudgedQuestion[],
  words: string,
  denied: readonly JudgedQuestion[],
): JudgedQuestion[] {
  const byQuestion = new Map(denied.map(each => [each.question, each]))
  return judged.map(said => {
    const alone = byQuestion.get(said.question)
    if (alone?.position !== said.position || alone.score < readingWeights.denied * said.score) return said
    if (said.position === 'yes') return { ...said, position: 'no', denied: words }
    return said.position === 'no' && negative.test(words) ? { ...said, position: 'yes', denied: words } : said
  })
}
