import { fail, type Result, succeed } from '../model/result'
import { browser } from './browser'

const gateFile = '/content-scripts/gate.js'
const readerFile = '/content-scripts/reader.js'
const gateId = 'gate'

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

/** Puts the rules for marks and the reader's script into a tab's top frame. */
export const injectReader = (tab: number): Promise<Result<void>> =>
  tryTo(async () => {
    const target = { tabId: tab }
    // First taken out: inserted twice the rules would stand twice.
    await browser.scripting.removeCSS({ target, files: ['/highlights.css'] })
    await browser.scripting.insertCSS({ target, files: ['/highlights.css'] })
    await browser.scripting.executeScript({ target, files: [readerFile] })
  })

/** Takes the rules for marks out of a tab again. */
export const removeReaderRules = (tab: number): Promise<Result<void>> =>
  tryTo(() => browser.scripting.removeCSS({ target: { tabId: tab }, files: ['/highlights.css'] }))

/**
 * Makes the gate's registration say what was granted: these match patterns and no others.
 * Registered scripts outlive the browser's restart, but not always an update: so it is called at each of them.
 */
export async function registerGate(patterns: string[]): Promise<void> {
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [gateId] })
  if (patterns.length === 0) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [gateId] })
    return
  }
  const script = { id: gateId, js: [gateFile], matches: patterns, runAt: 'document_idle' as const }
  if (present) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}
