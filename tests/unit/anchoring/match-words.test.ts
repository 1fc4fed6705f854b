import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchAfter, matchBefore, matchWhole } from '../../../utils/anchoring/match-words'

const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'c'), { minLength: 1, maxLength: 8 })
const gap = fc.constantFrom(' ', '\n', '\u00a0', ' \n ')
const spread = (list: string[], gaps: string[]) =>
  list.map((word, at) => (at === 0 ? word : (gaps[at % gaps.length] ?? ' ') + word)).join('')
const gaps = fc.array(gap, { minLength: 1, maxLength: 3 })

describe('comparing words', () => {
  it('finds the same words whatever space is between them, and says where they end', () => {
    fc.assert(
      fc.property(words, gaps, gaps, (list, one, other) => {
        const text = `>> ${spread(list, other)} <<`
        expect(matchWhole(text, 3, spread(list, one))).toBe(text.length - 3)
      }),
    )
  })

  it('agrees with comparing tidied copies', () => {
    fc.assert(
      fc.property(words, words, gaps, gaps, (one, other, a, b) => {
        const isSame = other.slice(0, one.length - 1).join(' ') === one.slice(0, -1).join(' ')
        const isStart = isSame && (other[one.length - 1] ?? '').startsWith(one.at(-1) ?? '-')
        expect(matchWhole(spread(other, b), 0, spread(one, a)) !== null).toBe(isStart)
      }),
    )
  })

  it.each([
    ['one two', 'one two', 6],
    ['one  two', 'one\ntwo', 6],
    ['onetwo', 'one two', 3],
    ['one two', 'onetwo', 3],
    ['  one', 'one', 3],
    ['one', ' one two', 3],
    ['x', 'one', 0],
  ])('counts the letters of context: %j holds of %j', (text, context, expected) => {
    expect(matchAfter(text, 0, context)).toBe(expected)
    const turn = (part: string) => [...part].reverse().join('')
    expect(matchBefore(turn(text), text.length, turn(context))).toBe(expected)
  })
})
