import { fail, type Result } from '../model/result'
import { nativeBrowser } from '../platform/native-browser'
import { type Ask, seal } from './envelope'
import type { ExtensionRequests, GateRequests, PageRequests, ReaderRequests } from './protocol'

/** The one place where a send that failed becomes a failure with a name. */
async function send(transmit: () => Promise<unknown>, whenNobodyListens: 'extension-gone' | 'page-gone') {
  try {
    const reply = await transmit()
    return reply === undefined ? fail(whenNobodyListens, 'nobody answered') : (reply as Result<never>)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    // "Extension context invalidated" and its kin: the extension was reloaded under an open page, and
    // `runtime` may then be missing altogether. Everything else means that the other side is not there.
    return fail(
      /context invalidated|undefined|null/i.test(detail) ? 'extension-gone' : whenNobodyListens,
      detail,
    )
  }
}

/** What a page's script may ask of the background. */
export const askFromPage: Ask<PageRequests> = (name, request) =>
  send(() => nativeBrowser().runtime.sendMessage(seal(name, request)), 'extension-gone')

/** What an extension page may ask of the background. */
export const askBackground: Ask<ExtensionRequests> = (name, request) =>
  send(() => nativeBrowser().runtime.sendMessage(seal(name, request)), 'extension-gone')

/** What the background asks of the scripts in a tab's top frame. */
export const askTab =
  (tab: number): Ask<ReaderRequests & GateRequests> =>
  (name, request) =>
    send(() => nativeBrowser().tabs.sendMessage(tab, seal(name, request), { frameId: 0 }), 'page-gone')
