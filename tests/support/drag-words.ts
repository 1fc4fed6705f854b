import type { Page } from 'puppeteer-core'
import type { ShadowScope } from './shadow-page.ts'

/** Lines of words on a page, px of the window. */
export interface WordsBox {
  left: number
  right: number
  top: number
  bottom: number
}

/** Scrolls words of a page into view, in whichever tree they stand; gives their first and their last line. */
export const findWords = (page: Page, words: string): Promise<[WordsBox, WordsBox]> =>
  page.evaluate(wanted => {
    const { trees = [] } = window as unknown as Partial<ShadowScope>
    for (const tree of [document.body, ...trees]) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted)
        if (at < 0 || node.parentElement?.localName === 'script') continue
        node.parentElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
          left,
          right,
          top,
          bottom,
        }))
        const [first, last] = [lines[0], lines.at(-1)]
        // Not one object twice: what comes from Firefox has the second one missing.
        if (first && last) return [first, { ...last }] as [typeof first, typeof last]
      }
    }
    throw new Error(`not on the page: ${wanted}`)
  }, words)

/** Selects by the mouse, pressed, dragged, let go: from the first words to the end of the last ones, or back. */
export async function dragWords(page: Page, first: string, last: string, isBack = false): Promise<void> {
  await page.bringToFront()
  const [from] = await findWords(page, first)
  const [, to] = await findWords(page, last)
  const ends = [
    { x: from.left + 0.5, y: (from.top + from.bottom) / 2 },
    { x: to.right - 0.5, y: (to.top + to.bottom) / 2 },
  ] as const
  const [start, end] = isBack ? [ends[1], ends[0]] : ends
  // A press on what is selected would begin to drag it along.
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 5 })
  await page.mouse.up()
}
