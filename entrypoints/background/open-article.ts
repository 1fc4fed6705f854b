import type { ClaimId } from '../../utils/model/ids'
import { fail, type Result, succeed } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { rememberWanted } from '../../utils/platform/wanted-claims'
import { findAddress } from '../../utils/services/find-address'
import type { Stores } from './stores'

/**
 * Opens a claim's article in a tab beside the one that asks, and remembers the claim for it: the reader's script there is
 * told when it begins. Nothing of it is in the address; where Sidelight may not look, nobody asks.
 */
export async function openArticle(
  stores: Stores,
  claim: ClaimId,
  from: number | null,
): Promise<Result<void>> {
  const url = await findAddress(stores, claim)
  if (url === null) return fail('not-found', `no address for the claim ${claim}`)
  const beside = from === null ? null : await browser.tabs.get(from).catch(() => null)
  const place = beside && {
    // In its own window: one of a private window stays in it.
    ...(beside.windowId !== undefined && { windowId: beside.windowId }),
    ...(beside.id !== undefined && { openerTabId: beside.id }),
    index: beside.index + 1,
  }
  const { id } = await browser.tabs.create({ url, ...place })
  if (id !== undefined) await rememberWanted(id, claim, stores.clock.nowMs())
  return succeed(undefined)
}
