import { askTab } from '../../utils/messaging/ask'
import { lookOf, placeOf, type Settings } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { browser } from '../../utils/platform/browser'
import { listGrantedPatterns } from '../../utils/platform/permissions'
import { injectGate, registerGate } from '../../utils/platform/scripts'

/** Makes what is registered agree with what the reader granted, and has a look at the tabs already open there. */
export async function reconcileSites(): Promise<void> {
  const patterns = await registerGate(listGrantedPatterns)
  if (patterns.length === 0) return
  for (const { id } of await browser.tabs.query({ url: patterns, discarded: false })) {
    // Not waited for: a tab that hangs must hold nobody up.
    if (id !== undefined) injectGate(id)
  }
}

/** After sites were taken back: the gate is registered anew, and pages there are left as they were found. */
export async function leaveSites(removed: string[]): Promise<void> {
  const granted = await registerGate(listGrantedPatterns)
  await forEachTab(async tab => {
    const left = await askTab(tab)('page/leave', { removed, granted })
    if (left.ok && left.value) await setBadge(tab, '', false)
  })
}

/** Tells pages where the sidebar stands from now on; all but the tab that said so itself. */
export const tellPlace = (settings: Settings, from: number | null = null): Promise<void> =>
  forEachTab(async tab => {
    if (tab !== from) await askTab(tab)('place/changed', { place: placeOf(settings) })
  })

/** Tells pages how highlights look from now on; the tab in which a key was pressed for it says so. */
export const tellLook = (settings: Settings, by: number | null = null): Promise<void> =>
  forEachTab(tab => askTab(tab)('look/changed', { look: lookOf(settings), says: tab === by }))

/**
 * Does something with every open tab, without waiting for it: a tab that hangs must hold nobody up. Without the `tabs`
 * permission no tab tells its address: all are asked, and those without our scripts do not answer.
 */
export async function forEachTab(act: (tab: number) => Promise<unknown>): Promise<void> {
  for (const { id } of await browser.tabs.query({ discarded: false })) if (id !== undefined) act(id)
}
