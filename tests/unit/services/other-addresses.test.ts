import { beforeEach, describe, expect, test } from 'vitest'
import { describe as describeSpan } from '../../../utils/anchoring/describe'
import { makeLocator } from '../../../utils/anchoring/make-locator'
import { splitWords } from '../../../utils/anchoring/words'
import type { ArticleText } from '../../../utils/model/article-text'
import type { Claim } from '../../../utils/model/dossier'
import { findHighlights } from '../../../utils/services/find-highlights'
import { keepAddress } from '../../../utils/services/keep-address'
import { readArticle } from '../../../utils/services/read-article'
import { recognizePage } from '../../../utils/services/recognize-page'
import { weighPage } from '../../../utils/services/weigh-page'
import {
  makeArticle,
  makeClaim,
  makeDossier,
  makeHighlight,
  makeReaderClaim,
} from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const title = 'The president keeps two phones'
const sentences = [
  'President Oranje keeps two phones in a drawer of her desk, her office said on Monday.',
  'An aide doubted it and spoke of a single telephone that never leaves her coat.',
  'The palace rejects every doubt and asks for the patience of all who call.',
  'A clerk who saw the drawer recalls a charger with the label of the harbour office.',
]
/** Some 120 words of something else: enough to be told from a teaser. */
const filler = Array.from(
  { length: 12 },
  (_, at) => `Line ${at} speaks of herring, of ropes and of a ferry bell.`,
).join(' ')
const story = `${sentences.join(' ')} ${filler}`
const other = `${filler} Nothing of all this is said of any phone, and the day went by like every other day in port.`
const teaser = 'Subscribe to read on.'

const address = 'https://morgenpost.example/phones'
const page = (own: string, more: Partial<ArticleText> & { stated?: string[] } = {}): ArticleText => {
  const { stated = [], text = story, ...rest } = more
  return {
    addresses: [own, ...stated],
    title,
    outlet: 'Morgenpost',
    byline: '',
    published: null,
    modified: null,
    language: 'en',
    text,
    story: [{ start: 0, end: text.length }],
    ...rest,
  }
}
const spanOf = (text: string) => ({ start: story.indexOf(text), end: story.indexOf(text) + text.length })
const locatorOf = (text: string) => {
  const locator = makeLocator(splitWords(story, [{ start: 0, end: story.length }]), spanOf(text))
  return locator ?? expect.fail(`not in the story once: ${text}`)
}
const claim = (id: string, article: string, text: string): Claim => ({
  ...makeClaim(id, article, { listened: 'yes' }),
  locator: locatorOf(text),
})

let ports: ReturnType<typeof createMemoryPorts>
beforeEach(async () => {
  ports = createMemoryPorts()
  const claims = sentences.map((text, at) => claim(`phones#${at}`, 'phones', text))
  await ports.corpus.saveDossier(
    makeDossier({
      articles: [
        makeArticle('phones', { url: address, title }),
        makeArticle('brief', { url: 'https://morgenpost.example/brief?id=1', title: 'A brief of the day' }),
      ],
      claims: [...claims, claim('brief#1', 'brief', sentences[1] ?? '')],
    }),
  )
})
const recognize = async (article: ArticleText) => (await recognizePage(ports, article)).recognition
const known = { how: 'other address', article: 'phones', found: 4, of: 4 }
const none = { how: 'none' }
/** Every passage but the first and second is missing. */
const half = story.replace(sentences[2] ?? '', '').replace(sentences[3] ?? '', '')
const quarter = half.replace(sentences[1] ?? '', '')

