import { loosenAddress, normalizeAddress } from './judge-address'
import { siteOf } from './site-of'

/** A page by the addresses it has, its own first, then those it states of itself, and the name its outlet gives itself. */
export interface AddressedPage {
  addresses: readonly string[]
  outlet: string
}

/** What is kept of pages. `addresses`: where it was met; `statedAddresses`: what those pages stated of themselves. */
export interface Kept {
  addresses: readonly string[]
  statedAddresses?: readonly string[]
  outlet: string
}

/**
 * How a page's addresses tie it to something kept. `own`: kept under the page's own address. `derived`: under a variant of
 * it. `stated`: by what one of the two states. All but `own` only make a candidate, and the text decides.
 */
export type Tie = 'own' | 'derived' | 'stated'

/**
 * Null where the addresses have nothing to do with each other. An address of another outlet is none: whoever carries
 * another's article and names the original is a copy, not the same article under another address.
 */
export function judgeTie(page: AddressedPage, kept: Kept): Tie | null {
  const [own = ''] = page.addresses
  const spelling = normalizeAddress(own)
  if (spelling === null) return null
  if (kept.addresses.some(address => normalizeAddress(address) === spelling)) return 'own'
  const loose = loosenAddress(own)
  const places = kept.addresses.map(loosenAddress)
  if (places.includes(loose)) return 'derived'
  const stated = [...places, ...(kept.statedAddresses ?? []).map(loosenAddress)]
  const meets = page.addresses
    .map(loosenAddress)
    .some(address => address !== null && stated.includes(address))
  return meets && isOneOutlet(page, kept) ? 'stated' : null
}

function isOneOutlet(page: AddressedPage, kept: Kept): boolean {
  const domain = domainOf(page.addresses[0] ?? '')
  return (
    kept.addresses.some(address => domainOf(address) === domain) ||
    (page.outlet !== '' && page.outlet.toLowerCase() === kept.outlet.toLowerCase())
  )
}

/**
 * What an outlet's hosts have in common: `bbc.co.uk` of `news.bbc.co.uk`, of copies that of the original. There is no list of
 * suffixes at hand: a few forms of them are known, and a host that is taken for one outlet with another still has to
 * have the same text.
 */
function domainOf(address: string): string {
  const host = siteOf(`https://${loosenAddress(address) ?? ''}`)
  return /[^.]+\.((com?|org|net|gov|ac|edu)\.[a-z]{2}|[^.]+)$/.exec(host)?.[0] ?? host
}
