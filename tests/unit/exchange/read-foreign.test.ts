import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mayBeForeign, readForeign } from '../../../utils/exchange/read-foreign'
import { limits } from '../../../utils/model/limits'

const folder = new URL('../../fixtures/foreign/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const nowMs = Date.UTC(2031, 6, 1)
const madeMs = Date.UTC(2031, 4, 6, 7, 8, 9)

function taken(text: string) {
  const read = readForeign(text, nowMs)
  if (!read?.ok) throw new Error(read ? read.failure.detail : 'of no known shape')
  return read.value
}
const refusalOf = (text: string) => {
  const read = readForeign(text, nowMs)
  return read && !read.ok ? read.failure.detail : 'not refused'
}
const quoted = (exact: string, prefix = '', suffix = '') => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
]

describe('a file of another program', () => {
  test('is told by its shape', () => {
    const formats = readdirSync(folder)
      .toSorted()
      .map(name => [name, taken(fixture(name)).format])
    expect(formats).toEqual([
      ['annotations.jsonld', 'annotations'],
      ['hypothesis-export.json', 'hypothesis'],
      ['hypothesis-search.json', 'hypothesis'],
      ['obsidian-clipper-earlier.json', 'obsidian'],
      ['obsidian-clipper.json', 'obsidian'],
      ['readwise.csv', 'readwise'],
    ])
    for (const name of readdirSync(folder)) expect(mayBeForeign(fixture(name).slice(0, 200))).toBe(true)
  })

  test('of Hypothesis: words, surroundings, note, tags, times; what is no passage is refused with its place', () => {
    const { highlights, refused } = taken(fixture('hypothesis-export.json'))
    expect(highlights).toEqual([
      {
        id: expect.stringMatching(/^hypothesis-[0-9a-f]{16}$/),
        addresses: ['https://www.morgenpost.example/oranje-phones'],
        title: 'Two handsets in a safe',
        outlet: 'morgenpost.example',
        selectors: quoted(
          'the palace keeps two handsets in a safe',
          'Officials say that ',
          ' beside the office.',
        ),
        note: 'Compare with what the ministry said.',
        tags: ['Phones', 'to check'],
        colour: 'yellow',
        createdMs: madeMs + 123,
        modifiedMs: Date.UTC(2031, 4, 7, 10),
        anchoredMs: madeMs + 123,
        pageModified: null,
      },
    ])
    expect(refused).toEqual([
      {
        path: 'annotations[1].target',
        what: 'quotes no passage: this is a note on the whole page',
      },
      {
        path: 'annotations[2].references',
        what: 'this is an answer to another note, which has no passage of its own',
      },
      { path: 'annotations[3].uri', what: 'must be a web address (http or https)' },
      { path: 'annotations[4].created', what: '“2025-13-45T07:12:00.000000+00:00” is no time' },
    ])
  })

  test('of Readwise: kept by its title, since it names no address', () => {
    const { highlights, refused, undated } = taken(fixture('readwise.csv'))
    expect(highlights).toMatchObject([
      {
        addresses: [],
        title: 'Two handsets in a safe',
        outlet: 'Morgenpost',
        selectors: quoted('The palace, it says, keeps "two handsets" in a safe.'),
        note: 'First line\nsecond line',
        tags: ['phones', 'to check', 'news'],
        colour: 'violet',
        createdMs: madeMs,
      },
      { title: 'Sorland denies it', outlet: '', createdMs: nowMs },
    ])
    expect([...undated]).toEqual([highlights[1]?.id])
    expect(refused).toEqual([
      { path: 'line 5, Highlight', what: 'has no words' },
      { path: 'line 6, Highlighted at', what: '“2025-13-45” is no time' },
      { path: 'line 7', what: 'has 2 cells, the first line 11' },
    ])
    const own = taken(
      'Highlight,Title,Author,URL,Note,Location,Date\nwords,,,https://a.example/x,,1,2031-05-06 07:08:09\n',
    )
    expect(own.highlights).toMatchObject([
      { addresses: ['https://a.example/x'], outlet: 'a.example', createdMs: madeMs },
    ])
  })

  test('of Obsidian Web Clipper: with what stands around the words, or earlier ones with their HTML', () => {
    const { highlights, refused, undated } = taken(fixture('obsidian-clipper.json'))
    expect(highlights).toMatchObject([
      {
        addresses: ['https://morgenpost.example/oranje-phones'],
        title: 'Two handsets in a safe',
        selectors: quoted(
          'the palace keeps two handsets in a safe',
          'Officials say that ',
          ' beside the office.',
        ),
        note: 'Compare.\n\nWith what the ministry said.',
        createdMs: 1935990489123,
      },
      { selectors: quoted('no such order was given'), createdMs: nowMs },
    ])
    expect(undated.size).toBe(1)
    expect(refused).toEqual([{ path: '[1].highlights[1].text', what: 'has no words' }])
    const [earlier] = taken(fixture('obsidian-clipper-earlier.json')).highlights
    expect(earlier?.selectors[0].exact).toBe(
      'Officials say that the palace keeps two handsets & a pager.\nNobody asked.',
    )
    const kept = {
      'https://a.example/x': { highlights: [{ id: '1935990489123', content: 'some words' }] },
    }
    for (const file of [kept, { highlights: kept }]) {
      expect(taken(JSON.stringify(file)).highlights).toMatchObject([
        { addresses: ['https://a.example/x'], selectors: quoted('some words'), createdMs: 1935990489123 },
      ])
    }
  })

  test('of W3C annotations: every target that quotes a passage, bodies as note and tags', () => {
    const { highlights, refused } = taken(fixture('annotations.jsonld'))
    expect(highlights).toMatchObject([
      {
        addresses: ['https://morgenpost.example/oranje-phones'],
        selectors: quoted(
          'the palace keeps two handsets in a safe',
          'Officials say that ',
          ' beside the office.',
        ),
        note: 'Compare with what the ministry said.\n\nhttps://notes.example/ministry',
        tags: ['phones'],
        createdMs: madeMs,
      },
      // Its position counts another text than ours.
      { addresses: ['https://courier.example/sorland'], selectors: quoted('no such order was given') },
      { addresses: ['https://herald.example/sorland'], note: 'On both pages.' },
    ])
    expect(refused).toEqual([
      { path: 'first.items[2].target', what: 'quotes no passage (TextQuoteSelector)' },
      {
        path: 'first.items[3]',
        what: 'has the id of first.items[0] too: “https://notes.example/annotations/1”',
      },
    ])
    expect(new Set(highlights.map(({ id }) => id)).size).toBe(3)
  })

  test('of W3C annotations that go on in another file says so', () => {
    const value = JSON.parse(fixture('annotations.jsonld'))
    value.first.items.length = 1
    value.first.next = 'https://notes.example/collections/1?page=2'
    const named = { path: 'first.next', what: 'is only named here: it stands in another file' }
    expect(taken(JSON.stringify(value))).toMatchObject({
      highlights: [{ tags: ['phones'] }],
      refused: [named],
    })
    value.first = 'https://notes.example/collections/1?page=1'
    expect(refusalOf(JSON.stringify(value))).toBe('first: is only named here: it stands in another file')
  })

  test('brings the same ids each time it is read', () => {
    for (const name of readdirSync(folder)) {
      const [once, again] = [taken(fixture(name)), taken(fixture(name))]
      expect(once.highlights.length).toBeGreaterThan(0)
      expect(again).toEqual(once)
    }
  })
})

