import { type FailureKind, fail, type Result } from '../model/result'
import { isExtensionAlive, nativeBrowser } from '../platform/native-browser'
import type { ArrivalNews } from './arrival-protocol'
import type { HiddenPageRequests } from './backup-protocol'
import { type Ask, seal } from './envelope'
import type {
  ExtensionRequests,
  GateRequests,
  LibraryRequests,
  PageRequests,
  ReaderRequests,
} from './protocol'

/** What the browsers say where a message reached nobody, or nobody lived to answer it. */
const lostWords = /receiving end|(channel|port) closed|could not establish|disconnected/i

/** The one place where a send that failed becomes a failure with a name: `whenLost` where nobody answered. */
async function send(transmit: () => Promise<unknown>, whenLost: FailureKind): Promise<Result<never>> {
  try {
    const reply = await transmit()
    return reply === undefined ? fail(whenLost, 'nobody answered') : (reply as Result<never>)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    // "Extension context invalidated" and its kin, where `runtime` may be missing altogether.
    if (!isExtensionAlive()) return fail('extension-gone', detail)
    return fail(lostWords.test(detail) ? whenLost : 'unexpected', detail)
  }
}

/**
 * Asks the background. A worker that is just being stopped loses what it was asked, and the next message starts it
 * again: so what was lost is asked once more. Nothing that is asked does harm twice.
 */
async function sendToBackground(name: string, request: unknown): Promise<Result<never>> {
  const transmit = () => nativeBrowser().runtime.sendMessage(seal(name, request))
  const first = await send(transmit, 'worker-lost')
  const wasLost = !first.ok && first.failure.kind === 'worker-lost'
  return wasLost ? send(transmit, 'worker-lost') : first
}

/** What a page's script may ask of the background. */
export const askFromPage: Ask<PageRequests> = (name, request) => sendToBackground(name, request)

/** What an extension page may ask of the background. */
export const askBackground: Ask<ExtensionRequests> = (name, request) => sendToBackground(name, request)

/** Asks pages of ours; `page-gone` where none is open that answers. */
const sendToPages = (name: string, request: unknown): Promise<Result<never>> =>
  send(() => nativeBrowser().runtime.sendMessage(seal(name, request)), 'page-gone')

/** What the background asks of the library, and tells all pages of ours. */
export const askLibrary: Ask<LibraryRequests & ArrivalNews> = (name, request) => sendToPages(name, request)

/** What the worker asks of its hidden page. */
export const askHiddenPage: Ask<HiddenPageRequests> = (name, request) => sendToPages(name, request)

/** What the background asks of the scripts in a tab's top frame. */
export const askTab =
  (tab: number): Ask<ReaderRequests & GateRequests> =>
  (name, request) =>
    send(() => nativeBrowser().tabs.sendMessage(tab, seal(name, request), { frameId: 0 }), 'page-gone')
