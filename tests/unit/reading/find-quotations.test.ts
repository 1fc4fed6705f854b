import { describe, expect, test } from 'vitest'
import { findQuotations } from '../../../utils/reading/find-quotations'

const find = (text: string) =>
  findQuotations(text, [{ start: 0, end: text.length }]).map(({ span, goesOn }) => [
    text.slice(span.start, span.end),
    goesOn,
  ])

describe('quotations', () => {
  test.each([
    ['with curved marks', 'He said “no” and “never.”', ['“no”', '“never.”']],
    ['with straight marks', 'He said "no" and "never."', ['"no"', '"never."']],
    ['with two single marks', "He said ''no'' twice.", ["''no''"]],
    ['with single marks inside', '“She said ‘no,’ and left.”', ['“She said ‘no,’ and left.”']],
    ['closed with an opening mark by mistake', 'as “rapid“ and slow', ['“rapid“']],
    ['with apostrophes only', "It's the people's phone.", []],
    ['with inches', 'A 6" screen.', []],
    ['that only close', 'and left.” He sat down.', []],
  ])('%s', (_, text, expected) => {
    expect(find(text).map(([words]) => words)).toEqual(expected)
  })

  test('that are left open go on where the next paragraph opens anew', () => {
    expect(find('“One.\n“Two,” she said.')).toEqual([
      ['“One.', true],
      ['“Two,”', false],
    ])
  })

  test('that are left open by mistake end with their paragraph', () => {
    expect(find('“One.\nTwo, she said. “Three.”')).toEqual([
      ['“One.', false],
      ['“Three.”', false],
    ])
  })
})
