import { browser } from './browser'

/** The toolbar button's badge on one tab; the browser clears it when the tab goes to another page. */
export async function setBadge(tab: number, text: string, isDisputed: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId: tab, text })
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: isDisputed ? '#a8330f' : '#0b6e69' })
    await browser.action.setBadgeTextColor?.({ tabId: tab, color: '#ffffff' })
  } catch {
    // The tab closed meanwhile: there is nothing left to say it on.
  }
}
