import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeAddress } from '../../../utils/reading/judge-address'
import { judgeTie } from '../../../utils/reading/judge-tie'

const here = 'https://www.lantern.example/news/a'
const page = (...addresses: string[]) => ({ addresses, outlet: '' })
const kept = (address: string, ...statedAddresses: string[]) => ({
  addresses: [address],
  statedAddresses,
  outlet: '',
})

describe('a page and what is kept', () => {
  test.each([
    ['own', page('http://lantern.example/news/a/?utm_source=x#top'), kept(here)],
    ['own', page(here), { addresses: ['https://x.example/', here], outlet: '' }],
    ['derived', page('https://amp.lantern.example/news/a'), kept(here)],
    ['derived', page(here), kept('https://lantern.example/news/a/amp')],
    ['derived', page('https://lantern.example/news/a?print=1'), kept('https://lantern.example/amp/news/a')],
    ['derived', page(`https://web.archive.org/web/2018/${here}`), kept(here)],
    ['derived', page('https://www.google.com/amp/s/lantern.example/news/a'), kept(here)],
    ['stated', page('https://lantern.example/?p=7', here), kept(here)],
    ['stated', page(here), kept('https://lantern.example/?p=7', here)],
    ['stated', page('https://lantern.example/?p=7', here), kept('https://news.lantern.example/x', here)],
    [
      'stated',
      page('https://blog.lantern.co.uk/x', 'https://lantern.co.uk/y'),
      kept('https://lantern.co.uk/y'),
    ],
    ['stated', page(`https://archive.ph/2018/${here}?x=1`, here), kept(here)],
    [null, page('https://lantern.example/news/b'), kept(here)],
    [null, page('https://lantern.example/news/a?id=1'), kept('https://lantern.example/news/a?id=2')],
    [null, page('https://copy.example/a', here), kept(here)],
    [null, page(here), kept('https://copy.example/a', here)],
    [null, page('https://courier.co.uk/a', 'https://lantern.co.uk/a'), kept('https://lantern.co.uk/a')],
    [null, page('about:blank', here), kept(here)],
    [null, page(), kept(here)],
  ])('%s: %j and %j', (tie, one, other) => {
    expect(judgeTie(one, other)).toBe(tie)
  })

  test('another site of the same outlet may be stated', () => {
    const other = { addresses: ['https://lantern-abroad.example/a', here], outlet: 'The Lantern' }
    expect(judgeTie(other, { ...kept(here), outlet: 'the lantern' })).toBe('stated')
    expect(judgeTie(other, { ...kept(here), outlet: 'The Courier' })).toBeNull()
  })

  test('own is the same spelling and nothing else', () => {
    const address = fc.webUrl({ withQueryParameters: true })
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(judgeTie(page(a), kept(b)) === 'own').toBe(normalizeAddress(a) === normalizeAddress(b))
      }),
    )
  })
})
