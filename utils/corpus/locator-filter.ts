import type { LocatorFilter } from './rows'
import { filterBits, filterProbes } from './weights'

/**
 * A Bloom filter over locators' fingerprints (Bloom 1970; probes by two hashes after Kirsch and Mitzenmacher 2006). An
 * article has tens of thousands of windows and a large corpus a million locators: the filter says of nearly all
 * windows at once that they are on no file, and the database is asked for the few others.
 */
export function createLocatorFilter(locators: number): LocatorFilter {
  const bits = Math.max(32, 2 ** Math.ceil(Math.log2(Math.max(1, locators) * filterBits)))
  return new Uint32Array(bits / 32)
}

export function addLocator(filter: LocatorFilter, high: number, low: number): void {
  const mask = filter.length * 32 - 1
  for (let probe = 0, at = high; probe < filterProbes; probe += 1, at = (at + (low | 1)) >>> 0) {
    const bit = at & mask
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
}

/** False where it was certainly not added. */
export function mayHaveLocator(filter: LocatorFilter, high: number, low: number): boolean {
  const mask = filter.length * 32 - 1
  for (let probe = 0, at = high; probe < filterProbes; probe += 1, at = (at + (low | 1)) >>> 0) {
    const bit = at & mask
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}
