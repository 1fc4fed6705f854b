import type { TestBrowser } from './test-browser.ts'
import './webextension-api.ts'

/** What the reader's script draws on a page, in its closed shadow root. */
export interface Drawn {
  text: string
  /** Buttons and links with their names and the middle of each, px of the window: to be clicked by the mouse. */
  controls: { name: string; x: number; y: number }[]
  /** The sidebar's frame and what divides it from the page, with their places, px of the window. */
  parts: { role: 'frame' | 'separator'; x: number; y: number; width: number; height: number }[]
}

/**
 * Looks into the closed shadow root on the page at this address. Pages cannot; an extension's content script can
 * (Chromium: `chrome.dom.openOrClosedShadowRoot`; Firefox: a property of elements), so an extension page injects one. The site must be granted.
 * Null where nothing of ours stands on the page.
 */
export async function readClosedRoot(tested: TestBrowser, address: string): Promise<Drawn | null> {
  const desk = (await tested.extensionPages())[0] ?? (await tested.openExtensionPage('options.html'))
  return desk.evaluate(async wanted => {
    const tabs = await chrome.tabs.query({})
    const tab = tabs.findLast(each => each.url?.startsWith(wanted))
    if (!tab) throw new Error(`no tab shows ${wanted}`)
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: look,
      args: [],
    })
    return injected?.result ?? null

    function look() {
      const elements = [...document.documentElement.children, ...(document.body?.children ?? [])]
      const open = (element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }) => {
        try {
          return element.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(element)
        } catch {
          return null
        }
      }
      const roots = elements.map(open).filter(root => root !== null)
      if (roots.length === 0) return null
      const controls = roots
        .flatMap(root => [...root.querySelectorAll<HTMLElement>('button,a[href],summary')])
        .filter(control => control.getClientRects().length > 0)
        .map(control => {
          const box = control.getBoundingClientRect()
          return {
            name: (control.getAttribute('aria-label') ?? control.textContent ?? '')
              .replace(/\s+/g, ' ')
              .trim(),
            x: box.x + box.width / 2,
            y: box.y + box.height / 2,
          }
        })
      const parts = roots
        .flatMap(root => [...root.querySelectorAll('section, [role=separator]')])
        .map(part => {
          const { x, y, width, height } = part.getBoundingClientRect()
          const role = part.tagName === 'SECTION' ? ('frame' as const) : ('separator' as const)
          return { role, x, y, width, height }
        })
      const shown = roots.flatMap(root => [...root.children]).filter(child => child.tagName !== 'STYLE')
      return { text: shown.map(child => (child as HTMLElement).innerText ?? '').join('\n'), controls, parts }
    }
  }, address)
}
