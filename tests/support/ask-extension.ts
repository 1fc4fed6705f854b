import type { ExtensionRequests } from '../../utils/messaging/protocol'
import type { TestBrowser } from './test-browser.ts'
import './webextension-api.ts'

type Requested<K extends keyof ExtensionRequests> = Parameters<ExtensionRequests[K]>[0]
type Replied<K extends keyof ExtensionRequests> = ReturnType<ExtensionRequests[K]>

/** Asks the background as an extension page does, from a page of its own. Throws where the reply is a failure. */
export async function askExtension<K extends keyof ExtensionRequests>(
  tested: TestBrowser,
  name: K,
  request: Requested<K>,
): Promise<Replied<K>> {
  const reply = await tryExtension(tested, name, request)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.kind}: ${reply.failure.detail}`)
  return reply.value
}

/** The same, with the failure as data. */
export async function tryExtension<K extends keyof ExtensionRequests>(
  tested: TestBrowser,
  name: K,
  request: Requested<K>,
): Promise<{ ok: true; value: Replied<K> } | { ok: false; failure: { kind: string; detail: string } }> {
  const page = await tested.openExtensionPage('options.html')
  try {
    const sent = { sidelight: 1, name, request }
    // As text: of an object that stands in the reply twice, what comes from Firefox has the second one missing.
    const reply = await page.evaluate(
      async message => JSON.stringify(await chrome.runtime.sendMessage(message)),
      sent,
    )
    return JSON.parse(reply)
  } finally {
    await page.close()
  }
}

/** The number of the tab that shows this address (its site must be granted). */
export async function findTab(tested: TestBrowser, address: string): Promise<number> {
  const page = await tested.openExtensionPage('options.html')
  try {
    const id = await page.evaluate(async wanted => {
      const tabs = await chrome.tabs.query({})
      return tabs.findLast(tab => tab.url?.startsWith(wanted))?.id ?? null
    }, address)
    if (id === null) throw new Error(`no tab shows ${address}`)
    return id
  } finally {
    await page.close()
  }
}

/** Everything the sidebar of the tab at this address would show, as data. */
export async function loadView(tested: TestBrowser, address: string): Promise<Replied<'view/load'>> {
  return askExtension(tested, 'view/load', { tab: await findTab(tested, address) })
}
