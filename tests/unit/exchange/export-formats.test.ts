import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import type { ExportContent } from '../../../utils/exchange/export-content'
import { exportFormats } from '../../../utils/exchange/export-formats'
import { parseCsv } from '../../../utils/exchange/parse-csv'
import { writeBibtex } from '../../../utils/exchange/write-bibtex'
import { writeCsl } from '../../../utils/exchange/write-csl'
import { writeCsv } from '../../../utils/exchange/write-csv'
import { writeHtml } from '../../../utils/exchange/write-html'
import { writeMarkdownFiles, writeMarkdownZip } from '../../../utils/exchange/write-markdown'
import { writeSchemaOrg } from '../../../utils/exchange/write-schema-org'
import { arbitraryHighlights } from '../../support/arbitrary-highlight'
import { makeHighlight } from '../../support/make-dossier'
import { contentOf, makeArticleOut, makeClaimOut, makeContent } from '../../support/make-export'
import { parseBibtex } from '../../support/parse-bibtex'

const html = `</style><script>alert(1)</script><img src=x onerror="alert(1)">' & "`
const quoted = (exact: string) => ({ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' })
/** Something of every kind, with what may go wrong in each text of it. */
const spoiled = (text: string) =>
  makeContent(
    [
      makeArticleOut({
        title: text,
        outlet: text,
        highlights: [makeHighlight('h1', { selectors: [quoted(text)], note: text, tags: [text] })],
        claims: [
          makeClaimOut(
            'c1',
            { title: text, publisher: text },
            { statement: text, subject: text, chain: [text] },
          ),
        ],
      }),
    ],
    { questions: { 'two-phones': text } },
  )
const textOf = (write: (content: ExportContent) => Iterable<string>, content: ExportContent) =>
  [...write(content)].join('')
const filesOf = (content: ExportContent) => [...writeMarkdownFiles(content)]
const bytesOf = (parts: Iterable<Uint8Array>) => new Uint8Array([...parts].flatMap(part => [...part]))
const nasty = fc.string({ unit: 'binary', maxLength: 40 })

test('every format has a name of its own, and writes something whatever there is', () => {
  expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length)
  expect(exportFormats).toHaveLength(7)
  for (const { write, extension, mime } of exportFormats) {
    expect(extension).toMatch(/^\.[a-z]+$/)
    expect(mime).toMatch(/^[a-z]+\/[a-z.+-]+$/)
    for (const content of [makeContent([]), makeContent([makeArticleOut()]), spoiled(html)]) {
      const written = [...write(content)]
      expect([...write(content)]).toEqual(written)
      const isEmpty = written.every(({ length }) => length === 0)
      expect(isEmpty).toBe(extension === '.bib' && content.articles.length === 0)
    }
  }
})

describe('CSV', () => {
  const cellsOf = (text: string) => {
    const parsed = parseCsv(text)
    if (!parsed.ok) throw new Error(parsed.failure.detail)
    return parsed.value.map(({ cells }) => cells)
  }

  test('has a row for each highlight and each answer of a claim', () => {
    const content = makeContent([
      makeArticleOut({
        highlights: [
          makeHighlight('h1', { note: 'a "note",\nof two lines', tags: ['a', 'b'], colour: 'blue' }),
        ],
        claims: [makeClaimOut('c1')],
      }),
    ])
    const text = textOf(writeCsv, {
      ...content,
      colourNames: { yellow: '', green: '', blue: 'to check', pink: '', violet: '' },
    })
    expect(text.startsWith('\uFEFFkind,title,outlet,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const [head, highlight, claim, ...more] = cellsOf(text)
    expect(more).toEqual([])
    const value = (row: string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1]
    expect(value(highlight, 'note')).toBe('a "note",\nof two lines')
    expect([value(highlight, 'tags'), value(highlight, 'colour')]).toEqual(['a, b', 'to check'])
    expect(value(highlight, 'created')).toBe('1970-01-01T00:00:01.000Z')
    expect([value(claim, 'question'), value(claim, 'position')]).toEqual([
      'Does the president keep two phones?',
      'yes',
    ])
    expect(value(claim, 'subject')).toBe('Tilda Oranje')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '\u200b=1', '\u0000=1'])(
    'makes no formula of %j',
    text => {
      const [, ...rows] = cellsOf(textOf(writeCsv, spoiled(text)))
      expect(rows).toHaveLength(2)
      const cells = rows.flat().filter(cell => cell.includes(text))
      expect(cells.length).toBeGreaterThan(6)
      for (const cell of cells) expect(cell).toBe(`'${text}`)
    },
  )

  test('is read again cell by cell, whatever is in them', () => {
    fc.assert(
      fc.property(nasty, text => {
        const rows = cellsOf(textOf(writeCsv, spoiled(text)))
        expect(rows).toHaveLength(3)
        for (const cells of rows) {
          expect(cells).toHaveLength(17)
          for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/)
        }
        expect([text, `'${text}`]).toContain(rows[1]?.[5])
      }),
    )
  })
})

describe('Markdown', () => {
  test('is a file an article, with front matter, passages as quotations, notes and tags', () => {
    const content = makeContent([
      makeArticleOut({
        highlights: [
          makeHighlight('h1', {
            selectors: [quoted('Two *phones*.\nOne safe.')],
            note: '# not a heading',
            tags: ['to check', '2031'],
            createdMs: Date.UTC(2031, 3, 3),
          }),
        ],
        claims: [makeClaimOut('c1')],
      }),
    ])
    expect(filesOf(content)).toEqual([
      {
        name: 'Morgenpost - Two handsets in a safe.md',
        text: `---
title: "Two handsets in a safe"
source: "https://morgenpost.example/a1"
author:
  - "Morgenpost"
published: 2031-04-02
created: 2031-04-03
tags:
  - "to-check"
  - "2031-"
---

## Highlights

> Two \\*phones\\*.
> One safe.

\\# not a heading

#to-check · #2031-

## Claims

- An aide says of c1 that the president keeps two phones. (an aide › Morgenpost; about 2031-03)
  - Does the president keep two phones? **yes**
`,
      },
    ])
  })

  test('gives no two files one name, and none that a system cannot have', () => {
    const names = (titles: string[]) =>
      filesOf(makeContent(titles.map(title => makeArticleOut({ title, outlet: '', url: null })))).map(
        ({ name }) => name,
      )
    expect(names(['A/B: "C"?', 'a b c', '..', '', 'CON', '\ud800', 'x'.repeat(300)])).toEqual([
      'A B C.md',
      'a b c (2).md',
      'article.md',
      'article (2).md',
      'CON_.md',
      'article (3).md',
      `${'x'.repeat(80)}.md`,
    ])
  })

  test('a line of words never begins markup, and a value of the front matter never ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(nasty, fc.constantFrom('---', '- a', '1. a', '> a', '`a`', '%%a%%', '<b>', '&amp;')),
        text => {
          const [file] = filesOf(spoiled(text))
          const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file?.text ?? '') ?? []
          const title = head?.split('\n')[0]?.replace('title: ', '')
          expect(JSON.parse(title ?? '')).toBe(text)
          const [quotation] = body?.split('\n\n## Claims')[0]?.split('\n\n').slice(1) ?? []
          for (const line of quotation?.split('\n') ?? [])
            expect(line).toMatch(/^>( (?![>#]|[-+=] |\d+[.)] |```)|$)/)
          expect(body).not.toMatch(/(?<!\\)<[a-z]/i)
        },
      ),
    )
  })

  test('comes as one zip', () => {
    const content = makeContent([makeArticleOut(), makeArticleOut({ url: null })])
    const files = unzipSync(bytesOf(writeMarkdownZip(content)))
    expect(Object.keys(files)).toEqual([
      'Morgenpost - Two handsets in a safe.md',
      'Morgenpost - Two handsets in a safe (2).md',
    ])
    for (const { name, text } of filesOf(content)) {
      expect(strFromU8(files[name] ?? new Uint8Array())).toBe(text)
    }
  })
})

describe('citations', () => {
  const articles = [
    makeArticleOut({ claims: [makeClaimOut('c1')] }),
    makeArticleOut({ url: null, published: '2031-04', outlet: '' }),
    makeArticleOut({ title: '', published: null, url: 'https://a.example/x?a=%20{b}&c=1#~_' }),
  ]

  test('as CSL-JSON: a newspaper’s article where claims are on file, else a page', () => {
    expect(JSON.parse(textOf(writeCsl, makeContent(articles)))).toEqual([
      {
        id: 'morgenpost2031handsets',
        type: 'article-newspaper',
        title: 'Two handsets in a safe',
        'container-title': 'Morgenpost',
        issued: { 'date-parts': [[2031, 4, 2]] },
        URL: 'https://morgenpost.example/a1',
        accessed: { 'date-parts': [[2031, 5, 6]] },
      },
      {
        id: 'article2031handsets',
        type: 'webpage',
        title: 'Two handsets in a safe',
        issued: { 'date-parts': [[2031, 4]] },
      },
      {
        id: 'morgenpost',
        type: 'webpage',
        'container-title': 'Morgenpost',
        URL: 'https://a.example/x?a=%20{b}&c=1#~_',
        accessed: { 'date-parts': [[2031, 5, 6]] },
      },
    ])
  })

  test('as BibTeX', () => {
    expect(parseBibtex(textOf(writeBibtex, makeContent(articles)))).toEqual([
      {
        type: 'article',
        key: 'morgenpost2031handsets',
        fields: {
          title: '{Two handsets in a safe}',
          journal: 'Morgenpost',
          year: '2031',
          month: '4',
          day: '2',
          url: 'https://morgenpost.example/a1',
          urldate: '2031-05-06',
        },
      },
      {
        type: 'misc',
        key: 'article2031handsets',
        fields: { title: '{Two handsets in a safe}', year: '2031', month: '4' },
      },
      {
        type: 'article',
        key: 'morgenpost',
        fields: {
          journal: 'Morgenpost',
          url: 'https://a.example/x?a=%20%7Bb%7D&c=1#~_',
          urldate: '2031-05-06',
        },
      },
    ])
  })

  test('are whole whatever the titles, each under a key of its own', () => {
    const text = fc.oneof(nasty, fc.constantFrom('{', '}', '{{', '\\', '100% & $5 #1 a_b ~ ^', '@x{', '"'))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), titles => {
        const content = makeContent(titles.map(title => makeArticleOut({ title, outlet: title })))
        const read = parseBibtex(textOf(writeBibtex, content))
        expect(new Set(read.map(({ key }) => key)).size).toBe(titles.length)
        expect(JSON.parse(textOf(writeCsl, content)).map(({ id }: { id: string }) => id)).toEqual(
          read.map(({ key }) => key),
        )
      }),
    )
    const [entry] = parseBibtex(
      textOf(writeBibtex, makeContent([makeArticleOut({ title: 'a{b\\c}% & $5' })])),
    )
    expect(entry?.fields.title).toBe('{a\\textbraceleft{}b\\textbackslash{}c\\textbraceright{}\\% \\& \\$5}')
  })
})

