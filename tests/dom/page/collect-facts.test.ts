import { describe, expect, test } from 'vitest'
import { collectFacts } from '../../../utils/page/collect-facts'
import { createMemory } from '../../../utils/page/page-memory'

const address = 'https://lantern.example/world/lights'
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const collect = (html: string) => collectFacts(parse(html), address)
const long = (text: string) => `<p>${text} ${'and so it goes on along the quay '.repeat(4)}</p>`
const jsonLd = (text: string) => collect(`<script type="application/ld+json">${text}</script>`)

test('what the head stated of an earlier page of the document is passed over', () => {
  const memory = createMemory()
  const read = (html: string, at: string) => collectFacts(parse(html), at, memory)
  const head = `<title>Lights</title><link rel="canonical" href="${address}"><meta name="description" content="Lights again">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Lights","author":"Ada Oran"}</script>`
  expect(read(head, address)).toMatchObject({
    title: 'Lights',
    description: 'Lights again',
    jsonLdHeadlines: ['Lights'],
    hasByline: true,
  })
  const next = 'https://lantern.example/sport/boats'
  const stale = { statedAddresses: [], title: '', description: '', jsonLdHeadlines: [], hasByline: false }
  expect(read(head, next)).toMatchObject(stale)
  expect(read(head.replace(address, next).replace('<title>Lights', '<title>Boats'), next)).toMatchObject({
    ...stale,
    title: 'Boats',
  })
  expect(read(head, `${next}/2`).isAddressShared).toBe(false)
})

test('an article page gives its facts', () => {
  const facts = collect(`<html lang="en-GB"><head>
    <title>Harbour lights return – The Lantern</title>
    <meta property="og:title" content="Harbour lights return">
    <meta name="Description" content="After a year\n in the dark.">
    <meta property="og:type" content="Article">
    <meta property="og:url" content="https://lantern.example/">
    <link rel="canonical" href="/world/lights-2031">
    <meta property="article:published_time" content="2031-04-02T10:00:00Z">
    </head><body><nav>${long('Menu')}</nav><header><h1> Harbour <em>lights</em> return </h1></header>
    <div class="byline">By Ada Oran</div><article>${long('First')}<p>Short.</p>${long('Second')}
    <aside>${long('Aside')}</aside></article>
    <section class="related-stories comments">${long('Comment')}</section>
    <ul><li>${long('Teaser')}</li></ul><a href="/x">x</a><footer>${long('Foot')}</footer></body></html>`)
  expect(facts).toMatchObject({
    address,
    statedAddresses: ['https://lantern.example/world/lights-2031'],
    title: 'Harbour lights return',
    description: 'After a year in the dark.',
    ogType: 'article',
    headline: 'Harbour lights return',
    articleElements: 1,
    links: 1,
    longParagraphs: 2,
    hasByline: true,
    published: '2031-04-02T10:00:00Z',
    language: 'en-GB',
  })
  expect(facts.paragraphs.map(text => text.split(' ')[0])).toEqual(['First', 'Second'])
})

test('a story in other elements than paragraphs is read', () => {
  const facts = collect(
    long('Told').replace('<p>', '<div class="story__paragraph">').replace('</p>', '</div>'),
  )
  expect(facts.paragraphs.map(text => text.split(' ')[0])).toEqual(['Told'])
  expect(facts.longParagraphs).toBe(1)
})

