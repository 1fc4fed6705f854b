import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import { describe } from '../../../utils/anchoring/describe'
import { foldText } from '../../../utils/anchoring/fold-text'
import { resolve } from '../../../utils/anchoring/resolve'
import type { Span } from '../../../utils/model/span'
import { type EditedWord, editedWords } from '../../support/edited-words'

const textOf = (words: readonly EditedWord[]) => words.map(({ word }) => word).join(' ')

/** Which words of a text a span has a part of. */
function wordsIn(words: readonly EditedWord[], span: Span): EditedWord[] {
  let at = 0
  return words.filter(({ word }) => {
    const start = at
    at += word.length + 1
    return start < span.end && start + word.length > span.start
  })
}

function spanOf(words: readonly EditedWord[], from: number, to: number): Span {
  const start = textOf(words.slice(0, from)).length + (from > 0 ? 1 : 0)
  return { start, end: start + textOf(words.slice(from, to + 1)).length }
}

suite('random edits', () => {
  it('never put a highlight on other words than the passage’s without saying so', () => {
    const states = { exact: 0, moved: 0, changed: 0, lost: 0 }
    let elsewhere = 0
    fc.assert(
      fc.property(editedWords, ({ before, after, from, to }) => {
        const text = textOf(before)
        const now = textOf(after)
        const span = spanOf(before, from, to)
        const result = resolve(now, describe(text, span))
        states[result.state]++
        if (result.state === 'lost') {
          for (const place of result.places)
            expect(now.slice(place.span.start, place.span.end)).toBe(place.words)
          return
        }
        const there = wordsIn(after, result.span)
        const isThere = there.some(({ number }) => number >= from && number <= to)
        // Of what is said to be changed the reader sees old and new words.
        if (result.state === 'changed') elsewhere += isThere ? 0 : 1
        else expect(isThere).toBe(true)
        // Whole words, from the first letter to the last.
        expect(now.slice(result.span.start, result.span.end)).toBe(textOf(there))
        const isWhole = foldText(textOf(there)).folded === foldText(text.slice(span.start, span.end)).folded
        expect(result.state === 'changed').toBe(!isWhole)
        if (result.state === 'changed') expect(result.words).toBe(textOf(there))
      }),
      // Of 240,000 one was elsewhere: edits had moved all that stood around the passage to a copy of it.
      { numRuns: 2_000, seed: 6 },
    )
    expect(elsewhere).toBeLessThan(states.changed / 50)
    expect(Math.min(states.exact, states.moved, states.changed, states.lost)).toBeGreaterThan(40)
  })

  it('of one word in a passage is said, and the place is right', () => {
    fc.assert(
      fc.property(editedWords, fc.nat(), ({ before, from, to }, which) => {
        if (to - from < 7) return
        // A new first or last word is the passage's where something stands beside it, and here something may not.
        const at = from + 1 + (which % (to - from - 1))
        const after = before.map((each, index) => (index === at ? { ...each, word: 'quillon' } : each))
        const result = resolve(textOf(after), describe(textOf(before), spanOf(before, from, to)))
        if (result.state === 'lost') return
        expect(result).toMatchObject({ state: 'changed', span: spanOf(after, from, to) })
      }),
      { numRuns: 500 },
    )
  })
})