describe('HTML to print', () => {
  test('shows every text as a text, loads nothing and runs nothing', () => {
    const dom = new JSDOM(textOf(writeHtml, spoiled(html)), { runScripts: 'dangerously' })
    const { document } = dom.window
    expect(document.querySelectorAll('script, img, link, iframe')).toHaveLength(0)
    expect(document.querySelector('blockquote')?.textContent).toBe(html)
    expect(document.querySelector('.note')?.textContent).toBe(html)
    expect(document.querySelector('h2')?.textContent).toBe(html)
    expect(document.querySelector('li')?.textContent).toContain(html)
    expect(document.querySelectorAll('style')).toHaveLength(1)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'/)
  })

  test('links to web pages alone, and has what XML may not hold nowhere', () => {
    const linkOf = (url: string) =>
      new JSDOM(textOf(writeHtml, makeContent([makeArticleOut({ url })]))).window.document.querySelector('a')
        ?.href
    expect(linkOf('https://a.example/"><b>')).toBe('https://a.example/%22%3E%3Cb%3E')
    expect(linkOf('javascript:alert(1)')).toBeUndefined()
    expect(textOf(writeHtml, spoiled('\u0000\u001b\ud800x'))).toContain(
      '<blockquote class="yellow">x</blockquote>',
    )
  })
})

