import type { ClaimDraft } from '../model/claim-draft'
import { browser } from './browser'

const keyOf = (tab: number): string => `drafts:${tab}`

/**
 * Claims that were begun in a tab. In `storage.session`: they outlive a sidebar that is closed and a worker that sleeps, and not
 * the browser; they are never written to disk, so that a private window leaves nothing.
 */
export async function listDrafts(tab: number): Promise<ClaimDraft[]> {
  const key = keyOf(tab)
  return ((await browser.storage.session.get(key))[key] as ClaimDraft[] | undefined) ?? []
}

export const keepDrafts = (tab: number, drafts: readonly ClaimDraft[]): Promise<void> =>
  drafts.length > 0
    ? browser.storage.session.set({ [keyOf(tab)]: drafts })
    : browser.storage.session.remove(keyOf(tab))
