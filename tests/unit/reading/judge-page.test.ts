import { describe, expect, test } from 'vitest'
import messages from '../../../public/_locales/en/messages.json'
import { hashAddress } from '../../../utils/reading/judge-address'
import { judgePage } from '../../../utils/reading/judge-page'
import { makeFacts, makeSnapshot } from './page-facts'

const here = makeFacts().address
const hashes = [hashAddress(here) ?? '']
const off = { title: 'Bakers meet', headline: 'Bakers meet' }
const rulesOf = (...judged: Parameters<typeof judgePage>) =>
  judgePage(...judged).reasons.map(({ rule }) => rule)

describe('the reader’s word comes first, then what is on file', () => {
  const all = {
    isPaused: true,
    offHosts: ['lantern.example'],
    dismissedAddresses: hashes,
    knownAddresses: hashes,
    highlightedAddresses: hashes,
  }
  test.each([
    ['paused', {}],
    ['off', { isPaused: false }],
    ['dismissed', { isPaused: false, offHosts: [], highlightedAddresses: [] }],
    ['highlighted', { isPaused: false, offHosts: [] }],
    ['known', { isPaused: false, offHosts: [], dismissedAddresses: [] }],
    ['spotted', { isPaused: false, offHosts: [], dismissedAddresses: [], knownAddresses: [] }],
  ])('%s', (verdict, change) => {
    const judged = judgePage(makeFacts(), makeSnapshot({ ...all, ...change }))
    expect(judged.verdict).toBe(verdict)
    expect(judged.reasons).not.toEqual([])
  })

  test.each([
    ['that is like its own', { address: `${here}/amp` }],
    ['that it states', { address: 'https://mirror.example/9', statedAddresses: [here] }],
    [
      'of which it states a variant',
      { address: 'https://mirror.example/9', statedAddresses: [`${here}?print=1`] },
    ],
  ])('an address %s leaves the page to its text', (_, change) => {
    for (const list of ['knownAddresses', 'highlightedAddresses']) {
      const judged = judgePage(makeFacts({ ...off, ...change }), makeSnapshot({ [list]: hashes }))
      expect(judged.verdict).toBe('alike')
      expect(judged.reasons[0]).toEqual({ rule: 'like_address', values: [] })
      // On the topic there is something to show in any case.
      expect(judgePage(makeFacts(change), makeSnapshot({ [list]: hashes })).verdict).toBe('spotted')
    }
  })

  test('what the reader dismissed is the page of that address alone', () => {
    const facts = makeFacts({ address: 'https://lantern.example/other', statedAddresses: [here] })
    expect(judgePage(facts, makeSnapshot({ dismissedAddresses: hashes })).verdict).toBe('spotted')
  })

  test('an address under which several stories stood is that of none: the text decides', () => {
    const facts = makeFacts({ ...off, isAddressShared: true })
    expect(judgePage(facts, makeSnapshot({ knownAddresses: hashes })).verdict).toBe('alike')
  })

  test('highlights keep a page that is not on the topic', () => {
    const judged = judgePage(makeFacts(off), makeSnapshot({ highlightedAddresses: hashes }))
    expect(judged).toMatchObject({ verdict: 'highlighted', dossier: null })
  })
})

