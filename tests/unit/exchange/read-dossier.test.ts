import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { patternWords } from '../../../utils/exchange/describe-faults'
import { readDossier } from '../../../utils/exchange/read-dossier'
import { makeArticle, makeDossier } from '../../support/make-dossier'

/** The parsed form of a dossier, loose enough to be spoilt. */
// biome-ignore lint/suspicious/noExplicitAny: a test spoils it in ways that no type allows
type Loose = any

const spoil = (change: (dossier: Loose) => void): string => {
  const dossier = JSON.parse(JSON.stringify(makeDossier()))
  change(dossier)
  return JSON.stringify(dossier)
}
const faultOf = (text: string): string => {
  const result = readDossier(text)
  if (result.ok) return 'taken'
  expect(result.failure.kind).toBe('bad-input')
  return result.failure.detail
}

describe('readDossier', () => {
  test('takes a dossier as it is', () => {
    const dossier = makeDossier({
      spotting: { groups: [{ id: 'g', terms: ['x'] }], rules: [], threshold: 0.5 },
    })
    expect(readDossier(JSON.stringify(dossier))).toEqual({ ok: true, value: dossier })
    expect(readDossier(`\uFEFF${JSON.stringify(dossier, null, 1)}\n`)).toEqual({ ok: true, value: dossier })
  })

  test('takes the dossiers that come with the extension', () => {
    const folder = new URL('../../../public/dossiers/', import.meta.url)
    const files = readdirSync(folder).filter(name => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const result = readDossier(text)
      const known = JSON.parse(text, (key, value) =>
        value === null && ['role', 'affiliation'].includes(key) ? undefined : value,
      )
      expect(result).toEqual({ ok: true, value: known })
    }
  })

  test.each<[string, (dossier: Loose) => void]>([
    [
      'claims[0].bearsOn[1].question: no such question: “nope”',
      d => (d.claims[0].bearsOn[1].question = 'nope'),
    ],
    [
      'claims[0].bearsOn[1].question: “two-phones” is answered twice by this claim',
      d => (d.claims[0].bearsOn[1].question = 'two-phones'),
    ],
    ['claims[2].article: no such article: “a9”', d => (d.claims[2].article = 'a9')],
    ['claims[1].id: “a1#1” is the id of claims[0] too', d => (d.claims[1].id = 'a1#1')],
    [
      'articles[2].id: “a1” is the id of articles[0] too',
      d => {
        d.articles[2].id = 'a1'
        d.claims.pop()
      },
    ],
    [
      'questions[1].id: “two-phones” is the id of questions[0] too',
      d => {
        d.questions[1].id = 'two-phones'
        d.claims[0].bearsOn.pop()
      },
    ],
    ['claims[1].chain: must have at least 1 entry', d => (d.claims[1].chain = [])],
    [
      "claims[1].chain: must end in the article's publisher, “Morgenpost”",
      d => d.claims[1].chain.push('Abendblatt'),
    ],
    [
      'claims[1].about: “2025-13-45” is no date and no time between two',
      d => (d.claims[1].about = '2025-13-45'),
    ],
    [
      'claims[1].about: must be a date such as 2018, 2018-05 or 2018-05-21',
      d => (d.claims[1].about = 'last May'),
    ],
    [
      'articles[0].published: “2030/2031” is no year, month or day',
      d => (d.articles[0].published = '2030/2031'),
    ],
    [
      'articles[0].published: “2031-02-29” is no year, month or day',
      d => (d.articles[0].published = '2031-02-29'),
    ],
    [
      'articles[0].url: must be a web address (http or https)',
      d => (d.articles[0].url = 'javascript:alert(1)'),
    ],
    ['articles[0].url: must be a web address (http or https)', d => (d.articles[0].url = 'http://[')],
    [
      'articles[2].otherUrls[0]: must be a web address (http or https)',
      d => (d.articles[2].otherUrls[0] = 'data:text/html,x'),
    ],
    [
      'reportErrors: must be a web address, mailto: or a sentence',
      d => (d.reportErrors = 'javascript:alert(1)'),
    ],
    ['claims[0].statement: is missing', d => delete d.claims[0].statement],
    ['claims[0].statement: must be a text', d => (d.claims[0].statement = { html: 1 })],
    ['claims[0].statement: must not be empty', d => (d.claims[0].statement = '')],
    [
      'claims[0].statement: must have at most 5000 characters',
      d => (d.claims[0].statement = 'x'.repeat(5001)),
    ],
    [
      'claims[0].modality: must be one of asserts, reports, denies, warns, declines, questions',
      d => (d.claims[0].modality = 'shouts'),
    ],
    ['claims[0].locator.hash: must be 16 digits of 0-9 and a-f', d => (d.claims[0].locator.hash = 'XYZ')],
    ['claims[0].locator.words: must be at least 1', d => (d.claims[0].locator.words = 0)],
    ['claims[0].locator.words: must be a whole number', d => (d.claims[0].locator.words = 1.5)],
    ['claims[0].about: must be a text or null', d => (d.claims[0].about = 2031)],
    ['claims[0].id: must be made of letters, digits and . _ : # -', d => (d.claims[0].id = '"><img src=x>')],
    [
      'articles[0].language: must be a language code such as en or pt-BR',
      d => (d.articles[0].language = 'en_US'),
    ],
    ['version: must be at least 1', d => (d.version = 0)],
    ['format: must be "dossier"', d => (d.format = 'sidelight-backup')],
    ['questions: must be a list', d => (d.questions = {})],
    [
      'spotting.rules[0].all[1]: no such group: “call”',
      d =>
        (d.spotting = {
          groups: [{ id: 'p', terms: ['p'] }],
          rules: [{ all: ['p', 'call'], weight: 1 }],
          threshold: 1,
        }),
    ],
  ])('refuses: %s', (expected, change) => {
    expect(faultOf(spoil(change))).toBe(expected)
  })

  test.each([
    ['', 'the file is empty'],
    ['\uFEFF \n', 'the file is empty'],
    ['[]', 'the file must be an object'],
    ['<rss/>', 'line 1, column 1: expected a value'],
    ['null', 'the file must be an object'],
    ['{"format": "dossier",\n "version": 1,,\n}', 'line 2, column 15: expected a name in "quotes"'],
    ['['.repeat(10_000), 'the file must be an object'],
    [
      `{"format":"dossier","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      'line 1, column 88: nested more than 64 deep',
    ],
  ])('refuses the text %j', (text, expected) => {
    expect(faultOf(text)).toBe(expected)
  })

  test('lists twenty more faults after the first, and says how many are left', () => {
    const lines = faultOf(
      spoil(d => {
        d.articles = Array.from({ length: 50 }, (_, index) =>
          makeArticle(`a${index + 1}`, { published: '2031-40' }),
        )
      }),
    ).split('\n')
    expect(lines[0]).toBe('articles[0].published: “2031-40” is no year, month or day')
    expect(lines).toHaveLength(22)
    expect(lines.at(-1)).toBe('… and 29 more')
  })

  test('keeps HTML as the text it is', () => {
    const statement = '<script>alert("x")</script> & <b>bold</b>'
    const result = readDossier(spoil(d => (d.claims[0].statement = statement)))
    expect(result.ok && result.value.claims[0]?.statement).toBe(statement)
  })

  test('leaves out what it does not know, `__proto__` too', () => {
    const text = spoil(d => {
      d.licence = 'CC0'
      d.claims[0].withdrawn = true
      d.claims[0].speaker.picture = 'https://x.example/'
    })
    const polluted = text
      .replace('"speaker":{', '"speaker":{"__proto__":{"isAdmin":true},')
      .replace('{"format"', '{"__proto__":{"format":"x"},"constructor":{"prototype":{"y":1}},"format"')
    expect(polluted.match(/__proto__/g)).toHaveLength(2)
    const result = readDossier(polluted)
    expect(result).toEqual({ ok: true, value: makeDossier() })
    const speaker = result.ok ? result.value.claims[0]?.speaker : undefined
    expect(speaker && Object.getPrototypeOf(speaker)).toBe(Object.prototype)
    expect(speaker).not.toHaveProperty('isAdmin')
    expect({}).not.toHaveProperty('y')
  })

  test('a role or affiliation that is null is absent', () => {
    const result = readDossier(
      spoil(d => {
        d.claims[0].speaker.role = null
        d.claims[0].speaker.affiliation = null
      }),
    )
    const speaker = result.ok ? result.value.claims[0]?.speaker : undefined
    expect(Object.keys(speaker ?? {})).toEqual(['name', 'kind'])
  })

  test('a field that `__proto__` pretends to have is missing', () => {
    const text = spoil(d => delete d.claims[0].statement).replace(
      '"claims":[{',
      '"claims":[{"__proto__":{"statement":"x"},',
    )
    expect(text).toContain('__proto__')
    expect(faultOf(text)).toBe('claims[0].statement: is missing')
  })

  test('has words for every pattern of the schemas', () => {
    const patterns = ['dossier', 'backup'].flatMap(name => {
      const file = new URL(`../../../utils/exchange/${name}.schema.json`, import.meta.url)
      const found: string[] = []
      JSON.parse(readFileSync(file, 'utf8'), (key, value) => {
        if (key === 'pattern') found.push(value)
      })
      return found
    })
    expect([...new Set(patterns)].toSorted()).toEqual(Object.keys(patternWords).toSorted())
  })
})
