import type { TestBrowser } from './test-browser.ts'
import './webextension-api.ts'

/** What the toolbar button says on the tab at this address (its site must be granted). */
export async function readBadge(tested: TestBrowser, address: string): Promise<string> {
  const desk = (await tested.extensionPages())[0] ?? (await tested.openExtensionPage('options.html'))
  return desk.evaluate(async wanted => {
    const tab = (await chrome.tabs.query({})).findLast(each => each.url?.startsWith(wanted))
    if (!tab) throw new Error(`no tab shows ${wanted}`)
    return chrome.action.getBadgeText({ tabId: tab.id })
  }, address)
}
