import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanJson } from '../../../utils/exchange/scan-json'
import { createJsonSplitter, type JsonPart } from '../../../utils/exchange/split-json'
import { depthLimit } from '../../../utils/exchange/weights'

const lists = ['claims', 'articles']

/** Reads a text cut at these places. */
function split(text: string, cuts: readonly number[] = []) {
  const splitter = createJsonSplitter(lists)
  const parts: JsonPart[] = []
  let fault: string | null = null
  const places = [...new Set([0, ...cuts.map(cut => cut % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  )
  for (const [index, from] of places.entries()) {
    const pushed = splitter.push(text.slice(from, places[index + 1] ?? from))
    parts.push(...pushed.parts)
    fault ??= pushed.fault
  }
  fault ??= splitter.end()
  return { parts, fault, splitter }
}

/** What `JSON.parse` makes of it, as parts. */
const partsOf = (value: Record<string, unknown>): JsonPart[] =>
  Object.entries(value).flatMap(([name, field]): JsonPart[] =>
    lists.includes(name) && Array.isArray(field)
      ? field.map((item, index) => ({ name, index, value: item }))
      : [{ name, index: null, value: field }],
  )

const arbitraryText = fc
  .record(
    {
      format: fc.string(),
      claims: fc.array(fc.jsonValue()),
      spotting: fc.jsonValue(),
      articles: fc.array(fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .chain(value =>
    fc.constantFrom(undefined, 1, '\t').map(indent => [JSON.stringify(value, null, indent), value] as const),
  )
const arbitraryCuts = fc.array(fc.nat(5_000), { maxLength: 20 })

describe('a JSON object in portions', () => {
  test('gives the same as JSON.parse, wherever it is cut', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryCuts, ([text], cuts) => {
        const { parts, fault } = split(text, cuts)
        expect(fault).toBeNull()
        expect(parts).toEqual(partsOf(JSON.parse(text)))
      }),
      { numRuns: 300 },
    )
  })

  test('refuses what breaks the grammar, and says the same place wherever it is cut', () => {
    fc.assert(
      fc.property(
        arbitraryText,
        fc.nat(2_000),
        fc.constantFrom('', '}', ',', '"', 'x', '[', '\\', '\n:'),
        arbitraryCuts,
        ([text], at, put, cuts) => {
          const place = at % (text.length + 1)
          const broken = `${text.slice(0, place)}${put}${put === '' ? '' : text.slice(place + 1)}`
          const whole = split(broken).fault
          expect(split(broken, cuts).fault).toBe(whole)
          expect(whole === null).toBe(scanJson(broken, depthLimit) === null)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    ['', 'the file is empty'],
    ['\uFEFF  ', 'the file is empty'],
    ['[1]', 'the file must be an object'],
    ['<rss/>', 'line 1, column 1: expected a value'],
    ['{"claims":[1,\n {"a": 1,}]}', 'line 2, column 10: expected a name in "quotes"'],
    ['{"claims":[1\n,2', 'line 2, column 3: the file ends too soon'],
    ['{"claims":[{"a":"b', 'line 1, column 19: the file ends inside a text'],
    ['{"claims":[1 2]}', 'line 1, column 14: expected , or ]'],
    ['{"claims":[1}', 'line 1, column 13: expected , or ]'],
    ['{"a":1x}', 'line 1, column 7: expected , or }'],
    ['{"a" 1}', 'line 1, column 6: expected : after the name'],
    ['{"a":', 'line 1, column 6: the file ends where a value was expected'],
    ['{"a":1', 'line 1, column 7: the file ends too soon'],
    ['{"a":1} {', 'line 1, column 9: more text after the end'],
    [`{"claims":[${'['.repeat(63)}`, 'line 1, column 74: nested more than 64 deep'],
  ])('%j: %s', (text, fault) => {
    expect(split(text).fault).toBe(fault)
    expect(
      split(
        text,
        [...text].map((_, at) => at),
      ).fault,
    ).toBe(fault)
  })

  test('knows that an empty list stood there', () => {
    const { splitter, parts } = split('{"claims":[], "x": {}}')
    expect(parts).toEqual([{ name: 'x', index: null, value: {} }])
    expect([splitter.hasSeen('claims'), splitter.hasSeen('articles')]).toEqual([true, false])
  })

  test('an entry that never ends is refused before it fills the memory', () => {
    const splitter = createJsonSplitter(lists)
    splitter.push('{"claims":["')
    let pushed = 0
    let fault: string | null = null
    while (fault === null && pushed < 10_000_000) {
      ;({ fault } = splitter.push('x'.repeat(100_000)))
      pushed += 100_000
    }
    expect(fault).toBe('line 1, column 12: this value is longer than anything of this format')
    expect(pushed).toBeLessThan(2_000_000)
  })

  test('a million entries take some seconds at most, and a portion at a time', () => {
    const item = `${JSON.stringify({ id: 'a', statement: 'x'.repeat(300) })},`
    const portion = item.repeat(500)
    const splitter = createJsonSplitter(lists)
    splitter.push('{"claims":[')
    const startMs = performance.now()
    let count = 0
    for (let n = 0; n < 100; n += 1) count += splitter.push(portion).parts.length
    expect(count).toBe(50_000)
    // A twentieth of a million; 0.2 s where it was measured.
    expect(performance.now() - startMs).toBeLessThan(3_000)
  })
})
