import type { Locator } from '../model/dossier'
import { beginHash, bytesOf, endHash, extendHash } from '../model/fingerprint'
import type { NotPlaced } from '../model/reading'
import type { Span } from '../model/span'
import type { Word } from './words'

/** Every run of so many consecutive words in a text, by its fingerprint. */
export type Windows = Map<string, { words: number; span: Span }[]>

const space = bytesOf(' ')

/**
 * Fingerprints all windows of the given numbers of words. Each begins where a word does and goes on from the shorter one
 * before it, so that the time grows with words × the longest length, and not with all lengths added up: 20,000 words
 * with twelve lengths are 240,000 windows (for the time that takes see tests/unit/anchoring).
 */
export function fingerprintWindows(words: readonly Word[], lengths: readonly number[]): Windows {
  const windows: Windows = new Map()
  const wanted = new Set(lengths)
  const longest = Math.max(0, ...lengths)
  const bytes = words.map(({ word }) => bytesOf(word))
  words.forEach((first, index) => {
    const hash = beginHash()
    for (let length = 1; length <= longest; length += 1) {
      const last = words[index + length - 1]
      if (last?.stretch !== first.stretch) break
      if (length > 1) extendHash(hash, space)
      extendHash(hash, bytes[index + length - 1] ?? space)
      if (!wanted.has(length)) continue
      const key = endHash(hash)
      const found = { words: length, span: { start: first.start, end: last.end } }
      const same = windows.get(key)
      if (same) same.push(found)
      else windows.set(key, [found])
    }
  })
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
