/** Where context before `end` begins: at a word from `least` units on, at `most` where no word begins. */
export function cutBefore(text: string, end: number, least: number, most: number): number {
  let at = end
  for (let units = 0; at > 0 && units < most && end - at < most * mostSpace; at--) {
    if (units >= least && isSpace(text, at - 1) && !isSpace(text, at)) return at
    if (!isSpace(text, at - 1) || !isSpace(text, at)) units++
  }
  return splitsPair(text, at) ? at + 1 : at
}

/** Where context from `start` on ends, likewise. */
export function cutAfter(text: string, start: number, least: number, most: number): number {
  let at = start
  for (let units = 0; at < text.length && units < most && at - start < most * mostSpace; at++) {
    if (units >= least && isSpace(text, at) && !isSpace(text, at - 1)) return at
    if (!isSpace(text, at) || !isSpace(text, at - 1)) units++
  }
  return splitsPair(text, at) ? at - 1 : at
}

/** Empty space between words is kept as it stands, up to so many times the words. */
const mostSpace = 8

const isSpace = (text: string, at: number) => /\s/.test(text[at] ?? '')

/** Whether `at` lies between the two halves of one character. */
export function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
