import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hashAddress,
  hashesOf,
  hashPage,
  loosenAddress,
  normalizeAddress,
} from '../../../utils/reading/judge-address'

describe('one article, one spelling', () => {
  test.each([
    ['http://www.lantern.example/a/'],
    ['https://lantern.example:443/a'],
    ['https://LANTERN.example/a#comments'],
    ['https://lantern.example/a?utm_source=feed&fbclid=7'],
    ['https://lantern.example/a?_ga=2.1&ocid=x&gclid=y'],
  ])('%s', url => {
    expect(normalizeAddress(url)).toBe('lantern.example/a')
  })

  test('with its parameters in any order', () => {
    expect(normalizeAddress('https://lantern.example/?id=7&page=2')).toBe(
      normalizeAddress('https://lantern.example/?page=2&utm_medium=x&id=7'),
    )
  })
})

describe('variants of an address are alike, and not one', () => {
  test.each([
    'https://m.lantern.example/news/a',
    'https://mobile.lantern.example/news/a?_ga=2.1',
    'https://amp.lantern.example/news/a/',
    'https://lantern.example/amp/news/a',
    'https://lantern.example/news/a/amp/',
    'https://lantern.example/news/a/amp.html',
    'https://lantern.example/news/a.amp',
    'https://lantern.example/news/a?amp',
    'https://lantern.example/news/a?amp=1',
    'https://lantern.example/news/a?outputType=amp',
    'https://lantern.example/news/a?output=amp&amp_js_v=0.1&usqp=x',
    'https://lantern.example/news/a/print',
    'https://lantern.example/print/news/a',
    'https://lantern.example/news/a/printer-friendly',
    'https://lantern.example/news/a?print=1',
    'https://lantern.example/news/a?view=print',
    'https://lantern.example/news/a/index.html',
    'https://lantern.example/news/a/index.php?utm_source=x',
    'http://lantern.example:8080/news/a',
    'https://www.google.com/amp/s/www.lantern.example/news/a',
    'https://www.google.co.uk/amp/lantern.example/news/a/amp',
    'https://lantern-example.cdn.ampproject.org/c/s/amp.lantern.example/news/a?usqp=mq331',
    'https://lantern-example.cdn.ampproject.org/v/lantern.example/news/a?amp_js_v=0.1',
    'https://web.archive.org/web/20180521120000/https://www.lantern.example/news/a',
    'https://web.archive.org/web/2018id_/http://lantern.example:80/news/a',
    'https://web.archive.org/web/20180521/lantern.example/news/a/',
    'https://archive.ph/2018.05.21-120000/https://lantern.example/news/a',
    'https://web.archive.org/web/2018/https://www.google.com/amp/s/lantern.example/news/a',
  ])('%s', url => {
    expect(loosenAddress(url)).toBe('lantern.example/news/a')
    expect(normalizeAddress(url)).not.toBe('lantern.example/news/a')
    expect(hashesOf(url)).toEqual([hashAddress(url), hashAddress('https://lantern.example/news/a')])
  })

  test.each([
    ['https://lantern.example/a.amp.html', 'lantern.example/a.html'],
    ['https://lantern.example/a.print.html', 'lantern.example/a.html'],
    ['https://web.archive.org/web/2018/https://lantern.example/?id=7&amp=1', 'lantern.example?id=7'],
    ['https://lantern.example/blueprint', 'lantern.example/blueprint'],
    ['https://lantern.example/news/100-amp-fuse', 'lantern.example/news/100-amp-fuse'],
    ['https://lantern.example/ampere/printers', 'lantern.example/ampere/printers'],
    ['https://m.co.uk/a', 'm.co.uk/a'],
    ['https://web.archive.org/web/2018*/lantern.example', 'web.archive.org/web/2018*/lantern.example'],
    ['https://www.google.com/search?q=lantern', 'google.com/search?q=lantern'],
  ])('%s is loosely %s', (url, loose) => {
    expect(loosenAddress(url)).toBe(loose)
  })

  test('a plain address has one spelling and is filed once', () => {
    const url = 'https://www.lantern.example/news/a?id=7'
    expect(loosenAddress(url)).toBe(normalizeAddress(url))
    expect(hashesOf(url)).toEqual([hashAddress(url)])
  })

  test('a page is looked up by its own address, by what is like it, and by what it states', () => {
    const hashOf = (path: string) => hashAddress(`https://lantern.example/${path}`)
    expect(hashPage(['https://lantern.example/a/amp', 'https://lantern.example/b'])).toEqual({
      own: hashOf('a/amp'),
      alike: [hashOf('a'), hashOf('b')],
    })
    expect(hashPage([])).toEqual({ own: null, alike: [] })
  })
})

describe('other articles, other spellings', () => {
  test.each([
    ['https://lantern.example/?id=7', 'https://lantern.example/?id=8'],
    ['https://lantern.example/Ab', 'https://lantern.example/aB'],
    ['https://lantern.example/a', 'https://lantern.example/a/b'],
    ['https://lantern.example:8443/a', 'https://lantern.example/a'],
    ['https://lantern.example/#!/story/1', 'https://lantern.example/#!/story/2'],
    ['https://m.co.uk/a', 'https://amp.co.uk/a'],
    ['https://news.lantern.example/a', 'https://lantern.example/a'],
    ['https://lantern.example/a%2Fb', 'https://lantern.example/a/b'],
    ['https://lantern.example/?a=1%262', 'https://lantern.example/?a=1&2'],
    ['https://m.lantern.example/a', 'https://lantern.example/a'],
    ['https://lantern.example/a/amp', 'https://lantern.example/a'],
    ['https://lantern.example/a?print=1', 'https://lantern.example/a'],
    ['https://web.archive.org/web/2018/https://lantern.example/a', 'https://lantern.example/a'],
  ])('%s and %s', (one, other) => {
    expect(normalizeAddress(one)).not.toBe(normalizeAddress(other))
    expect(hashAddress(one)).not.toBe(hashAddress(other))
  })

  test('whatever the path and an unknown parameter', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9._-]{1,8}$/).filter(text => !/^\.+$/.test(text))
    fc.assert(
      fc.property(part, part, part, part, (pathA, pathB, idA, idB) => {
        const [a, b] = [`https://x.example/${pathA}?id=${idA}`, `https://x.example/${pathB}?id=${idB}`]
        expect(normalizeAddress(a) === normalizeAddress(b)).toBe(a === b)
      }),
    )
  })

  test('loosely too, where neither is dressed', () => {
    const part = fc.stringMatching(/^[bcdfghjk0-9-]{1,8}$/)
    fc.assert(
      fc.property(part, part, part, part, (pathA, pathB, idA, idB) => {
        const [a, b] = [`https://x.example/${pathA}?id=${idA}`, `https://x.example/${pathB}?id=${idB}`]
        expect(loosenAddress(a) === loosenAddress(b)).toBe(a === b)
      }),
    )
  })
})

test.each(['ftp://lantern.example/a', 'about:blank', 'file:///a.html', 'not an address', ''])(
  '%s has none',
  url => {
    expect(normalizeAddress(url)).toBeNull()
    expect(hashAddress(url)).toBeNull()
    expect(loosenAddress(url)).toBeNull()
    expect(hashesOf(url)).toEqual([])
  },
)

test('a normalised address is its own spelling', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
      const once = normalizeAddress(url)
      expect(normalizeAddress(`https://${once}`)).toBe(once)
    }),
  )
})

test('what is one by its parts is alike', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
      expect(loosenAddress(`http://${normalizeAddress(url)}`)).toBe(loosenAddress(url))
    }),
  )
})
