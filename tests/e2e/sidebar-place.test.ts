import type { Frame, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../utils/model/settings'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { type Drawn, readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { grantSites, revokeSites } from '../support/grant-sites'
import { readPainted } from '../support/marks'
import { mainAddress, readSamplePage } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { everySite, type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

const wide = 'http://www.lowland-herald.example/politics/dovan-private-phone?wide'
const stiff = 'http://www.lowland-herald.example/politics/dovan-private-phone?stiff'
const moved = 'http://www.lowland-herald.example/politics/dovan-private-phone?moved'
const short = 'http://www.lowland-herald.example/politics/dovan-private-phone?short'
const style = (rules: string) =>
  readSamplePage('herald-private-phone.html').replace('</style>', `${rules}</style>`)
/** The story in the middle of a wide window, under the sidebar on either side. */
const inTheMiddle = 'main { max-width: 720px; margin: 32px auto }'
const serialize = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

describe.each(browsers)('the sidebar’s place in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    story.server.put(wide, style(inTheMiddle))
    story.server.put(stiff, style(`${inTheMiddle} body { min-width: 1390px }`))
    story.server.put(short, style('.comments { display: none } main { margin-bottom: 140px }'))
    story.server.put(moved, style('html { transform: translateX(0); will-change: transform }'))
  })
  afterAll(() => story?.end())
  afterEach(() => choose(defaultSettings))

  const choose = (change: Partial<Settings>) => askExtension(story.tested, 'settings/save', { change })
  const kept = () => askExtension(story.tested, 'settings/load', {})
  const open = async (address = mainAddress, isOpen = true) => {
    const page = await story.tested.openPage(address)
    await waitUntil('it is marked', async () => (await readPainted(page)).length >= 26)
    if (!isOpen) return page
    if (!(await findSidebar(page))) await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    return page
  }
  const drawn = (address = mainAddress) =>
    waitUntil('something of ours is drawn', () => readClosedRoot(story.tested, address))
  const partOf = ({ parts }: Drawn, role: string) => {
    const part = parts.find(each => each.role === role)
    if (!part) throw new Error(`no ${role} is drawn`)
    return part
  }
  const frameOf = async (address = mainAddress) => partOf(await drawn(address), 'frame')
  const waitForWidth = (px: number, address = mainAddress) =>
    waitUntil(`it is ${px} px wide`, async () => {
      const { width } = await frameOf(address)
      return Math.abs(width - px) <= 1
    })
  const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.bringToFront()
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
  }
  /** Clicks in the sidebar by the mouse, where the browser says that something is drawn: also where CSS `zoom` is on. */
  const clickDrawn = async (page: Page, sidebar: Frame, role: string, name: RegExp) => {
    const found = await waitUntil(`there is a ${role} ${name}`, () => findRole(sidebar, role, name))
    const box = await found.evaluate(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    const frame = await frameOf()
    await page.bringToFront()
    await page.mouse.click(frame.x + 1 + box.x, frame.y + box.y)
  }
  const middleOf = ({ x, y, width, height }: Drawn['parts'][number]) => ({
    x: x + width / 2,
    y: y + height / 2,
  })

  it('is drawn wider by its edge, over its own frame too, and is so after a reload and in other tabs', async () => {
    const other = await open()
    const page = await open()
    const edge = middleOf(partOf(await drawn(), 'separator'))
    await drag(page, edge, { x: edge.x - 120, y: edge.y })
    await waitForWidth(512)
    await waitUntil('it is kept', async () => (await kept()).widthPx === 512)
    const wider = middleOf(partOf(await drawn(), 'separator'))
    await drag(page, wider, { x: wider.x + 160, y: wider.y })
    await waitForWidth(352)
    await waitUntil('it is kept', async () => (await kept()).widthPx === 352)
    await page.bringToFront()
    await page.reload()
    await waitForSidebar(page)
    await waitForWidth(352)
    await page.close()
    // The last tab that shows the address is now the first one.
    await waitForWidth(352)
    await other.close()
  })

  it('is drawn wider by keys', async () => {
    const page = await open()
    const edge = middleOf(partOf(await drawn(), 'separator'))
    await page.bringToFront()
    await page.mouse.click(edge.x, edge.y)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await waitForWidth(424)
    await page.keyboard.press('End')
    await waitForWidth(720)
    await waitUntil('it is kept', async () => (await kept()).widthPx === 720)
    await page.bringToFront()
    await page.mouse.click(1400 - 720, edge.y, { count: 2 })
    await waitForWidth(392)
    await page.close()
  })

  it('stands on the left, chosen in its menu, and goes there at once', async () => {
    const page = await open()
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'button', shown('sidebar_menu'))
    await clickRole(sidebar, 'menuitem', shown('sidebar_menuToLeft'))
    await waitUntil('it stands on the left', async () => (await frameOf()).x === 0)
    // There it covers words of this page: it says so, and offers to go back.
    await waitUntil('it offers the right', () => findRole(sidebar, 'button', shown('sidebar_menuToRight')))
    await page.bringToFront()
    await page.reload()
    await staysFalse('a sidebar', () => findSidebar(page))
    const handle = (await drawn()).controls.find(({ name }) => name.startsWith('Sidelight:'))
    expect(handle?.x).toBeLessThan(40)
    await page.close()
  })

  it('waits as a handle where the reader wants that, whatever was done last; the handle moves and can be hidden', async () => {
    await choose({ isHandleOnly: true })
    const page = await open(mainAddress, false)
    const findHandle = async () =>
      (await readClosedRoot(story.tested, mainAddress))?.controls.find(({ name }) =>
        name.startsWith('Sidelight:'),
      )
    const handle = await waitUntil('the handle waits', findHandle)
    await drag(page, handle, { x: handle.x, y: handle.y + 200 })
    await waitUntil('it moved', async () => Math.abs(((await findHandle())?.y ?? 0) - handle.y - 200) < 2)
    await waitUntil('it is kept', async () => (await kept()).handleAt > 0.55)
    expect(await findSidebar(page)).toBeNull()
    await page.bringToFront()
    await page.mouse.click(handle.x, handle.y + 200)
    await waitForSidebar(page)
    await page.reload()
    await staysFalse('a sidebar', () => findSidebar(page))
    const hide = await waitUntil('it can be hidden', async () =>
      (await readClosedRoot(story.tested, mainAddress))?.controls.find(
        ({ name }) => name === shown('inline_handleHide'),
      ),
    )
    await page.bringToFront()
    await page.mouse.click(hide.x, hide.y)
    await waitUntil('it is gone', async () => !(await findHandle()))
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    await page.close()
  })

  it('shows its text and the cards’ as large as the reader wants, and nothing is cut off at 300 px', async () => {
    await choose({ widthPx: 300 })
    const page = await open()
    const sidebar = await waitForSidebar(page)
    const heading = () =>
      sidebar.evaluate(() => document.querySelector('h2')?.getBoundingClientRect().height ?? 0)
    const before = await heading()
    await clickRole(sidebar, 'button', shown('sidebar_menu'))
    for (const step of [112, 125, 150]) {
      await clickDrawn(page, sidebar, 'menuitem', new RegExp(shown('sidebar_menuLarger')))
      await waitUntil(`${step}%`, async () => (await kept()).textPercent === step)
      await page.bringToFront()
    }
    await sidebar.evaluate(() => document.body.click())
    await waitUntil('it is larger', async () => (await heading()) > before * 1.4)
    await sidebar.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const cutOff = await sidebar.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(element => !element.closest('.unseen, svg') && element.getClientRects().length > 0)
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ className, textContent }) => `${className}: ${textContent}`),
    )
    expect(cutOff).toEqual([])
    await page.close()
  })

  it('comes from below in a narrow window, in three heights, and goes to the side when that widens', async () => {
    const page = await open()
    await page.setViewport({ width: 500, height: 800 })
    const waitForHeight = (px: number) =>
      waitUntil(`it is ${px} px high`, async () => Math.abs((await frameOf()).height - px) <= 1)
    await waitForHeight(400)
    const sheet = await frameOf()
    expect(sheet.x).toBe(0)
    // A scrollbar that takes room of its own is left free.
    expect(sheet.width).toBeGreaterThan(480)
    const grab = async () => {
      const { x, y } = partOf(await drawn(), 'separator')
      return { x: x + 200, y: y + 12 }
    }
    const from = await grab()
    await drag(page, from, { x: from.x, y: 720 })
    await waitForHeight(120)
    await waitUntil('it is kept', async () => (await kept()).sheet === 'peek')
    // What peeks out is raised by a tap anywhere on it.
    await page.bringToFront()
    await page.mouse.click(150, 760)
    await waitForHeight(400)
    await page.keyboard.press('ArrowUp')
    await waitForHeight(760)
    // Words that are shown on the page are to be seen above the sheet.
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'button', new RegExp(shown('sidebar_showOnPage')))
    await waitForHeight(400)
    await waitUntil('the words stand above it', () =>
      page.evaluate(() => {
        const all = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]) as Range[]
        return all.some(each => {
          const { top, bottom } = each.getBoundingClientRect()
          return top >= 0 && bottom <= 400
        })
      }),
    )
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('visible')
    await page.setViewport({ width: 1400, height: 900 })
    await waitForWidth(392)
    await page.setViewport({ width: 500, height: 800 })
    await waitForHeight(400)
    // The same page in it all the while, and Escape from within closes it.
    expect(await findSidebar(page)).toBe(sidebar)
    const menu = await waitUntil('there is a menu', () => findRole(sidebar, 'button', shown('sidebar_menu')))
    await menu.focus()
    await page.keyboard.press('Escape')
    await waitUntil('it is closed', async () => !(await findSidebar(page)))
    await page.close()
  })

  it('a sheet is drawn up by a finger, and gives way to words at the very end of a page', async () => {
    await choose({ sheet: 'peek' })
    const page = await open(short)
    await page.setViewport({ width: 500, height: 800 })
    const waitForHeight = (px: number) =>
      waitUntil(`it is ${px} px high`, async () => Math.abs((await frameOf(short)).height - px) <= 1)
    await waitForHeight(120)
    await page.bringToFront()
    const finger = await page.touchscreen.touchStart(200, 700)
    for (const y of [640, 560, 480, 420]) await finger.move(200, y)
    await finger.end()
    await waitForHeight(400)
    await waitUntil('it is kept', async () => (await kept()).sheet === 'half')
    await page.bringToFront()
    await page.evaluate(() => scrollTo(0, 0))
    // From the page's top the mark before is the last one.
    await story.tested.pressShortcut(page, 'previous-mark')
    await waitForHeight(120)
    await waitUntil('its words stand above the sheet', async () => {
      const { name } =
        (await readPainted(page)).find(({ text }) => text.startsWith('The telephone of today')) ?? {}
      return page.evaluate(
        layer =>
          ([...(CSS.highlights.get(layer) ?? [])] as Range[]).some(range => {
            const { top, bottom } = range.getBoundingClientRect()
            return String(range).startsWith('The telephone of today') && top >= 0 && bottom <= 680
          }),
        name ?? '',
      )
    })
    expect((await kept()).sheet).toBe('half')
    await page.close()
  })

  it('covers no words by itself; makes room where that is wanted, and leaves the page byte-equal', async () => {
    await revokeSites(story.tested, everySite)
    const page = await story.tested.openPage(wide)
    const before = await serialize(page)
    await grantSites(story.tested, everySite)
    await page.bringToFront()
    await waitUntil('it is marked', async () => (await readPainted(page)).length >= 26)
    await staysFalse('a sidebar', () => findSidebar(page))
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    const sidebar = await waitForSidebar(page)
    const column = () =>
      page.evaluate(() => {
        const { left, right } = document.querySelector('main p')?.getBoundingClientRect() ?? new DOMRect()
        return { left, right }
      })
    const asItWas = await column()
    expect(asItWas.right).toBeGreaterThan(1008)
    await clickRole(sidebar, 'button', shown('sidebar_makeRoom'))
    await waitUntil('the words stand beside it', async () => (await column()).right <= 1008)
    await waitUntil(
      'nothing is offered any more',
      async () => !(await textOf(sidebar)).includes(shown('sidebar_covers')),
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1400)
    // On the next page it opens by itself, with room.
    await page.reload()
    await waitForSidebar(page)
    expect((await column()).right).toBeLessThanOrEqual(1008)
    // Closed, the page is as it was.
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitUntil('the room is gone', async () => (await column()).right === asItWas.right)
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitUntil('it is there again', async () => (await column()).right <= 1008)
    // And so it is when our script leaves.
    await revokeSites(story.tested, everySite)
    await waitUntil('it left', async () => !(await findSidebar(page)))
    expect(await column()).toEqual(asItWas)
    expect(await serialize(page)).toBe(before)
    await grantSites(story.tested, everySite)
    await page.close()
  })

  it('takes room back at once where it harms, and says why', async () => {
    await choose({ makesRoom: true })
    const page = await story.tested.openPage(stiff)
    await waitUntil('it is marked', async () => (await readPainted(page)).length >= 26)
    await staysFalse('a sidebar', () => findSidebar(page))
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    const sidebar = await waitForSidebar(page)
    await waitUntil('it says why', async () =>
      (await textOf(sidebar)).includes(shown('sidebar_roomTakenBack', shown('sidebar_roomCovered'))),
    )
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).paddingRight)).toBe('0px')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1400)
    await page.close()
  })

  it('stands in the window also on a page whose root is moved about', async () => {
    const page = await open(moved)
    await page.evaluate(() => scrollTo(0, 500))
    const { y, height } = await frameOf(moved)
    expect([y, height]).toEqual([0, 900])
    await page.close()
  })
})
