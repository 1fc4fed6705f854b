import type { Page } from 'puppeteer-core'

/** One painted range, as any script of the page can see it. */
export interface PaintedRange {
  /** The highlight's name in `CSS.highlights`. */
  name: string
  text: string
}

/** All ranges that are painted on the page by custom highlights, in the order of the registry. */
export const readPainted = (page: Page): Promise<PaintedRange[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map(range => ({ name, text: String(range) })),
    ),
  )

/** A claim is marked in two layers, its words and its sentence; what is merely related in one. */
export const isClaimMarked = async (page: Page, sentence: string): Promise<boolean> =>
  (await readPainted(page)).filter(({ text }) => text === sentence).length > 1

/** Scrolls to the painted range with exactly this text and gives the middle of its first line, px of the window. */
export async function scrollToPainted(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate(wanted => {
    for (const [, highlight] of CSS.highlights) {
      for (const range of highlight) {
        if (!(range instanceof Range) || String(range) !== wanted) continue
        range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const [line] = range.getClientRects()
        if (line) return { x: line.x + Math.min(line.width / 2, 60), y: line.y + line.height / 2 }
      }
    }
    throw new Error(`not painted: ${wanted}`)
  }, text)
}

/** Selects the words `text` in the page's story, as a reader does, by the mouse: pressed, dragged, let go. */
export async function selectWords(page: Page, text: string): Promise<void> {
  const { from, to } = await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted)
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const lines = range.getClientRects()
      const first = lines[0]
      const last = lines[lines.length - 1]
      if (!first || !last) break
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      }
    }
    throw new Error(`not on the page: ${wanted}`)
  }, text)
  await page.bringToFront()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}
