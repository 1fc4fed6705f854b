import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import {
  isArticleText,
  isFocus,
  isHighlightSearch,
  isJudgement,
  isNewHighlight,
  isReadingRequest,
  isSelector,
} from '../../../utils/model/guards'
import { limits } from '../../../utils/model/limits'
import type { Judgement } from '../../../utils/model/page-facts'
import { arbitraryHighlight } from '../../support/arbitrary-highlight'

const article: ArticleText = {
  addresses: ['https://morgenpost.example/a1'],
  title: 'Report',
  outlet: 'Morgenpost',
  byline: '',
  published: '2031-04-02T08:00:00Z',
  modified: null,
  language: 'en',
  text: 'The president keeps two phones.',
  story: [
    { start: 0, end: 3 },
    { start: 3, end: 31 },
  ],
}
const judgement: Judgement = {
  verdict: 'spotted',
  dossier: 'oranje-phones',
  reasons: [{ rule: 'headline', values: ['phone'], weight: 0.5 }],
}

/** The same value with one field, at a path of names, replaced. */
function withField(value: unknown, path: string, replacement: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>
  const names = path.split('.')
  const last = names.pop() ?? ''
  const holder = names.reduce((at, name) => at[name] as Record<string, unknown>, copy)
  holder[last] = replacement
  return copy
}

const guards = {
  isReadingRequest,
  isArticleText,
  isHighlightSearch,
  isNewHighlight,
  isSelector,
  isFocus,
  isJudgement,
}

describe('guards of what pages send', () => {
  test.each(Object.entries(guards))('%s throws at nothing and takes nothing by chance', (_, guard) => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), value => !guard(value)))
  })

  test('take what our own scripts send', () => {
    expect(isArticleText(article)).toBe(true)
    expect(isArticleText({ ...article, text: '', story: [], addresses: [] })).toBe(true)
    expect(isArticleText({ ...article, isAddressShared: true })).toBe(true)
    expect(isArticleText({ ...article, isAddressShared: 'no' })).toBe(false)
    expect(isReadingRequest({ article, inView: null })).toBe(true)
    expect(isReadingRequest({ article, inView: { start: 0, end: article.text.length } })).toBe(true)
    expect(isReadingRequest({ article, inView: { start: 3, end: article.text.length + 1 } })).toBe(false)
    expect(isReadingRequest({ article })).toBe(false)
    expect(isJudgement(judgement)).toBe(true)
    expect(isJudgement({ verdict: 'off-topic', dossier: null, reasons: [] })).toBe(true)
    expect(isHighlightSearch(article)).toBe(true)
    expect(isHighlightSearch({ ...article, outlet: 7 })).toBe(false)
    expect(isFocus({ claim: 'a1#1' })).toBe(true)
    expect(isFocus({ highlight: 'h1' })).toBe(true)
    expect(isFocus({ highlight: 'h1', at: 'note' })).toBe(true)
    expect(isFocus({ highlight: 'h1', at: 'tags' })).toBe(false)
    expect(isFocus({ claim: 'a1#1', at: 'note' })).toBe(false)
    expect(isFocus({ words: 'She said so.' })).toBe(true)
    expect(isFocus({ passage: { start: 4, end: 16 }, words: 'She said so.' })).toBe(true)
    // As long as its words, and nothing besides.
    expect(isFocus({ passage: { start: 4, end: 15 }, words: 'She said so.' })).toBe(false)
    expect(isFocus({ passage: { start: 4, end: 16 }, words: 'She said so.', claim: 'a' })).toBe(false)
    expect(isFocus({ passage: { start: 0, end: 1e9 }, words: 'She said so.' })).toBe(false)
    expect(isFocus({ passage: null, words: 'She said so.' })).toBe(false)
    expect(isFocus({ words: '😀 \u202eשלום' })).toBe(true)
    fc.assert(fc.property(arbitraryHighlight, highlight => isNewHighlight(highlight)))
  })

  test.each<[string, unknown]>([
    ['addresses', 'https://a.example'],
    ['addresses', [1]],
    ['addresses', Array(limits.addresses + 1).fill('https://a.example/')],
    ['addresses', [`https://a.example/${'x'.repeat(limits.address)}`]],
    ['title', null],
    ['title', 'x'.repeat(limits.title + 1)],
    ['byline', undefined],
    ['byline', ['Ana Person']],
    ['byline', 'x'.repeat(limits.byline + 1)],
    ['published', 5],
    ['text', 'x'.repeat(limits.pageText + 1)],
    ['text', { length: 5 }],
    ['story', [{ start: 0, end: 32 }]],
    ['story', [{ start: 3, end: 3 }]],
    ['story', [{ start: -1, end: 3 }]],
    ['story', [{ start: 0.5, end: 3 }]],
    ['story', [{ start: 0, end: Number.NaN }]],
    [
      'story',
      [
        { start: 0, end: 5 },
        { start: 4, end: 8 },
      ],
    ],
    ['story', [null]],
    ['story', { 0: { start: 0, end: 3 }, length: 1 }],
  ])('no article: %s %j', (path, value) => {
    expect(isArticleText(withField(article, path, value))).toBe(false)
  })

  test.each<[string, unknown]>([
    ['verdict', 'toString'],
    ['verdict', '__proto__'],
    ['dossier', undefined],
    ['reasons.0.values', [{}]],
    ['reasons.0.rule', ''],
    ['reasons.0.weight', Number.POSITIVE_INFINITY],
    ['reasons', Array(limits.reasons + 1).fill({ rule: 'x', values: [] })],
  ])('no judgement: %s %j', (path, value) => {
    expect(isJudgement(withField(judgement, path, value))).toBe(false)
  })

  const highlight = fc.sample(arbitraryHighlight, { numRuns: 1, seed: 1 })[0]
  test.each<[string, unknown]>([
    ['addresses', []],
    ['addresses', ['javascript:alert(1)']],
    ['note', 'x'.repeat(limits.highlightText + 1)],
    ['note', undefined],
    ['selectors', []],
    ['selectors.1.end', 0],
    ['selectors.1.start', '0'],
    ['selectors.1.end', Number.MAX_SAFE_INTEGER + 1],
    ['selectors.0.exact', ''],
    ['selectors.0.exact', 'x'.repeat(limits.highlightText + 1)],
    ['selectors.0.type', 'CssSelector'],
    ['selectors.0', { type: 'TextPositionSelector', start: 0, end: 1 }],
  ])('no highlight: %s', (path, value) => {
    expect(isNewHighlight(highlight)).toBe(true)
    expect(isNewHighlight(withField(highlight, path, value))).toBe(false)
  })

  test.each([
    {},
    { claim: '' },
    { claim: 'a', highlight: 'b' },
    { claim: 5 },
    { claim: 'x'.repeat(999) },
    { words: '' },
    { words: ' \n\t' },
    { words: 7 },
    { words: ['She said so.'] },
    { words: 'She said so.', claim: 'a' },
    { words: 'x'.repeat(limits.title + 1) },
    ['claim'],
  ])('no focus: %j', value => expect(isFocus(value)).toBe(false))
})
