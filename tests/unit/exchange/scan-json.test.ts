import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanJson } from '../../../utils/exchange/scan-json'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('scanJson', () => {
  test('takes what JSON.parse takes, and nothing else, however a text is spoilt', () => {
    const spoilt = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '0', ' '),
      )
      .map(([json, at, cut, put]) => {
        const place = at % (json.length + 1)
        return json.slice(0, place) + put + json.slice(place + cut)
      })
    let refused = 0
    fc.assert(
      fc.property(spoilt, text => {
        if (!isJson(text)) refused++
        expect(scanJson(text, 64) === null).toBe(isJson(text))
      }),
      { numRuns: 1000 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  test.each([
    ['{"a": 1,}', 8, 'expected a name in "quotes"'],
    ['{"a" 1}', 5, 'expected : after the name'],
    ['[1 2]', 3, 'expected , or ]'],
    ['[1,]', 3, 'expected a value'],
    ['[01]', 2, 'expected , or ]'],
    ['{"a": "b\nc"}', 8, 'a line break or control character stands inside a text'],
    ['["\u001f"]', 2, 'a line break or control character stands inside a text'],
    ['["\\x"]', 2, 'this \\ begins nothing that JSON knows'],
    ['["open', 6, 'the file ends inside a text'],
    ['[{"a":[1', 8, 'the file ends too soon'],
    ['{"a":', 5, 'the file ends where a value was expected'],
    ['{} {}', 3, 'more text after the end'],
    ['<!doctype html>', 0, 'expected a value'],
    ['NaN', 0, 'expected a value'],
  ])('%s', (text, offset, what) => {
    expect(scanJson(text, 64)).toEqual({ offset, what })
    expect(isJson(text)).toBe(false)
  })

  test('counts depth without depth of its own', () => {
    expect(scanJson('['.repeat(64) + ']'.repeat(64), 64)).toBeNull()
    expect(scanJson('['.repeat(65) + ']'.repeat(65), 64)).toEqual({
      offset: 64,
      what: 'nested more than 64 deep',
    })
    expect(scanJson('{"a":'.repeat(1_000_000), 64)?.what).toBe('nested more than 64 deep')
    expect(scanJson(`"${'a'.repeat(5_000_000)}"`, 64)).toBeNull()
  })
})
