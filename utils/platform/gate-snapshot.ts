import type { GateSnapshot } from '../model/page-facts'
import { nativeBrowser } from './native-browser'

const key = 'gate'
const knownOfKey = 'known-addresses-of'

/** Of a hash in hexadecimal digits: 256 buckets, so that a page reads a 256th of what is on file. */
const bucketKey = (hash: string): string => `known-${hash.slice(0, 2)}`

/**
 * What the gate knows, from `storage.local`, with those of the known addresses that stand in a bucket with one of the page's;
 * null where none of this format was compiled yet. Kept as texts: the browser takes an object apart value by value on
 * its way to a page, and hands over a text in one piece. The starter's snapshot added 17 ms to a page as an object and 3 to 9 ms
 * as a text, in single runs on a loaded machine.
 * @param hashes of the page's addresses
 */
export async function loadGateSnapshot(hashes: readonly string[]): Promise<GateSnapshot | null> {
  const buckets = hashes.map(bucketKey)
  const stored = await nativeBrowser().storage.local.get([key, ...buckets])
  const text = stored[key]
  const base: GateSnapshot | null = typeof text === 'string' ? JSON.parse(text) : null
  if (base?.format !== 3) return null
  const onFile = buckets.flatMap(bucket => String(stored[bucket] ?? '').split(' '))
  return { ...base, knownAddresses: [...base.knownAddresses, ...onFile] }
}

/** What is kept as one: all but the addresses that dossiers have. */
export const saveGateSnapshot = (base: GateSnapshot): Promise<void> =>
  nativeBrowser().storage.local.set({ [key]: JSON.stringify(base) })

/** `of` says of what they are: see `loadKnownOf`. */
export function saveKnownAddresses(hashes: readonly string[], of: string): Promise<void> {
  const buckets = new Map<string, string[]>()
  for (let bucket = 0; bucket < 256; bucket += 1) {
    buckets.set(bucketKey(bucket.toString(16).padStart(2, '0')), [])
  }
  for (const hash of hashes) buckets.get(bucketKey(hash))?.push(hash)
  const texts = [...buckets].map(([name, list]) => [name, list.join(' ')])
  return nativeBrowser().storage.local.set({ ...Object.fromEntries(texts), [knownOfKey]: of })
}

/** What the buckets were last compiled of; undefined where they were not. */
export const loadKnownOf = async (): Promise<unknown> =>
  (await nativeBrowser().storage.local.get(knownOfKey))[knownOfKey]
