import { expect, test } from 'vitest'
import { isArticleText } from '../../../utils/model/guards'
import { limits } from '../../../utils/model/limits'
import { collectArticle } from '../../../utils/page/collect-article'
import { createBelief, createMemory } from '../../../utils/page/page-memory'
import { readByline } from '../../../utils/reading/read-byline'

const address = 'https://arvenpost.example/politics/line-2031'
const story =
  '<p>The minister said on Monday that the line had been safe at all times, and nobody listened to it.</p>'
function collect(head: string, body: string) {
  document.documentElement.innerHTML = `<head>${head}</head><body><h1>Line was safe</h1>${body}${story}${story}</body>`
  return collectArticle(document, address)?.article
}
const jsonLd = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`

test.each<[what: string, byline: string, head: string, body?: string]>([
  ['nobody', '', ''],
  ['JSON-LD, a name', 'Ana Person', jsonLd('Ana Person')],
  ['JSON-LD, a person', 'Ana Person', jsonLd({ '@type': 'Person', name: ' Ana  Person ' })],
  ['JSON-LD, several', 'Ana Person, Bo Other', jsonLd([{ name: 'Ana Person' }, { name: 'Bo Other' }])],
  ['JSON-LD, a body', '', jsonLd({ '@type': 'Organization', name: 'Arven Post' })],
  ['meta', 'Ana Person', '<meta name="Author" content="By Ana Person, Arven Post">'],
  ['meta, an address', '', '<meta property="article:author" content="https://social.example/ana.person">'],
  ['JSON-LD before meta', 'Ana Person', `<meta name="author" content="Bo Other">${jsonLd('Ana Person')}`],
  [
    'itemprop',
    'Ana Person',
    '',
    '<div itemprop="author"><span itemprop="name">Ana Person</span>, London</div>',
  ],
  ['itemprop, not shown', 'Ana Person', '', '<meta itemprop="author" content="Ana Person">'],
  ['rel', "Ana O'Person-Müller", '', `<a rel="nofollow author" href="/ana">Ana O'Person-Müller</a>`],
  ['a line', 'Ana Person, Bo Other', '', '<p class="ArticleByline">By Ana Person\n and Bo Other</p>'],
  ['a line with more', 'ANA PERSON', '', '<p class="byline">BY ANA PERSON in Arven | 3 May 2031</p>'],
  [
    'a list',
    'Ana Person, Bo Other, Cy Third',
    '',
    '<i class="byline">By: Ana Person, Bo Other & Cy Third</i>',
  ],
  ['a line that is none', '', '', '<div class="byline-date">Updated on Monday</div>'],
  ['a desk', '', '', '<div class="byline">By Arven Post Staff</div>'],
  ['a teaser', '', '', '<aside><p class="byline">By Ana Person</p></aside>'],
  ['a teaser before it', 'Bo Other', '', '<nav><a rel="author">Ana P</a></nav><a rel="author">Bo Other</a>'],
])('the byline of a page: %s', (_what, byline, head, body = '') => {
  expect(readByline(collect(head, body)?.byline ?? '')).toBe(byline)
})

test('what a page does against us costs no more than the byline', () => {
  const long = 'Ana '.repeat(100_000)
  for (const [head, body] of [
    [jsonLd(long), `<div class="byline" itemprop="author">${long}</div>`],
    [jsonLd(Array.from({ length: 10_000 }, (_, at) => `Ana Person${'x'.repeat(at % 50)}`)), ''],
    [jsonLd([null, 7, [['Ana']], { name: { name: 'Ana' } }, { '@type': 7, name: ['Ana'] }]), ''],
    ['', `<form class="byline" rel="author"><input name="textContent"><input name="closest">By Ana</form>`],
    ['', `<form itemprop="author"><input name="getAttribute"><input name="querySelectorAll"></form>`],
    ['', '<p class="byline">By &lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['', '<p class="byline">By Ana Person</p>'.repeat(5_000)],
  ] as const) {
    const article = collect(head, body)
    expect(isArticleText(article)).toBe(true)
    expect(article?.byline.length).toBeLessThanOrEqual(limits.byline)
    expect(readByline(article?.byline ?? '')).not.toMatch(/[<>\n]/)
  }
})

test('what is called a byline and holds more than a line is none', () => {
  expect(
    collect('', `<div class="byline">By Ana Person ${'told of the mill. '.repeat(30)}</div>`)?.byline,
  ).toBe('')
})

test('a byline that the head stated of an earlier page is not this one’s', () => {
  collect('<meta name="author" content="Ana Person">', '')
  const memory = createMemory()
  const read = (own: string) =>
    collectArticle(document, own, {
      believe: createBelief(memory, own),
      isAddressShared: false,
      inView: null,
    })
  expect(read('https://arvenpost.example/a')?.article.byline).toBe('Ana Person')
  expect(read('https://arvenpost.example/b')?.article.byline).toBe('')
})
