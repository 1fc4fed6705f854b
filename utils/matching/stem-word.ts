/**
 * A word's stem, so that "encrypted", "encrypts" and "encryption" are one term. Light on purpose: plurals, "-ed", "-ing"
 * and a few endings that make one kind of word of another; a wrong join costs more than a missed one. What comes out is
 * a key and no word. For folded English words (reading/find-terms); words with digits and short ones stay as they are.
 */
export function stemWord(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  let stem = singular(word)
  stem = stem.replace(/(?<=.{2})ied$/, 'y')
  stem = withoutVerbEnding(stem)
  stem = cut(stem, 'ly', 4)
  stem = cut(stem, 'ation', 4)
  stem = cut(stem, 'ion', 4)
  for (const ending of endings) {
    const shorter = cut(stem, ending, 4)
    if (shorter === stem) continue
    stem = shorter
    break
  }
  stem = stem.replace(/(?<=.{3})e$/, '')
  return stem.replace(/(?<=.{3})i$/, 'y')
}

const endings = ['ment', 'ness', 'ity', 'ance', 'ence', 'ive', 'ous', 'al', 'er', 'or']

/** Without `ending`, where at least so many letters are left. */
const cut = (word: string, ending: string, left: number): string =>
  word.length - ending.length >= left && word.endsWith(ending) ? word.slice(0, -ending.length) : word

const singular = (word: string): string =>
  word
    .replace(/(?<=.{2})ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/, '')
    .replace(/(?<=[^su])s$/, '')

/** "tapped" and "tapping" are "tap"; what has no vowel left ("red", "bring") had no such ending. */
function withoutVerbEnding(word: string): string {
  const bare = word.replace(/(?:ing|ed)$/, '')
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word
  return bare.replace(/([bdfgmnprt])\1$/, '$1')
}
