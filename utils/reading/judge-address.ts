import { fingerprint } from '../model/fingerprint'

/**
 * Query parameters that say where a reader came from or how a page is dressed, and never which article it is.
 * Everything else is kept: many sites name the article in the query (`?id=`, `?p=`, `?storyId=`).
 */
const tracking =
  /^(utm_.*|(fb|g|ms|y|tw|dc|ttc|wbra|gbra)clid|gclsrc|mc_[ce]id|_g[al]|igshid|ftag|cmpid|ocid|smid|smtyp|ncid|guccounter|guce_.*|at_(medium|campaign|custom|format|link|ptr|bbc).*|amp|outputtype)$/

/** `www.`, and hosts for phones and AMP where a site's own name is left after them: `m.example.com`, not `m.co.uk`. */
const dressing =
  /^(www\.(?=[^.]+\.)|(amp|m|mobile)\.(?!(com?|org|net|gov|ac|edu)\.[a-z]{2}$)(?=[^.]+\.[^.]))+/

/**
 * One spelling for the addresses under which one article is met: host, path, and what is left of the query, sorted.
 * Left out are the scheme, `www.`, the phone hosts, default ports, a trailing slash, the fragment and tracking
 * parameters. Two articles must never be given one spelling: so the path keeps its case, and a fragment that names
 * a page (`#!/story/7`, `#/story/7`) stays.
 * @returns null for anything but http and https.
 */
export function normalizeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (!/^https?:$/.test(address.protocol)) return null
  // Not by `keys()`: in Firefox's content scripts its result cannot be gone through.
  const names: string[] = []
  address.searchParams.forEach((_value, name) => {
    names.push(name)
  })
  for (const name of names) if (tracking.test(name.toLowerCase())) address.searchParams.delete(name)
  address.searchParams.sort()
  const host = address.host.replace(dressing, '')
  const page = /^#!?\//.test(address.hash) ? address.hash : ''
  return host + address.pathname.replace(/\/+$/, '') + address.search + page
}

/** The fingerprints of a page's addresses; those that are none of the web are left out. */
export const hashAddresses = (urls: readonly string[]): string[] =>
  urls.map(hashAddress).filter(hash => hash !== null)

/** The fingerprint of a normalised address, so that the snapshot holds no list of what was read. Null as above. */
export function hashAddress(url: string): string | null {
  const address = normalizeAddress(url)
  return address === null ? null : fingerprint(address)
}
