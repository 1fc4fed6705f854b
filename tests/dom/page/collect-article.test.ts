import { describe, expect, it } from 'vitest'
import { isArticleText } from '../../../utils/model/guards'
import { collectArticle } from '../../../utils/page/collect-article'
import { createBelief, createMemory } from '../../../utils/page/page-memory'
import { stripOutlet } from '../../../utils/page/strip-outlet'

const address = 'https://www.arvenpost.example/politics/line-2031?from=mail#top'
const text =
  '<p>The minister said on Monday that the line had been safe at all times, and nobody listened to it.</p>'
const collect = (
  head: string,
  body = `<h1>Line was safe, minister says</h1>${text}${text}`,
  lang = 'en-GB',
) => {
  document.documentElement.innerHTML = `<head>${head}</head><body>${body}</body>`
  document.documentElement.lang = lang
  return collectArticle(document, address)?.article
}
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

describe('what a page says of itself', () => {
  it('gives the page’s own address without its fragment, then those it states', () => {
    const head =
      '<link rel="canonical" href="/politics/line-2031"><meta property="og:url" content="https://arvenpost.example/line">'
    expect(collect(head)?.addresses).toEqual([
      'https://www.arvenpost.example/politics/line-2031?from=mail',
      'http://localhost:3000/politics/line-2031'.replace(
        'http://localhost:3000',
        'https://www.arvenpost.example',
      ),
      'https://arvenpost.example/line',
    ])
  })

  it('keeps a fragment that is a path: such sites have one address for all stories otherwise', () => {
    collect('')
    const at = (own: string) => collectArticle(document, own)?.article.addresses
    expect(at('https://arvenpost.example/#!/story/7')).toEqual(['https://arvenpost.example/#!/story/7'])
    expect(at('https://arvenpost.example/#comments')).toEqual(['https://arvenpost.example/'])
  })

  it('passes over what the head stated of an earlier page of the document', () => {
    const memory = createMemory()
    const read = (own: string, isAddressShared = false) =>
      collectArticle(document, own, { believe: createBelief(memory, own), isAddressShared, inView: null })
        ?.article
    collect(
      `<title>Line was safe</title><link rel="canonical" href="https://arvenpost.example/a">
      <meta property="og:title" content="Line was safe"><meta property="article:published_time" content="2031-04-02">
      ${jsonLd({ '@type': 'NewsArticle', headline: 'Line was safe', dateModified: '2031-04-03' })}`,
      `<h2>Boats race</h2>${text}${text}`,
    )
    expect(read('https://arvenpost.example/a')).toMatchObject({
      addresses: ['https://arvenpost.example/a'],
      title: 'Line was safe',
      published: '2031-04-02',
      modified: '2031-04-03',
    })
    document.title = 'Boats race'
    const next = read('https://arvenpost.example/b')
    expect(next).toMatchObject({
      addresses: ['https://arvenpost.example/b'],
      title: 'Boats race',
      published: null,
      modified: null,
    })
    expect(next).not.toHaveProperty('isAddressShared')
    expect(read('https://arvenpost.example/b', true)).toHaveProperty('isAddressShared', true)
  })

  it('passes over stated addresses that are none of an article', () => {
    const head =
      '<link rel="canonical" href="https://www.arvenpost.example/"><meta property="og:url" content="javascript:alert(1)">'
    expect(collect(head)?.addresses).toEqual(['https://www.arvenpost.example/politics/line-2031?from=mail'])
  })

  it('takes the headline on the page, where the titles bear it out', () => {
    expect(collect('<title>Line was safe, minister says | Politics | The Arven Post</title>')?.title).toBe(
      'Line was safe, minister says',
    )
  })

  it('else the stated title without the outlet', () => {
    const head =
      '<meta property="og:title" content="Nobody listened - Arven Post"><meta property="og:site_name" content="The Arven Post">'
    expect(collect(head, `<h1>Politics</h1>${text}`)?.title).toBe('Nobody listened')
  })

  it('reads outlet, dates and language from JSON-LD inside a graph', () => {
    const article = {
      '@type': ['NewsArticle'],
      datePublished: '2031-05-03T08:00:00Z',
      dateModified: '2031-05-04',
      publisher: { name: 'The Arven Post' },
      inLanguage: 'en',
    }
    expect(
      collect(jsonLd({ '@graph': [{ '@type': 'WebSite', name: 'x' }, article] }), undefined, ''),
    ).toMatchObject({
      outlet: 'The Arven Post',
      published: '2031-05-03T08:00:00Z',
      modified: '2031-05-04',
      language: 'en',
    })
  })

  it('else from meta, time and the host', () => {
    const body = `<article><time datetime="2031-05-03">3 May</time>${text}</article>`
    expect(collect('<meta property="og:locale" content="en_GB">', body, '')).toMatchObject({
      outlet: 'arvenpost.example',
      published: '2031-05-03',
      modified: null,
      language: 'en-GB',
    })
  })

  it.each([
    '{"@type": "NewsArticle", ',
    '[[[[',
    '<!-- {"@type":"NewsArticle","datePublished":"last week"} -->',
    'null',
  ])('passes over malformed or empty data: %s', data => {
    expect(collect(jsonLd(data))).toMatchObject({ published: null, title: 'Line was safe, minister says' })
  })

  it('gives story and text that belong together', () => {
    const article = collect('')
    expect(article?.story).toHaveLength(3)
    for (const { start, end } of article?.story ?? [])
      expect(article?.text.slice(start, end)).toMatch(/^(Line|The minister)/)
  })

  it('gives null for a page without a body, or a frameset', () => {
    document.documentElement.innerHTML = '<head></head>'
    document.querySelector('body')?.remove()
    expect(collectArticle(document, address)).toBeNull()
    document.documentElement.append(document.createElement('frameset'))
    expect(collectArticle(document, address)).toBeNull()
  })
})

describe('a title without its outlet', () => {
  it.each([
    ['Line was safe - The Arven Post', ['Arven Post'], 'Line was safe'],
    ['Arven Post | Line was safe', ['The Arven Post'], 'Line was safe'],
    [
      'Line was safe – says who – arvenpost.com',
      ['arvenpost.example', 'Arven Post'],
      'Line was safe – says who',
    ],
    ['Line was safe – media', ['Arven Post'], 'Line was safe – media'],
    [
      'How – and why the Arven Post was wrong about all lines',
      ['Arven Post'],
      'How – and why the Arven Post was wrong about all lines',
    ],
    ['Arven Post', ['Arven Post'], 'Arven Post'],
    ['', ['Arven Post'], ''],
  ])('%s', (title, outlets, expected) => {
    expect(stripOutlet(title, outlets)).toBe(expected)
  })
})

it('never collects more than the background takes', () => {
  const article = collect(
    `<title>${'A long title. '.repeat(1000)}</title>`,
    '<p>Some words of a page.</p>'.repeat(99),
    'x'.repeat(1000),
  )
  expect(article?.title.length).toBeGreaterThan(500)
  expect(isArticleText(article)).toBe(true)
})