describe('an article on file under another address', () => {
  test.each([
    'https://amp.morgenpost.example/phones',
    'https://m.morgenpost.example/phones',
    'https://morgenpost.example/phones/amp/',
    'https://morgenpost.example/phones?outputType=amp',
    'https://morgenpost.example/phones/print',
    'https://morgenpost.example/phones/index.html',
    'https://www.google.com/amp/s/morgenpost.example/phones',
    'https://morgenpost-example.cdn.ampproject.org/c/s/morgenpost.example/phones',
    'https://web.archive.org/web/20310402101010/https://morgenpost.example/phones',
  ])('%s is it where its text agrees, and only there', async own => {
    expect(await recognize(page(own))).toEqual(known)
    expect(await recognize(page(own, { text: other }))).toEqual(none)
  })

  test('it is shown with its claims in their places', async () => {
    const reading = await readArticle(ports, page('https://morgenpost.example/phones/amp'))
    expect(reading.claims.map(({ claim: { id }, notPlaced }) => [id, notPlaced])).toEqual(
      sentences.map((_, at) => [`phones#${at}`, null]),
    )
    expect(reading.carriedBy.map(({ article }) => article.id)).toEqual(['brief'])
  })

  test('an address that the page states is as good', async () => {
    expect(await recognize(page('https://morgenpost.example/?p=7', { stated: [address] }))).toEqual(known)
    const wrong = page('https://morgenpost.example/?p=7', { stated: [address], text: other })
    expect(await recognize(wrong)).toEqual(none)
  })

  test('half of the passages are enough, and any under the same title', async () => {
    const own = 'https://morgenpost.example/phones/amp'
    const at = (text: string, heading: string) => recognize(page(own, { text, title: heading }))
    expect(await at(half, 'Another headline by now')).toMatchObject({ how: 'other address', found: 2 })
    expect(await at(quarter, title.toUpperCase())).toMatchObject({ how: 'other address', found: 1 })
    expect(await at(quarter, 'Another headline by now')).toEqual(none)
  })

  test('a teaser before a paywall says nothing: there the title decides', async () => {
    const own = 'https://morgenpost.example/phones/amp'
    expect(await recognize(page(own, { text: teaser }))).toEqual({ ...known, found: 0, of: 0 })
    expect(await recognize(page(own, { text: teaser, title: 'Another headline by now' }))).toEqual(none)
    const short = { text: teaser, title: 'Live' }
    expect(await recognize(page(own, short))).toEqual(none)
  })
})

describe('never one where the text says otherwise', () => {
  test('a site that states one address on all of its pages', async () => {
    const own = 'https://morgenpost.example/harbour'
    const stated = [address]
    expect(await recognize(page(own, { stated, text: other, title: 'A day in port like others' }))).toEqual(
      none,
    )
    // A follow-up that quotes one sentence of it is another article, and carries words of it.
    const followUp = page(own, { stated, text: quarter, title: 'What became of the two phones' })
    const { recognition, carriedBy } = await recognizePage(ports, followUp)
    expect(recognition).toEqual(none)
    expect(carriedBy).toMatchObject([{ article: { id: 'phones' }, found: 1, of: 4 }])
  })

  test('articles that differ in their query alone', async () => {
    const own = 'https://morgenpost.example/brief?id=2'
    expect(await recognize(page(own, { text: other, title: 'A brief of the day' }))).toEqual(none)
    expect((await weighPage(ports, page(own, { text: other }))) || null).toBeNull()
  })

  test('a variant whose text is another', async () => {
    const own = 'https://morgenpost.example/brief?id=1&amp=1'
    expect(await recognize(page(own, { text: other, title: 'A brief of the day' }))).toEqual(none)
    expect(await recognize(page(own, { text: half, title: 'A brief of the day' }))).toMatchObject({
      article: 'brief',
    })
  })

  test('a copy elsewhere that states where it was first is no other address of it', async () => {
    const copy = { stated: ['https://morgenpost.example/brief?id=1'], outlet: 'Nordblatt', title: 'X' }
    const text = `${sentences[1]} ${filler}`
    const { recognition, carriedBy } = await recognizePage(
      ports,
      page('https://nord.example/7', { ...copy, text }),
    )
    expect(recognition).toEqual(none)
    expect(carriedBy.map(({ article }) => article.id)).toEqual(['brief', 'phones'])
    // All of a text is recognised as such, whoever carries it.
    expect(await recognize(page('https://nord.example/7', copy))).toEqual({ ...known, how: 'locators' })
  })

  test('of two with the same words the one whose address is like it, else that of the outlet', async () => {
    const twin = sentences.map((text, at) => claim(`aaa#${at}`, 'aaa', text))
    const articles = [
      makeArticle('aaa', { url: 'https://aaa.example/x', publisher: 'Anzeiger' }),
      makeArticle('phones', { url: address, title }),
    ]
    const own = sentences.map((text, at) => claim(`phones#${at}`, 'phones', text))
    await ports.corpus.saveDossier(makeDossier({ version: 2, articles, claims: [...twin, ...own] }))
    expect(await recognize(page('https://morgenpost.example/phones/amp'))).toEqual(known)
    const unknown = 'https://morgenpost.example/other-slug'
    expect(await recognize(page(unknown))).toEqual({ ...known, how: 'locators' })
    expect(await recognize(page(unknown, { outlet: 'Third' }))).toMatchObject({ article: 'aaa' })
  })
})

