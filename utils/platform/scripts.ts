import { fail, type Result, succeed } from '../model/result'
import { browser } from './browser'
import { inTurn } from './in-turn'

const gateFile = '/gate.js'
const readerFile = '/reader.js'
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

/**
 * Puts the rules for marks and the reader's script into a tab: into the document that asked for it where the browser
 * names one (a page loaded in advance stands in the same tab as the one in view), else into the top frame.
 */
export const injectReader = (tab: number, document?: string): Promise<Result<void>> =>
  tryTo(async () => {
    const target = document === undefined ? { tabId: tab } : { tabId: tab, documentIds: [document] }
    // First taken out: inserted twice the rules would stand twice.
    await browser.scripting.removeCSS({ target, files: ['/highlights.css'] })
    await browser.scripting.insertCSS({ target, files: ['/highlights.css'] })
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
