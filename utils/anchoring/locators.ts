import type { Locator } from '../model/dossier'
import { fingerprint } from '../model/fingerprint'
import type { NotPlaced } from '../model/reading'
import type { Span } from '../model/span'
import type { Word } from './words'

/** Every run of so many consecutive words in a text, by its fingerprint. */
export type Windows = Map<string, { words: number; span: Span }[]>

/**
 * Fingerprints all windows of the given numbers of words. Time grows with words × lengths: 2,000 words with the
 * starter dossier's 12 lengths are 24,000 windows (for the time that takes see tests/unit/anchoring).
 */
export function fingerprintWindows(words: readonly Word[], lengths: readonly number[]): Windows {
  const windows: Windows = new Map()
  const longestFirst = [...new Set(lengths)].filter(length => length > 0).sort((a, b) => b - a)
  for (const length of longestFirst) {
    for (let index = 0; index + length <= words.length; index += 1) {
      const first = words[index]
      const last = words[index + length - 1]
      if (!first || !last || first.stretch !== last.stretch) continue
      let text = first.word
      for (let next = index + 1; next < index + length; next += 1) text += ` ${words[next]?.word}`
      const hash = fingerprint(text)
      const found = { words: length, span: { start: first.start, end: last.end } }
      const same = windows.get(hash)
      if (same) same.push(found)
      else windows.set(hash, [found])
    }
  }
  return windows
}

/** Where a locator's passage stands; a passage that stands nowhere or twice is not placed: never guessed. */
export function placeLocator(windows: Windows, locator: Locator): Span | NotPlaced {
  const found = (windows.get(locator.hash) ?? []).filter(({ words }) => words === locator.words)
  const [only] = found
  if (!only) return 'absent'
  return found.length === 1 ? only.span : 'ambiguous'
}

/** Places locators in a text's words, in their order. */
export function findLocators(words: readonly Word[], locators: readonly Locator[]): (Span | NotPlaced)[] {
  const windows = fingerprintWindows(
    words,
    locators.map(locator => locator.words),
  )
  return locators.map(locator => placeLocator(windows, locator))
}
