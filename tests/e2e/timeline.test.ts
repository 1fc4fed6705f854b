import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browsers } from '../support/browsers'
import { drawTimeline } from '../support/draw-timeline'
import { clickRole, findRole } from '../support/find-role'
import { waitForSidebar } from '../support/find-sidebar'
import { makeTimelinePoints } from '../support/make-timeline-points'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { makeTimelinePage } from '../support/timeline-page-html'
import { staysFalse, waitUntil } from '../support/wait-until'

const drawnAddress = 'http://timeline.example/'

/** What the first timeline of a page or frame shows. */
const look = (drawn: Page | Frame) =>
  drawn.evaluate(() => {
    const timeline = document.querySelector('.timeline')
    const all = (selector: string) => [...(timeline?.querySelectorAll(selector) ?? [])]
    const tip = timeline?.querySelector('.timeline-tip')
    const box = (element: Element | null | undefined) => {
      const { left = 0, right = 0 } = element?.getBoundingClientRect() ?? {}
      return { left, right }
    }
    const { activeElement } = document
    return {
      points: all('.point').map(point => point.getAttribute('aria-label') ?? ''),
      ticks: all('.tick-label').map(tick => ({ text: tick.textContent, ...box(tick) })),
      rows: all('tbody tr').length,
      tip: tip?.textContent ?? null,
      tipBox: box(tip),
      timelineBox: box(timeline),
      focus: activeElement?.getAttribute('aria-label') ?? activeElement?.getAttribute('data-claim') ?? '',
    }
  })

const findPoint = async (drawn: Page | Frame, name: RegExp): Promise<ElementHandle<Element>> =>
  waitUntil(`there is a point ${name}`, () => findRole(drawn, 'button', name))

