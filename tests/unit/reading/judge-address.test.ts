import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashAddress, normalizeAddress } from '../../../utils/reading/judge-address'

describe('one article, one spelling', () => {
  test.each([
    ['http://www.lantern.example/a/'],
    ['https://lantern.example:443/a'],
    ['https://LANTERN.example/a#comments'],
    ['https://m.lantern.example/a?utm_source=feed&fbclid=7'],
    ['https://amp.lantern.example/a?amp=1'],
    ['https://mobile.lantern.example/a?_ga=2.1'],
  ])('%s', url => {
    expect(normalizeAddress(url)).toBe('lantern.example/a')
  })

  test('with its parameters in any order', () => {
    expect(normalizeAddress('https://lantern.example/?id=7&page=2')).toBe(
      normalizeAddress('https://lantern.example/?page=2&utm_medium=x&id=7'),
    )
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
})

test.each(['ftp://lantern.example/a', 'about:blank', 'file:///a.html', 'not an address', ''])(
  '%s has none',
  url => {
    expect(normalizeAddress(url)).toBeNull()
    expect(hashAddress(url)).toBeNull()
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
