import type { Frame, Page } from 'puppeteer-core'
import { shown } from './shown-words.ts'
import { waitUntil } from './wait-until.ts'

/** The frame of the extension on that page: also inside a closed shadow root frames are listed by the browser. */
export async function findSidebar(page: Page): Promise<Frame | null> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue
    // Firefox lists the frame before it knows its address: ask the frame itself.
    const address = await frame.evaluate(() => location.href).catch(() => '')
    // Chromium gives the extension a host of its own for the page (`use_dynamic_url`), and shows PDFs in extension pages.
    if (/^(chrome|moz)-extension:\/\/[^/]+\/sidebar\.html/.test(address)) return frame
  }
  return null
}

/** Waits for the sidebar's frame, and until it shows more than that it is loading. */
export async function waitForSidebar(page: Page, timeoutMs = 10_000): Promise<Frame> {
  return waitUntil(
    'the sidebar stands on the page',
    async () => {
      const frame = await findSidebar(page)
      const words = frame ? (await textOf(frame)).trim() : ''
      return words && !words.includes(shown('sidebar_loading')) ? frame : null
    },
    timeoutMs,
  )
}

/** The words that a page or frame shows. */
export const textOf = (shown: Page | Frame): Promise<string> =>
  shown.evaluate(() => document.body?.innerText ?? '')
