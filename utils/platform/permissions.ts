import { nativeBrowser } from './native-browser'

/** Every site: what the manifest names as the most that may be asked for. */
export const everySite: readonly string[] = ['http://*/*', 'https://*/*']

/**
 * The match patterns of a host: both schemes, every path. `*.example.org` stands for it and all below it.
 * A port is left out: Firefox knows none in a pattern, and without one a pattern fits all ports.
 * Both are named because `*://` is not taken for a part of http and https together.
 */
export function hostPatterns(host: string): string[] {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return [`http://${name}/*`, `https://${name}/*`]
}

/** Asks the reader for sites. Must be called straight from a click: the browser refuses it after any waiting. */
export async function requestSites(patterns: readonly string[]): Promise<boolean> {
  try {
    return await nativeBrowser().permissions.request({ origins: [...patterns] })
  } catch {
    // Without a click, or a pattern the browser does not take: not granted either way.
    return false
  }
}

/** Match patterns of all sites that the reader granted. */
export async function listGrantedPatterns(): Promise<string[]> {
  const { origins = [] } = await nativeBrowser().permissions.getAll()
  return origins.filter(pattern => /^(https?|\*):|^<all_urls>$/.test(pattern))
}

/** Gives sites back; false where the browser keeps them. */
export async function removeSites(patterns: readonly string[]): Promise<boolean> {
  try {
    return await nativeBrowser().permissions.remove({ origins: [...patterns] })
  } catch {
    return false
  }
}

/** A granted host, with the patterns that grant it. */
export interface GrantedSite {
  /** As in the patterns: `*.example.org`, or `*` for every site. */
  host: string
  patterns: string[]
}

/** Puts patterns of the same host together, in the order of the alphabet. */
export function groupByHost(patterns: readonly string[]): GrantedSite[] {
  const sites = new Map<string, string[]>()
  for (const pattern of patterns) {
    const host = pattern === '<all_urls>' ? '*' : (pattern.split('/')[2] ?? pattern)
    sites.set(host, [...(sites.get(host) ?? []), pattern])
  }
  const bare = (host: string) => host.replace(/^\*\./, '')
  return [...sites]
    .map(([host, all]) => ({ host, patterns: all }))
    .sort((a, b) => (bare(a.host) < bare(b.host) ? -1 : 1))
}