/** A row of Hypothesis' that is whole, but for one field. */
const rowWith = (change: object) => ({
  id: 'x1',
  uri: 'https://a.example/x',
  text: '',
  tags: [],
  target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'some words' }] }],
  ...change,
})

describe('bad input', () => {
  test.each<[string, string]>([
    ['line 1, column 2: expected a value', '[}'],
    ['line 1, column 65: nested more than 64 deep', '['.repeat(10_000)],
    ['line 1, column 23: the file ends too soon', '[{"uri":"https://a.ex"'],
    ['line 2: a quotation mark is not closed', 'Highlight,Book Title\n"some words,Title'],
    ['line 3: expected a comma or the end of the line', 'Highlight,Title\na,b\n"some" words,Title'],
  ])('%s', (detail, text) => {
    expect(refusalOf(text)).toBe(detail)
  })

  test.each<[string, object]>([
    ['[0].text: must be a text', { text: 7 }],
    ['[0].tags[1]: must be a text', { tags: ['a', {}] }],
    [
      `[0]: must have at most ${limits.tags} tags, of at most ${limits.tag} characters each`,
      { tags: ['x'.repeat(101)] },
    ],
    ['[0].uri: must be a web address (http or https)', { uri: 'javascript:alert(1)' }],
    [
      `[0].text: must have at most ${limits.highlightText} characters`,
      { text: 'x'.repeat(limits.highlightText + 1) },
    ],
    ['[0].updated: “2031-02-30T00:00:00Z” is no time', { updated: '2031-02-30T00:00:00Z' }],
    [
      '[0].target[0].selector[0].exact: has no words',
      { target: [{ selector: [{ type: 'TextQuoteSelector', exact: ' ' }] }] },
    ],
    [
      '[0].target[0].selector[0].prefix: must be a text',
      { target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'a', prefix: [] }] }] },
    ],
  ])('is refused with its path: %s', (detail, change) => {
    expect(refusalOf(JSON.stringify([rowWith(change)]))).toBe(detail)
  })

  test.each([
    '',
    ' ',
    '{}',
    '[]',
    '7',
    '"x"',
    'null',
    '{"a":1}',
    '[1]',
    '<html></html>',
    'a,b\n1,2',
    '\uFEFF',
    'P\0K\0',
  ])('of no known shape is none of these: %j', text => {
    const read = readForeign(text, nowMs)
    expect(read === null || !read.ok).toBe(true)
  })

  test('a byte order mark is no part of it, a prototype among the fields a field like any other', () => {
    const text = JSON.stringify([rowWith({})]).replace('"text"', '"__proto__":{"uri":"x"},"text"')
    expect(taken(`\uFEFF${text}`).highlights).toMatchObject([{ addresses: ['https://a.example/x'] }])
    const hidden = '[{"__proto__":{"uri":"https://a.example/x"},"target":[]}]'
    expect(readForeign(hidden, nowMs)).toBeNull()
  })

  test('HTML in every field is taken as text', () => {
    const html = '<img src=x onerror=alert(1)>'
    const row = rowWith({
      text: html,
      tags: [html],
      document: { title: [html] },
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: html, prefix: html, suffix: html }] }],
    })
    expect(taken(JSON.stringify([row])).highlights).toMatchObject([
      { title: html, note: html, tags: [html], selectors: quoted(html, html, html) },
    ])
  })
})
