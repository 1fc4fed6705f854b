import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { makePageHandlers } from '../../../entrypoints/background/page-handlers'
import { defaultPlace, roomAttribute } from '../../../utils/model/sidebar-place'
import { settingsStore } from '../../../utils/platform/settings-store'
import { makeFakeBrowser } from '../../support/fake-browser'
import { createMemoryPorts } from '../../support/memory-ports'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const url = 'https://herald.example/politics/private-phone'
const fromPage = { tab: 7, url, isExtensionPage: false, isPrivate: false, document: 'd7' }
const fromSidebar = { ...fromPage, url: 'chrome-extension://sidelight/sidebar.html', isExtensionPage: true }

let fake: ReturnType<typeof makeFakeBrowser>
let asked: ReturnType<typeof makeExtensionHandlers>
let pageAsked: ReturnType<typeof makePageHandlers>

beforeEach(() => {
  fake = makeFakeBrowser(['https://herald.example/*'])
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, fake.browser)
  vi.stubGlobal('browser', fake.browser)
  const ports = createMemoryPorts()
  asked = makeExtensionHandlers(ports)
  pageAsked = makePageHandlers(ports)
  fake.openTab(7, url)
  fake.openTab(8, 'https://herald.example/harbour')
})

const told = (wanted: string) =>
  fake.told.filter(({ name }) => name === wanted).map(({ tab, request }) => ({ tab, request }))
/** Tabs are told on the side. */
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('where the sidebar stands', () => {
  test('a page begins with all of it', async () => {
    await settingsStore.save({ side: 'left', widthPx: 500 })
    expect(await pageAsked['reader/begin']({}, fromPage)).toMatchObject({
      value: { isSidebarOpen: true, place: { ...defaultPlace, side: 'left', widthPx: 500 } },
    })
  })

  test('only the handle: it does not open by itself, whatever was done last', async () => {
    await settingsStore.save({ isHandleOnly: true })
    await pageAsked['sidebar/remember']({ isOpen: true }, fromPage)
    expect(await pageAsked['reader/begin']({}, fromPage)).toMatchObject({ value: { isSidebarOpen: false } })
  })

  test('what was dragged on a page is kept, and told to the other tabs', async () => {
    await pageAsked['place/remember']({ change: { widthPx: 444 } }, fromPage)
    await settled()
    expect((await settingsStore.load()).widthPx).toBe(444)
    expect(told('place/changed')).toEqual([{ tab: 8, request: { place: { ...defaultPlace, widthPx: 444 } } }])
  })

  test('in a private window dragging is not remembered', async () => {
    await pageAsked['place/remember']({ change: { widthPx: 444 } }, { ...fromPage, isPrivate: true })
    await settled()
    expect((await settingsStore.load()).widthPx).toBe(defaultPlace.widthPx)
    expect(fake.told).toEqual([])
  })

  test('what was chosen reaches every tab, and no article is read anew for it', async () => {
    await asked['settings/save']({ change: { side: 'left', textPercent: 125 } }, fromSidebar)
    await settled()
    expect(told('place/changed').map(({ tab }) => tab)).toEqual([7, 8])
    expect(told('page/refresh')).toEqual([])
    await asked['settings/save']({ change: { areMarksShown: false } }, fromSidebar)
    await settled()
    expect(told('page/refresh').map(({ tab }) => tab)).toEqual([7, 8])
  })

  test('what a backup brings reaches every tab', async () => {
    await settingsStore.save({ side: 'left' })
    const backup = await asked['backup/export']({}, fromSidebar)
    await settingsStore.save({ side: 'right' })
    await asked['file/import']({ text: backup.ok ? backup.value.text : '' }, fromSidebar)
    await settled()
    expect(told('place/changed')[0]?.request).toEqual({ place: { ...defaultPlace, side: 'left' } })
  })
})

describe('room on a page', () => {
  test('is a rule that holds while our element says so, in the document that asked; its script comes after it', async () => {
    await pageAsked['room/prepare']({ side: 'left', widthPx: 420 }, fromPage)
    const [[inserted]] = fake.browser.scripting.insertCSS.mock.calls as unknown as [
      [{ target: object; origin: string; css: string }],
    ]
    expect(inserted).toMatchObject({ target: { tabId: 7, documentIds: ['d7'] }, origin: 'USER' })
    expect(inserted.css.replace(/\s+/g, ' ')).toBe(
      `@media screen { html:has(> [${roomAttribute}="l420"]) { box-sizing: border-box !important; padding-left: 420px !important } }`,
    )
    expect(fake.executed).toEqual([{ tab: 7, files: ['/room.js'] }])
  })

  test('where the browser lets nobody in, that is said', async () => {
    const answer = await pageAsked['room/prepare']({ side: 'left', widthPx: 420 }, { ...fromPage, tab: 99 })
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'not-allowed' } })
  })
})