describe('JSON-LD is read', () => {
  const article = '{"@type":"NewsArticle","headline":"Lights","datePublished":"2031","author":"A"}'
  test.each([
    ['as one object', article],
    ['as a list', `[${article}]`],
    ['as a graph', `{"@context":"https://schema.org","@graph":[{"@type":["WebPage"]},${article}]}`],
    ['in an HTML comment', `<!-- ${article} -->`],
    ['with raw line ends in its strings', article.replace('Lights', '\n Lights')],
  ])('%s', (_, text) => {
    const facts = jsonLd(text)
    expect(facts.jsonLdTypes).toContain('NewsArticle')
    expect(facts).toMatchObject({ jsonLdHeadlines: ['Lights'], published: '2031', hasByline: true })
  })

  test.each([['{"@type":'], ['null'], ['7'], ['"@type"'], ['{"@type":{"a":[1]},"headline":7}'], ['']])(
    'and passed over where it is %s',
    text => {
      expect(jsonLd(text)).toMatchObject({ jsonLdTypes: [], jsonLdHeadlines: [], published: null })
    },
  )

  test('however deep it nests', () => {
    const deep = `${'{"a":'.repeat(3_000)}{"@type":"NewsArticle"}${'}'.repeat(3_000)}`
    expect(jsonLd(deep).jsonLdTypes).toEqual([])
  })
})

describe('nothing is thrown, and no fact made up', () => {
  const empty = { title: '', headline: '', paragraphs: [], jsonLdTypes: [], published: null, links: 0 }

  test('on a page without a body or a root', () => {
    const noBody = parse('<title>T</title><p>x')
    noBody.body.remove()
    expect(collectFacts(noBody, address)).toMatchObject({ ...empty, title: 'T' })
    const noRoot = parse('')
    noRoot.documentElement.remove()
    expect(collectFacts(noRoot, address)).toMatchObject(empty)
  })

  test('on a page of 2 MB, of which a bounded part is read', () => {
    const facts = collect(
      `<h1>${'h'.repeat(500_000)}</h1>${long('Many').repeat(10_000)}<p>${'x'.repeat(800_000)}`,
    )
    expect(facts.paragraphs.length).toBeGreaterThan(5)
    expect(facts.paragraphs.join('').length).toBeLessThanOrEqual(4_000)
    expect(facts.headline.length).toBeLessThanOrEqual(400)
    expect(facts.longParagraphs).toBeLessThanOrEqual(400)
  })

  test('on 5,000 nested elements', () => {
    const nested = parse('<h1>Deep</h1>')
    let at: Element = nested.body
    for (let i = 0; i < 5_000; i++) at = at.appendChild(nested.createElement('div'))
    const paragraph = at.appendChild(nested.createElement('p'))
    paragraph.textContent = 'The lamp at the end of the quay is burning again tonight.'
    expect(collectFacts(nested, address)).toMatchObject({
      headline: 'Deep',
      paragraphs: [paragraph.textContent],
    })
  })

  test.each([
    ['image/png', 'a picture'],
    ['application/pdf', 'a PDF'],
    ['text/plain', 'a plain text'],
  ])('on %s, %s', type => {
    const other = parse('<title>T</title><h1>H</h1>')
    Object.defineProperty(other, 'contentType', { value: type })
    expect(collectFacts(other, address)).toMatchObject(empty)
  })

  test('on a page that is being edited', () => {
    const edited = parse('<title>T</title><h1>H</h1>')
    Object.defineProperty(edited, 'designMode', { value: 'on' })
    expect(collectFacts(edited, address)).toMatchObject(empty)
    expect(collect('<title>T</title><body contenteditable="true"><h1>H</h1>')).toMatchObject(empty)
  })

  test('where the page puts its own elements in the place of methods', () => {
    const clobbered = parse('<title>T</title>')
    Object.defineProperty(clobbered, 'querySelector', { value: clobbered.body })
    expect(collectFacts(clobbered, address)).toMatchObject(empty)
  })

  test('on addresses that are none', () => {
    const facts = collect(
      '<link rel=canonical href="https://[x"><meta property="og:url" content="javascript:0">',
    )
    expect(facts.statedAddresses).toEqual([])
  })
})

test('the page is left as it was', () => {
  const page = parse(`<h1>H</h1>${long('One')}`)
  const before = new XMLSerializer().serializeToString(page)
  collectFacts(page, address)
  expect(new XMLSerializer().serializeToString(page)).toBe(before)
})
