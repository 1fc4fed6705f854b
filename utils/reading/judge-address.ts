import { fingerprint } from '../model/fingerprint'

/**
 * Query parameters that say where a reader came from or how a page is dressed, and never which article it is.
 * Everything else is kept: many sites name the article in the query (`?id=`, `?p=`, `?story=`).
 */
const tracking =
  /^(utm_.*|[a-z]{0,3}clid|gclsrc|dclid|mc_[ce]id|_ga|_gl|igshid|ftag|ito|cmpid|ocid|smid|smtyp|ncid|cvid|taid|wt\.mc_id|guccounter|guce_.*|at_(medium|campaign.*|custom.*|format|link.*|ptr.*|bbc.*)|s?cid=rss|amp|outputtype)$/

/**
 * One spelling for the many addresses under which one article is met: host and path and what is left of the query.
 * Left out are the scheme, `www.` and the phone hosts' `amp.`, `m.` and `mobile.`, default ports, a trailing slash, the
 * fragment and tracking parameters. Two articles must never be given one spelling, so the path keeps its case.
 * @returns null for anything but http and https.
 */
export function normalizeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, port, pathname, searchParams } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const host = hostname.replace(/\.$/, '').replace(/^www\d?\./, '')
  const bare = host.replace(/^(amp|m|mobile)\.(?=[^.]+\.)/, '').replace(/^www\./, '')
  const query = [...searchParams]
    .filter(([name]) => !tracking.test(name.toLowerCase()))
    .map(pair => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&')
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')
  return bare + (port && `:${port}`) + path + (query && `?${query}`)
}

/** The fingerprint of a normalised address: what the snapshot holds, so that it carries no reading list. Null as above. */
export function hashAddress(url: string): string | null {
  const address = normalizeAddress(url)
  return address === null ? null : fingerprint(address)
}