describe('what is the reader’s', () => {
  const made = 'https://morgenpost.example/plain?id=3'
  const quote = sentences[2] ?? ''
  const highlight = makeHighlight('h', {
    addresses: [made],
    statedAddresses: ['https://morgenpost.example/canonical'],
    title: 'Something long about a drawer',
    selectors: describeSpan(story, spanOf(quote)),
  })
  const said = makeReaderClaim('reader:1', {
    addresses: [made],
    title: highlight.title,
    locator: locatorOf(sentences[0] ?? ''),
  })
  beforeEach(async () => {
    await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [highlight] })
    await ports.readerClaims.save([said])
  })
  const amp = `${made}&amp=1`
  const keep = async (article: ArticleText) => {
    const kept = await keepAddress(ports, article, await recognizePage(ports, article))
    return kept.ok ? kept.value : expect.fail(kept.failure.detail)
  }
  const claimsOf = async (article: ArticleText) => (await recognizePage(ports, article)).readerClaims.length

  test('is found under an address that is like its own, and told from what is there for sure', async () => {
    expect(await findHighlights(ports, page(made))).toEqual([{ highlight, tie: 'own' }])
    expect(await findHighlights(ports, page(amp))).toEqual([{ highlight, tie: 'derived' }])
    const stating = page('https://morgenpost.example/z', { stated: ['https://morgenpost.example/canonical'] })
    expect(await findHighlights(ports, stating)).toEqual([{ highlight, tie: 'stated' }])
    const canonical = page('https://morgenpost.example/canonical')
    expect(await findHighlights(ports, canonical)).toEqual([{ highlight, tie: 'stated' }])
    const copy = page('https://copy.example/a', { stated: [made], outlet: 'Copy' })
    expect(await findHighlights(ports, copy)).toEqual([])
  })

  test('a claim belongs to its own page placed or not, to another address where it is placed', async () => {
    expect(await claimsOf(page(made, { text: other }))).toBe(1)
    expect(await claimsOf(page(amp))).toBe(1)
    expect(await claimsOf(page(amp, { text: other }))).toBe(0)
  })

  test('brings the reader’s script to a page where its words are, and to no other', async () => {
    const text = `${filler} ${quote} ${filler}`
    expect(await weighPage(ports, page(amp, { text, title: 'X' }))).toBe(true)
    expect(await weighPage(ports, page(amp, { text: other, title: 'X' }))).toBe(false)
    const text2 = `${filler} ${sentences[0]} ${filler}`
    expect(await weighPage(ports, page(amp, { text: text2, title: 'X' }))).toBe(true)
  })

  test('gets the address of a variant in which its words are', async () => {
    expect(await keep(page(amp, { text: other }))).toBe(false)
    expect(await keep(page(amp))).toBe(true)
    expect((await ports.highlights.listAll())[0]?.addresses).toEqual([made, amp])
    expect((await ports.readerClaims.listAll())[0]?.addresses).toEqual([made, amp])
    expect(await findHighlights(ports, page(amp))).toMatchObject([{ tie: 'own' }])
    // Nothing is new the second time, and there is nothing in it to undo.
    expect(await keep(page(amp))).toBe(false)
    expect(await ports.highlights.listJournal()).toHaveLength(1)
  })

  test('and of a page that only states one of its addresses where the titles agree too', async () => {
    const stating = (heading: string) =>
      page('https://morgenpost.example/z', {
        stated: ['https://morgenpost.example/canonical', made],
        title: heading,
      })
    expect(await keep(stating('Another article of this site'))).toBe(false)
    expect(await keep(stating('Something long about a drawer.'))).toBe(true)
    expect((await ports.highlights.listAll())[0]?.addresses).toEqual([made, 'https://morgenpost.example/z'])
  })

  test('keeps no address that is none of the web', async () => {
    expect(await keep(page('about:blank', { stated: [made] }))).toBe(false)
  })
})