describe('schema.org', () => {
  test('a claim has the articles it appeared in, the first where dates tell one, and no rating', () => {
    const statement = 'The palace keeps two handsets.'
    const at = (id: string, published: string) =>
      makeClaimOut(id, { url: `https://${id}.example/`, published }, { statement })
    const graphOf = (...claims: ReturnType<typeof at>[]) =>
      JSON.parse(textOf(writeSchemaOrg, makeContent([makeArticleOut({ claims })])))['@graph']
    const [claim, ...more] = graphOf(at('b', '2031-04-02'), at('a', '2031-04-01'))
    expect(more).toEqual([])
    expect(claim).toMatchObject({
      '@type': 'Claim',
      text: statement,
      author: { '@type': 'Person', name: 'an aide' },
      firstAppearance: { url: 'https://a.example/' },
      about: [{ name: 'Does the president keep two phones?', suggestedAnswer: { text: 'yes' } }],
    })
    expect(claim.appearance).toHaveLength(2)
    expect(JSON.stringify(claim)).not.toMatch(/rating|ClaimReview/i)
    expect(graphOf(at('b', '2031-04-02'), at('a', '2031-04'))[0]).not.toHaveProperty('firstAppearance')
    expect(graphOf(at('b', '2031-04-02'), { ...at('a', '2031'), statement: 'Other.' })).toHaveLength(2)
  })
})

test('highlights of any kind leave in every format', () => {
  fc.assert(
    fc.property(arbitraryHighlights, highlights => {
      for (const { write } of exportFormats)
        expect([...write(contentOf(highlights))].length).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
})
