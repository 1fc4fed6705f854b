import type { ClaimId } from '../model/ids'
import { browser } from './browser'

/** How long a tab may take to open its page, ms: what is asked for later is another page of that tab. */
const openingMs = 120_000

const keyOf = (tab: number): string => `wanted:${tab}`

interface Wanted {
  claim: ClaimId
  sinceMs: number
}

/**
 * Remembers which claim a tab was opened for. In `storage.session`: it outlives a worker that sleeps, and not the
 * browser, is never written to disk, and no page's script can read it.
 */
export const rememberWanted = (tab: number, claim: ClaimId, nowMs: number): Promise<void> =>
  browser.storage.session.set({ [keyOf(tab)]: { claim, sinceMs: nowMs } satisfies Wanted })

/** Gives it once. Null where the tab was opened for none, or long ago. */
export async function takeWanted(tab: number, nowMs: number): Promise<ClaimId | null> {
  const key = keyOf(tab)
  const wanted = (await browser.storage.session.get(key))[key] as Wanted | undefined
  if (!wanted) return null
  await browser.storage.session.remove(key)
  return nowMs - wanted.sinceMs <= openingMs ? wanted.claim : null
}
