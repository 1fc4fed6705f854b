import { fingerprint } from '../../utils/model/fingerprint.ts'

/** Words by the dossier's rule (NFKC, lower case, no apostrophes, runs of letters and digits), written out anew. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The locator of a passage. */
export const locatorOf = (passage: string) => {
  const words = wordsOf(passage)
  return { words: words.length, hash: fingerprint(words.join(' ')) }
}

/** The passages that a sample page marks with `<!--claim:id-->…<!--/claim-->`, by claim id. */
export function readPassages(html: string): Map<string, string> {
  const passages = new Map<string, string>()
  for (const [, id, marked] of html.matchAll(/<!--claim:(\S+?)-->(.*?)<!--\/claim-->/gs)) {
    if (id && marked) passages.set(id, stripTags(marked))
  }
  return passages
}

/** The text of a sample page, crudely: they are written without entities. */
export const stripTags = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(em|a|time)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
