import type { Span } from '../model/span'

/** A letter as the model's vocabulary knows it (lower case, without marks), and the character it was made from. */
export interface Letter {
  letter: string
  origin: Span
}

/** What stands for nothing: controls, what Unicode calls format, what has no meaning; tab and line feeds are spaces. */
const isDropped = (char: string): boolean =>
  char === '\ufffd' || /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(char)
const isSpace = (char: string): boolean => /\p{White_Space}/u.test(char)
/** Signs stand by themselves: all of ASCII's, and what Unicode calls punctuation. */
const isSign = (char: string): boolean => /[!-/:-@[-`{-~\p{P}]/u.test(char)
/** Characters of Chinese stand by themselves: the blocks that BERT's own tokenizer names. */
const isChinese = (char: string): boolean =>
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(
    char,
  )

const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f

/** A character in lower case, taken apart, without the marks upon it: none, one or more letters. */
function foldChar(char: string): string[] {
  const bare = char.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
  return [...bare].flatMap(each => [...each.toLowerCase()])
}

/**
 * The words of a sentence as the model's tokenizer splits it (BERT, lower case; Devlin and others 2019): by spaces, each
 * sign a word of its own. One after the other, so that of a text without end no more is looked at than is taken.
 */
export function* splitWords(sentence: string): Generator<Letter[]> {
  let word: Letter[] = []
  for (let at = 0; at < sentence.length; ) {
    const code = sentence.codePointAt(at) ?? 0
    const char = String.fromCodePoint(code)
    const origin = { start: at, end: at + char.length }
    at = origin.end
    if (!isPlain(code)) {
      if (isDropped(char)) continue
      if (isSpace(char)) {
        if (word.length > 0) yield word
        word = []
        continue
      }
    }
    const isAlone = isPlain(code) ? isSign(char) : isChinese(char)
    for (const letter of isPlain(code) ? [char.toLowerCase()] : foldChar(char)) {
      if (!isAlone && !isSign(letter)) {
        word.push({ letter, origin })
        continue
      }
      if (word.length > 0) yield word
      word = []
      yield [{ letter, origin }]
    }
  }
  if (word.length > 0) yield word
}
