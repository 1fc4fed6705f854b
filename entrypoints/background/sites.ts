import { askTab } from '../../utils/messaging/ask'
import { browser } from '../../utils/platform/browser'
import { listGrantedPatterns } from '../../utils/platform/permissions'
import { injectGate, registerGate } from '../../utils/platform/scripts'

/** Makes what is registered agree with what the reader granted, and has a look at the tabs already open there. */
export async function reconcileSites(): Promise<void> {
  const patterns = await listGrantedPatterns()
  await registerGate(patterns)
  if (patterns.length === 0) return
  const tabs = await browser.tabs.query({ url: patterns, discarded: false })
  await Promise.all(tabs.map(({ id }) => id !== undefined && injectGate(id)))
}

/** After sites were taken back: the gate is registered anew, and pages there are left as they were found. */
export async function leaveSites(patterns: string[]): Promise<void> {
  await registerGate(await listGrantedPatterns())
  await askAllTabs('page/leave', { patterns })
}

/** Without the `tabs` permission no tab tells its address: all are asked, those without our script do not answer. */
export async function askAllTabs(
  ...[name, request]: ['page/leave', { patterns: string[] }] | ['page/refresh', Record<string, never>]
): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false })
  await Promise.all(tabs.map(({ id }) => id !== undefined && askTab(id)(name, request as never)))
}
