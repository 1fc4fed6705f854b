import { askTab } from '../../utils/messaging/ask'
import type { PageStatus } from '../../utils/messaging/protocol'
import { fail, type Result, succeed } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { hostPatterns } from '../../utils/platform/permissions'
import { injectGate, injectReader } from '../../utils/platform/scripts'

/** What an extension page speaks of: the tab it names, else the one it is framed in. */
export const tabOf = (named: number | undefined, framedIn: number | null): Result<number> => {
  const tab = named ?? framedIn
  return tab === null ? fail('page-gone', 'no tab') : succeed(tab)
}

/** Aborts when the tab is closed; whoever asked aborts it too, when the work is done. */
export function untilClosed(tab: number): AbortController {
  const until = new AbortController()
  const onRemoved = (closed: number): void => {
    if (closed === tab) until.abort()
  }
  browser.tabs.onRemoved.addListener(onRemoved)
  until.signal.addEventListener('abort', () => browser.tabs.onRemoved.removeListener(onRemoved))
  return until
}

const isReading = async (tab: number) => (await askTab(tab)('reader/ping', {})).ok

/**
 * Runs the reader's script in a tab, unless it runs there already. The gate's goes before it, also where nothing is
 * granted: it knows which page stands there, and when another one takes its place.
 */
export async function startReader(tab: number): Promise<Result<void>> {
  if (await isReading(tab)) return succeed(undefined)
  const gate = await injectGate(tab)
  return gate.ok ? injectReader(tab) : gate
}

/** Why a tab was or was not spotted. Where the gate does not run it is let in by the click on our button. */
export async function inspectTab(tab: number): Promise<PageStatus> {
  const gate = await injectGate(tab)
  const judgement = gate.ok ? await askTab(tab)('page/judge', {}) : gate
  const url = (await browser.tabs.get(tab)).url
  if (!judgement.ok || !url || !/^https?:/.test(url)) return { state: 'closed-to-us' }
  const { hostname: host } = new URL(url)
  const isGranted = await browser.permissions.contains({ origins: hostPatterns(host) })
  return isGranted
    ? { state: 'judged', host, judgement: judgement.value, isReading: await isReading(tab) }
    : { state: 'not-granted', host, judgement: judgement.value }
}
