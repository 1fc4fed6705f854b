import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Highlight } from '../../utils/model/highlight'
import { askExtension, findTab, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const address = 'http://www.lowland-herald.example/harbour/lamps'
const filler = (row: number) =>
  `<p>Row ${row} of the harbour's book holds nothing but the names of lamps. They burn low.</p>`
const fill = (from: number) => Array.from({ length: 12 }, (_, at) => filler(from + at)).join('\n')
const long = `The long passage begins here, ${Array.from({ length: 60 }, (_, at) => `lamp ${at}`).join(', ')} and ends there.`

const lampsPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lamps</title>
<style>
  body { margin: 24px; font: 18px/28px sans-serif; width: 620px; color: #222; background: #fff }
  ::target-text { background-color: rgb(255, 0, 255); color: #222 }
</style></head><body><h1>Lamps of the harbour</h1>
${fill(1)}<p id="short">A single short passage stands alone in this row.</p>
${fill(20)}<p id="long">${long}</p>
${fill(40)}<p id="first">One paragraph ends with these words.</p><p id="second">Another begins with <i>others, and</i> goes on.</p>
${fill(60)}<p id="signs">It said: “well-known, R&amp;D – 50% off! 🐦 (don’t)”, then more.</p>
${fill(80)}<p id="one">The keeper spoke of oil. He left at noon.</p>
${fill(100)}<p id="two">The painter spoke of glass. He left at noon.</p>
${fill(120)}<ul><li id="item">An item of a list</li><li id="next">A second item</li></ul>
<p id="foreign">港の灯台は静かです。船は来ませんでした。</p>
${fill(140)}</body></html>`

/** What is highlighted: from the first words, in that element, to the last; and what is shown of it, where that is more. */
type Place = [id: string, words: string]
const passages: [name: string, from: Place, to: Place, shown?: Place][] = [
  ['a short passage', ['short', 'single short'], ['short', 'passage']],
  ['a long passage', ['long', 'The long'], ['long', 'ends there']],
  ['a passage over two paragraphs', ['first', 'ends with'], ['second', 'others, and']],
  ['signs and emoji', ['signs', 'well-known'], ['signs', '(don’t']],
  ['words that stand there twice', ['two', 'He left'], ['two', 'noon']],
  ['a passage that begins in a list', ['item', 'An item'], ['foreign', '静かです']],
  ['words without spaces', ['foreign', '船は'], ['foreign', '来ません'], ['foreign', '船は来ませんでした']],
]

/** The box of the passage, px of the page, by the page's own elements. */
const measure = (
  page: Page,
  from: readonly [string, string],
  to: readonly [string, string],
  isSelected: boolean,
) =>
  page.evaluate(
    ([first, last, selects]) => {
      const find = ([id, words]: readonly [string, string], isEnd: boolean) => {
        const walker = document.createTreeWalker(document.getElementById(id) as Element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.nodeValue ?? '').indexOf(words)
          if (at >= 0) return [node, at + (isEnd ? words.length : 0)] as const
        }
        throw new Error(`no ${words} in ${id}`)
      }
      const range = document.createRange()
      range.setStart(...find(first, false))
      range.setEnd(...find(last, true))
      if (selects) {
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
      }
      // Of the words alone: a range has the boxes of whole elements too.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const lines: DOMRect[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!range.intersectsNode(node)) continue
        const words = document.createRange()
        words.selectNodeContents(node)
        if (node === range.startContainer) words.setStart(node, range.startOffset)
        if (node === range.endContainer) words.setEnd(node, range.endOffset)
        lines.push(...words.getClientRects())
      }
      return {
        top: Math.min(...lines.map(({ top }) => top)),
        bottom: Math.max(...lines.map(({ bottom }) => bottom)),
        left: Math.min(...lines.map(({ left }) => left)),
        right: Math.max(...lines.map(({ right }) => right)),
        scrolled: scrollY,
      }
    },
    [from, to, isSelected] as const,
  )

/** Where the page is painted as the target of a fragment is, px of the window; null where nowhere. */
async function findTarget(page: Page) {
  const shot = await page.screenshot({ encoding: 'base64' })
  return page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data: pixels, width, height } = context.getImageData(0, 0, image.width, image.height)
    const box = { top: height, bottom: -1, left: width, right: -1 }
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4
        if (pixels[at] !== 255 || pixels[at + 1] !== 0 || pixels[at + 2] !== 255) continue
        box.top = Math.min(box.top, y)
        box.bottom = Math.max(box.bottom, y + 1)
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x + 1)
      }
    }
    return box.bottom < 0 ? null : box
  }, shot)
}

describe.each(browsers)('links to a highlight’s words in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1200, height: 900 } })
    story.server.put(address, lampsPage)
    page = await story.tested.openPage(address)
  })
  afterAll(() => story?.end())

  const listSaved = () => listHighlights(story.tested)

  async function save(from: readonly [string, string], to: readonly [string, string]): Promise<Highlight> {
    const before = await listSaved()
    await page.bringToFront()
    await measure(page, from, to, true)
    await story.tested.pressShortcut(page, 'save-highlight')
    return waitUntil('it is saved', async () =>
      (await listSaved()).find(({ id }) => !before.some(each => each.id === id)),
    )
  }

  it.each(passages)('open the page at %s', async (_name, from, to, shown) => {
    const { id, selectors } = await save(from, to)
    const { url } = await askExtension(story.tested, 'highlight/cite', {
      tab: await findTab(story.tested, address),
      highlight: id,
    })
    expect(url.startsWith(`${address}#:~:text=`)).toBe(true)
    // Without a tab the saved words alone are known.
    const unopened = await askExtension(story.tested, 'highlight/cite', { highlight: id })
    expect(unopened.url.startsWith(`${address}#:~:text=`)).toBe(true)

    const opened = await story.tested.openPage(url)
    await opened.bringToFront()
    const target = await waitUntil(`the browser shows ${selectors[0].exact} at ${url}`, () =>
      findTarget(opened),
    )
    const wanted = await measure(opened, shown ?? from, shown ?? to, false)
    expect(wanted.scrolled).toBeGreaterThan(0)
    expect(Math.abs(target.top - wanted.top)).toBeLessThan(12)
    expect(Math.abs(target.bottom - wanted.bottom)).toBeLessThan(12)
    expect(Math.abs(target.left - wanted.left)).toBeLessThan(12)
    expect(Math.abs(target.right - wanted.right)).toBeLessThan(12)
    await opened.close()
  })
})