describe('the topic', () => {
  test('is found in the headline, and the words are named', () => {
    const judged = judgePage(makeFacts(), makeSnapshot())
    expect(judged).toMatchObject({ verdict: 'spotted', dossier: 'harbours' })
    expect(judged.reasons[0]).toEqual({ rule: 'topic_headline', values: ['harbour, lights'], weight: 4 })
  })

  test('is refused where near misses weigh more', () => {
    const title = 'Harbour lights: new fees'
    const judged = judgePage(makeFacts({ title, headline: title }), makeSnapshot())
    expect(judged.verdict).toBe('off-topic')
    expect(judged.reasons[1]).toEqual({ rule: 'topic_against', values: ['fees'], weight: -2 })
  })

  test('needs its words in one part: a phrase does not run from one line into the next', () => {
    const facts = makeFacts({ title: 'The port of', headline: '', description: 'Lissow lights' })
    expect(judgePage(facts, makeSnapshot()).verdict).toBe('off-topic')
  })

  test('is found in a body that comes back to it, and not in one that mentions it', () => {
    const on = 'The harbour has its lamps again.'
    const other = 'The bakers of the town met on Tuesday.'
    const judge = (paragraphs: string[]) =>
      judgePage(makeFacts({ ...off, paragraphs }), makeSnapshot()).verdict
    expect(judge([on, on, other, other, other])).toBe('spotted')
    expect(judge([on, other, other, other, other])).toBe('off-topic')
  })

  test('is never lost by what a body says besides', () => {
    const paragraphs = ['Fees, fees and fees.', 'More fees.']
    expect(judgePage(makeFacts({ paragraphs }), makeSnapshot()).verdict).toBe('spotted')
  })

  test('is none without a dossier', () => {
    expect(judgePage(makeFacts(), makeSnapshot({ topics: [] })).verdict).toBe('off-topic')
  })
})

describe('what is no article is not spotted', () => {
  const front = { ogType: 'website', longParagraphs: 1, links: 240, articleElements: 30, hasByline: false }
  test.each([
    ['the first page of a site', { address: 'https://lantern.example/' }, 'article_front_page'],
    ['a section front', { ...front, published: null }, 'article_links'],
    [
      'a list that calls itself one',
      { ogType: '', jsonLdTypes: ['CollectionPage'], longParagraphs: 0, hasByline: false },
      'article_other_type',
    ],
    ['a page without words', { title: '', headline: '' }, 'article_no_words'],
  ])('%s', (_, change, rule) => {
    expect(judgePage(makeFacts(change), makeSnapshot()).verdict).toBe('not-an-article')
    expect(rulesOf(makeFacts(change), makeSnapshot())).toContain(rule)
  })

  test('but a page of many links that says it is an article is one', () => {
    const facts = makeFacts({
      longParagraphs: 0,
      links: 270,
      articleElements: 30,
      hasByline: false,
      published: null,
    })
    expect(judgePage(facts, makeSnapshot()).verdict).toBe('spotted')
  })

  test('and it is not searched for a topic', () => {
    expect(rulesOf(makeFacts({ address: 'https://lantern.example/' }), makeSnapshot())).not.toContain(
      'topic_headline',
    )
  })

  test('a bare page that says it is an article is one', () => {
    const bare = { longParagraphs: 0, hasByline: false, published: null, links: 0 }
    expect(judgePage(makeFacts(bare), makeSnapshot()).verdict).toBe('spotted')
  })
})

test('every reason has its sentence', () => {
  const seen = [
    ...rulesOf(
      makeFacts({
        ogType: 'website',
        jsonLdTypes: ['Product'],
        longParagraphs: 0,
        links: 99,
        articleElements: 9,
        address: 'https://a.example/',
      }),
      makeSnapshot(),
    ),
    ...rulesOf(
      makeFacts({
        jsonLdTypes: ['NewsArticle'],
        paragraphs: ['Harbour lights and fees.'],
        description: 'fees',
      }),
      makeSnapshot(),
    ),
    ...rulesOf(makeFacts({ ...off, title: '', headline: '' }), makeSnapshot()),
    ...rulesOf(makeFacts(), makeSnapshot({ topics: [] })),
    ...rulesOf(makeFacts(), makeSnapshot({ isPaused: true })),
    ...rulesOf(makeFacts(), makeSnapshot({ offHosts: ['lantern.example'] })),
    ...rulesOf(makeFacts(), makeSnapshot({ dismissedAddresses: hashes })),
    ...rulesOf(makeFacts(), makeSnapshot({ knownAddresses: hashes })),
    ...rulesOf(makeFacts(off), makeSnapshot({ highlightedAddresses: hashes })),
  ]
  const rules = [...new Set(seen)]
  expect(rules).toHaveLength(22)
  expect(rules.filter(rule => !(`reason_${rule}` in messages))).toEqual([])
})
