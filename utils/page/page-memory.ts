import { fingerprint } from '../model/fingerprint'
import { normalizeAddress } from '../reading/judge-address'
import type { Believe } from './shared-world'

/** What one document showed so far, where it shows several pages one after the other. */
export interface PageMemory {
  /** Under which page each statement of the document's head was met first, by the statement's fingerprint. */
  met: Map<string, string>
  /** How many stories have taken each other's place under one address. */
  swaps: Map<string, number>
  /** Addresses that the document took after it had stated them of itself: another name, and no other page. */
  names: Map<string, string>
}

export const createMemory = (): PageMemory => ({ met: new Map(), swaps: new Map(), names: new Map() })

/** One spelling of an address, without what says nothing of the page: a place in it, where the reader came from. */
export const pageOf = (memory: PageMemory, address: string): string => {
  const page = normalizeAddress(address) ?? address
  return memory.names.get(page) ?? page
}

/** Whether other stories stood under this address before: then it does not say which one this is. */
export const isShared = (memory: PageMemory, address: string): boolean =>
  memory.swaps.has(pageOf(memory, address))

/** Another story has taken the place of the one that stood under this address. */
export function rememberSwap(memory: PageMemory, address: string): void {
  const page = pageOf(memory, address)
  memory.swaps.set(page, (memory.swaps.get(page) ?? 0) + 1)
}

/**
 * Passes on what the head states, and gives '' for what it stated of an earlier page already: most sites that write
 * their pages themselves leave some of the first one's head in place.
 */
export function createBelief(memory: PageMemory, address: string): Believe {
  const page = pageOf(memory, address)
  const now = `${page} ${memory.swaps.get(page) ?? 0}`
  return (what, stated) => {
    const statement = statementOf(what, stated)
    const first = memory.met.get(statement) ?? now
    memory.met.set(statement, first)
    return first === now ? stated : ''
  }
}

/** Scripts state whole articles: their length and their beginning tell them apart well enough. */
const statementOf = (what: string, stated: string) =>
  fingerprint(`${what} ${stated.length} ${stated.slice(0, 2_000)}`)

/** Whether the new address is the one that the document stated as its own under the old one; if so, remembers it. */
export function takesOwnAddress(
  memory: PageMemory,
  document: Document,
  from: string,
  address: string,
): boolean {
  // By the prototype: an image named "querySelector" would answer in the document's place.
  const link = Document.prototype.querySelector.call(document, 'link[rel~="canonical" i]')
  const stated = (link as HTMLLinkElement | null)?.href ?? ''
  const page = pageOf(memory, address)
  if (pageOf(memory, stated) !== page) return false
  if (!memory.met.get(statementOf('canonical', stated))?.startsWith(`${from} `)) return false
  memory.names.set(page, from)
  return true
}