describe.each(browsers)('the timeline in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    story.server.put(drawnAddress, await makeTimelinePage())
  })
  afterAll(() => story?.end())

  const openArticle = async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the timeline stands', async () => (await look(sidebar)).points.length > 3)
    return { page, sidebar }
  }

  it('tells what a point is under the pointer, within the edges, and leads to its claim', async () => {
    const { page, sidebar } = await openArticle()
    const { points } = await look(sidebar)
    for (const name of [points[0], points.at(-1)]) {
      const point = await findPoint(sidebar, new RegExp(`^${name?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))
      await point.hover()
      await waitUntil('the tip stands', async () => (await look(sidebar)).tip)
      const { tipBox, timelineBox } = await look(sidebar)
      expect(tipBox.left).toBeGreaterThanOrEqual(timelineBox.left - 1)
      expect(tipBox.right).toBeLessThanOrEqual(timelineBox.right + 1)
    }
    const last = await findPoint(sidebar, /· disputes$/)
    await last.click()
    await waitUntil('its claim has the focus', async () => (await look(sidebar)).focus.includes('#'))
    await page.close()
  })

  it('goes by keys: one stop, through time, to the claim', async () => {
    const { page, sidebar } = await openArticle()
    await sidebar.evaluate(() =>
      document.querySelector<HTMLElement>('.timeline .point[tabindex="0"]')?.focus(),
    )
    const { points } = await look(sidebar)
    expect((await look(sidebar)).focus).toBe(points[0])
    await page.keyboard.press('ArrowRight')
    expect((await look(sidebar)).focus).toBe(points[1])
    await page.keyboard.press('End')
    expect((await look(sidebar)).focus).toBe(points.at(-1))
    await waitUntil('the tip stands', async () => (await look(sidebar)).tip)
    await page.keyboard.press('Escape')
    await waitUntil('the tip is gone', async () => (await look(sidebar)).tip === null)
    await page.keyboard.press('Enter')
    await waitUntil('its claim has the focus', async () => (await look(sidebar)).focus.includes('#'))
    await page.close()
  })

  it('shows those about others on request, and the same as a table', async () => {
    const { page, sidebar } = await openArticle()
    const before = (await look(sidebar)).points.length
    await clickRole(sidebar, 'checkbox', /^others too \(2\)$/)
    await waitUntil('there are more', async () => (await look(sidebar)).points.length === before + 2)
    await clickRole(sidebar, 'button', shown('timeline_asTable'))
    await waitUntil('the table stands', async () => (await look(sidebar)).rows === before + 2)
    await page.close()
  })

  const openDrawn = async (count: number) => {
    const page = await story.tested.openPage(drawnAddress)
    await waitUntil('it can draw', () => page.evaluate(() => 'drawTimeline' in globalThis))
    await drawTimeline(page, { points: makeTimelinePoints(count), size: 'page', readMs: null })
    await waitUntil('it can zoom', () => findRole(page, 'button', shown('timeline_closer')))
    return page
  }
  const ticksOf = async (page: Page) => (await look(page)).ticks.map(({ text }) => text).join()

  it('labels do not touch, however wide and however close', async () => {
    const page = await openDrawn(300)
    for (const width of [300, 1_280]) {
      await page.setViewport({ width, height: 800 })
      for (let closer = 0; closer < 6; closer += 1) {
        const { ticks } = await waitUntil('there are labels', async () => {
          const now = await look(page)
          return now.ticks.length > 0 && now.timelineBox.right <= width ? now : null
        })
        for (const [index, tick] of ticks.entries()) {
          const before = ticks[index - 1]
          if (before) expect(before.right, `${before.text} and ${tick.text}`).toBeLessThan(tick.left)
        }
        await clickRole(page, 'button', shown('timeline_closer'))
      }
    }
    await page.close()
  })

  it('zooms by Ctrl and wheel around the pointer, moves by hand, and leaves scrolling alone', async () => {
    const page = await openDrawn(300)
    const whole = await ticksOf(page)
    const stage = await page.$('.timeline-points')
    const box = await stage?.boundingBox()
    if (!box) throw new Error('nothing is drawn')
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 4]
    await page.mouse.move(x, y)
    await page.mouse.wheel({ deltaY: -240 })
    await staysFalse('another view', async () => (await ticksOf(page)) !== whole, 500)
    await page.keyboard.down('Control')
    await page.mouse.wheel({ deltaY: -240 })
    await page.keyboard.up('Control')
    await waitUntil('it is closer', async () => (await ticksOf(page)) !== whole)
    const closer = (await look(page)).ticks.map(({ left }) => left)
    await page.mouse.down()
    await page.mouse.move(x - 120, y, { steps: 6 })
    await page.mouse.up()
    await waitUntil(
      'it moved',
      async () => (await look(page)).ticks.map(({ left }) => left).join() !== closer.join(),
    )
    expect(await page.title()).toBe('timeline')
    await clickRole(page, 'button', shown('timeline_whole'))
    await waitUntil('all of it is seen', async () => (await ticksOf(page)) === whole)
    await page.close()
  })

  it('keeps the place under the pointer where it is, also with larger letters', async () => {
    const page = await openDrawn(40)
    for (const text of ['1', '1.4']) {
      await page.evaluate(zoom => document.querySelector('main')?.style.setProperty('zoom', zoom), text)
      const middleOf = (name: string) =>
        page.evaluate(name => {
          const all = [...document.querySelectorAll('.point')]
          const box = all.find(point => point.getAttribute('aria-label') === name)?.getBoundingClientRect()
          return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 }
        }, name)
      await waitUntil('it is drawn anew', () =>
        page.evaluate(() => {
          const [outer, inner] = ['.timeline', '.timeline-points'].map(
            name => document.querySelector(name)?.getBoundingClientRect().right ?? 0,
          )
          return Math.abs((outer ?? 0) - (inner ?? 0)) < 2
        }),
      )
      const single = (await look(page)).points.filter(point => !point.includes('sources'))
      const name = single[Math.floor((single.length * 2) / 3)] ?? ''
      const at = await waitUntil('it stands', () => middleOf(name))
      await page.mouse.move(at.x, at.y)
      const before = await ticksOf(page)
      await page.keyboard.down('Control')
      await page.mouse.wheel({ deltaY: -120 })
      await page.keyboard.up('Control')
      await waitUntil('it is closer', async () => (await ticksOf(page)) !== before)
      const { x } = await waitUntil('it still stands', () => middleOf(name))
      expect(Math.abs(x - at.x), name).toBeLessThan(12)
      await clickRole(page, 'button', shown('timeline_whole'))
      await waitUntil('all of it is seen', async () => (await ticksOf(page)) === before)
    }
    await page.close()
  })

  it('opens what is gathered: a list of few, a closer look at many', async () => {
    const page = await openDrawn(2_000)
    await page.evaluate(() => {
      const many = [...document.querySelectorAll<HTMLElement>('.point')].find(point =>
        /· \d{2,} sources/.test(point.getAttribute('aria-label') ?? ''),
      )
      many?.focus()
    })
    const whole = await ticksOf(page)
    await page.keyboard.press('Enter')
    await waitUntil('it is closer', async () => (await ticksOf(page)) !== whole)
    await page.keyboard.press('0')
    await waitUntil('all of it is seen', async () => (await ticksOf(page)) === whole)
    await page.evaluate(() => {
      const few = [...document.querySelectorAll<HTMLElement>('.point')].find(point =>
        /· [2-9] sources/.test(point.getAttribute('aria-label') ?? ''),
      )
      few?.focus()
    })
    await page.keyboard.press('Enter')
    await waitUntil('the list has the focus', () =>
      page.evaluate(() => document.activeElement?.closest('.gathered') !== null),
    )
    await page.keyboard.press('Enter')
    await waitUntil('a claim was picked', async () => (await page.title()).startsWith('claim#'))
    await page.close()
  })
})
