/**
 * Comparing words while runs of white space count alike, so that a page that is wrapped anew is the same page.
 * Nothing is copied: a text of 2 MB is compared where it stands.
 */

const isSpace = (unit: string | undefined) => unit !== undefined && /\s/.test(unit)

/** Where `words` end if they stand at `start`, else null. `words` begin and end with a letter, not a space. */
export function matchWhole(text: string, start: number, words: string): number | null {
  let at = start
  let i = 0
  while (i < words.length) {
    if (words.charCodeAt(i) === text.charCodeAt(at)) {
      i++
      at++
    } else if (isSpace(words[i]) && isSpace(text[at])) {
      i++
      at++
    } else if (isSpace(words[i]) && isSpace(words[i - 1])) {
      i++
    } else if (isSpace(text[at]) && isSpace(text[at - 1]) && at > start) {
      at++
    } else {
      return null
    }
  }
  return at
}

/** How many letters (units that are not white space) at the end of `context` stand right before `end`. */
export function matchBefore(text: string, end: number, context: string): number {
  return countAlike(text, end - 1, context, context.length - 1, -1)
}

/** How many letters at the start of `context` stand right behind `start`. */
export function matchAfter(text: string, start: number, context: string): number {
  return countAlike(text, start, context, 0, 1)
}

function countAlike(text: string, at: number, context: string, i: number, step: 1 | -1): number {
  let letters = 0
  for (;;) {
    const isGap = isSpace(context[i])
    while (isSpace(context[i])) i += step
    if (context[i] === undefined) return letters
    // Space at the passage's own edge may have come or gone; within the context words stay apart.
    if (letters > 0 && isGap !== isSpace(text[at])) return letters
    while (isSpace(text[at])) at += step
    if (context[i] !== text[at]) return letters
    letters++
    i += step
    at += step
  }
}

/** Whether `words`, which stand at `at`, stand nowhere else. */
export const isOnlyOne = (text: string, words: string, at: number): boolean =>
  text.indexOf(words) === at && text.indexOf(words, at + 1) < 0
