import { fingerprint } from '../model/fingerprint'

/**
 * Query parameters that say where a reader came from, and never which article it is.
 * Everything else is kept: many sites name the article in the query (`?id=`, `?p=`, `?storyId=`).
 */
const tracking =
  /^(utm_.*|(fb|g|ms|y|tw|dc|ttc|wbra|gbra)clid|gclsrc|mc_[ce]id|_g[al]|igshid|ftag|cmpid|ocid|smid|smtyp|ncid|guccounter|guce_.*|at_(medium|campaign|custom|format|link|ptr|bbc).*)$/

/**
 * One spelling for the addresses that are one by their parts: host, path, and what is left of the query, sorted.
 * Left out are the scheme, `www.`, default ports, a trailing slash, the fragment and tracking parameters. Two articles
 * must never be given one spelling: so the path keeps its case, and a fragment that names a page (`#!/story/7`,
 * `#/story/7`) stays.
 * @returns null for anything but http and https.
 */
export function normalizeAddress(url: string): string | null {
  const address = parse(url)
  return address && spell(address, address.host.replace(/^(www\.(?=[^.]+\.))+/, ''), address.pathname)
}

/** Hosts for phones and AMP where a site's own name is left after them: `m.example.com`, not `m.co.uk`. */
const dressedHost =
  /^(www\.(?=[^.]+\.)|(amp|m|mobile)\.(?!(com?|org|net|gov|ac|edu)\.[a-z]{2}$)(?=[^.]+\.[^.]))+/

/** Segments and endings of a path that say how a page is dressed: `/amp/`, `/amp.html`, `.amp`, `/print`, `/index.html`. */
const dressedPath =
  /\/(((amp|print|printer-?friendly)(\.html?)?|index\.\w+)(?=\/|$))|[._](amp|print)(?=(\.html?)?$)/gi

/** Parameters that say so, by their names or by their values: `?outputType=amp`, `?print=1`, `?view=print`. */
const dressing = /^(amp|amp_.*|usqp|outputtype|print(able|view|er-?friendly)?)$/i

/** Addresses under which caches and archives keep a copy; the article's own follows. */
const copy =
  /^((https?:\/+)?(www\.google\.[a-z.]+\/amp\/(s\/)?|[^/]+\.cdn\.ampproject\.org\/\w+\/(s\/)?|web\.archive\.org\/web\/\d+([a-z]{2}_)?\/|archive\.(ph|today|is|li|md|vn|fo)\/\d[\d.-]*\/))+(https?:\/+)?/i

/**
 * A spelling that the variants of an address share: AMP, phone and print versions, copies in caches and archives, other
 * ports. Derived and not stated by anybody, so it only makes a candidate: whether two pages are one article, their text
 * says. A plain address has the same spelling here as above. Null as above.
 */
export function loosenAddress(url: string): string | null {
  const address = parse(url.replace(copy, 'https://'))
  return (
    address &&
    spell(
      address,
      address.hostname.replace(dressedHost, ''),
      address.pathname.replace(dressedPath, ''),
      dressing,
    )
  )
}

function parse(url: string): URL | null {
  const address = URL.canParse(url) ? new URL(url) : null
  return address && /^https?:$/.test(address.protocol) ? address : null
}

function spell(address: URL, host: string, path: string, besides?: RegExp): string {
  // Not by `keys()`: in Firefox's content scripts its result cannot be gone through.
  const names: string[] = []
  address.searchParams.forEach((value, name) => {
    if (tracking.test(name.toLowerCase()) || besides?.test(name) || besides?.test(value)) names.push(name)
  })
  for (const name of names) address.searchParams.delete(name)
  address.searchParams.sort()
  const page = /^#!?\//.test(address.hash) ? address.hash : ''
  return host + path.replace(/\/+$/, '') + address.search + page
}

const hash = (spelling: string | null): string[] => (spelling === null ? [] : [fingerprint(spelling)])

/**
 * The fingerprint of a normalised address, so that the snapshot holds no list of what was read. Null as above.
 */
export const hashAddress = (url: string): string | null => hash(normalizeAddress(url))[0] ?? null

/** What something at an address is filed under: its fingerprint, and that of its loose spelling where it is another. */
export const hashesOf = (url: string): string[] => [
  ...new Set([...hash(normalizeAddress(url)), ...hash(loosenAddress(url))]),
]

/** What a page is looked up by. */
export interface PageHashes {
  /** Its own address; what is found by it belongs to this page. */
  own: string | null
  /** Addresses like its own, and those it states of itself: what is found by them may belong to this page. */
  alike: string[]
}

/** By a page's addresses, its own first. */
export const hashPage = ([own = '', ...stated]: readonly string[]): PageHashes => ({
  own: hashAddress(own),
  alike: [...new Set([own, ...stated].flatMap(url => hash(loosenAddress(url))))],
})

/** All of these. */
export function listHashes(addresses: readonly string[]): string[] {
  const { own, alike } = hashPage(addresses)
  return own === null ? alike : [own, ...alike]
}
