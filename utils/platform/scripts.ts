import { fail, type Result, succeed } from '../model/result'
import { nameRoom, roomAttribute, type SidebarPlace } from '../model/sidebar-place'
import { browser } from './browser'
import { inTurn } from './in-turn'

const gateFile = '/gate.js'
const readerFile = '/reader.js'
const roomFile = '/room.js'
const gateId = 'gate'

const takeTurn = inTurn()

const tryTo = async (act: () => Promise<unknown>): Promise<Result<void>> => {
  try {
    await act()
    return succeed(undefined)
  } catch (error) {
    // The browser's own pages, its store, a site without a grant, a tab that just closed.
    return fail('not-allowed', error instanceof Error ? error.message : String(error))
  }
}

/** Runs the gate in a tab's top frame; a second time finds the first one's marker and does nothing. */
export const injectGate = (tab: number): Promise<Result<void>> =>
  tryTo(() => browser.scripting.executeScript({ target: { tabId: tab }, files: [gateFile] }))

/** The document that asked where the browser names one (a page loaded in advance is in the same tab), else the top frame. */
const targetOf = (tab: number, document?: string) =>
  document === undefined ? { tabId: tab } : { tabId: tab, documentIds: [document] }

/**
 * Puts a rule into a page that keeps one side free, and the script that measures what it does. The rule holds only
 * while our own element on the page says so by its attribute: it can be tried, measured and taken back within one task,
 * nothing of which is seen, and whatever ends our scripts and their element ends the room too. Not on paper.
 */
export const insertRoom = (
  tab: number,
  document: string | undefined,
  room: Pick<SidebarPlace, 'side' | 'widthPx'>,
): Promise<Result<void>> =>
  tryTo(async () => {
    const target = targetOf(tab, document)
    await browser.scripting.insertCSS({
      target,
      // Above any rule of the page, an important one too.
      origin: 'USER',
      css: `@media screen { html:has(> [${roomAttribute}="${nameRoom(room)}"]) {
        box-sizing: border-box !important; padding-${room.side}: ${room.widthPx}px !important } }`,
    })
    await browser.scripting.executeScript({ target, files: [roomFile] })
  })

/**
 * Marks are painted in shadow trees too: in Chromium by rules of the page's origin, which are inherited into them (rules of
 * the reader's origin paint nothing at all); in Firefox by rules of the reader's, which hold in every tree (tried, 156 and 153).
 */
const markRules = {
  files: ['/highlights.css'],
  origin: import.meta.env.FIREFOX ? ('USER' as const) : ('AUTHOR' as const),
}

/**
 * Puts the rules for marks and the reader's script into a tab.
 */
export const injectReader = (tab: number, document?: string): Promise<Result<void>> =>
  tryTo(async () => {
    const target = targetOf(tab, document)
    // First taken out: inserted twice the rules would stand twice.
    await browser.scripting.removeCSS({ target, ...markRules })
    await browser.scripting.insertCSS({ target, ...markRules })
    await browser.scripting.executeScript({ target, files: [readerFile] })
  })

/**
 * Makes the gate's registration say what was granted: these match patterns and no others. Gives them back.
 * Registered scripts outlive the browser's restart, but not always an update: so it is called at each of them.
 */
export const registerGate = (listPatterns: () => Promise<string[]>): Promise<string[]> =>
  takeTurn(async () => {
    const patterns = await listPatterns()
    const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [gateId] })
    const script = { id: gateId, js: [gateFile], matches: patterns, runAt: 'document_idle' as const }
    if (patterns.length > 0) {
      if (present) await browser.scripting.updateContentScripts([script])
      else await browser.scripting.registerContentScripts([script])
    } else if (present) {
      await browser.scripting.unregisterContentScripts({ ids: [gateId] })
    }
    return patterns
  })
