import type { Page } from 'puppeteer-core'
import type { DrawingOrder } from './timeline-page'

/** Draws a timeline in the page of `makeTimelinePage`; gives the ms until it was painted. */
export const drawTimeline = (page: Page, order: DrawingOrder): Promise<number> =>
  page.evaluate(
    asked =>
      (globalThis as unknown as { drawTimeline(order: DrawingOrder): Promise<number> }).drawTimeline(asked),
    order,
  )
