import { FailureError, toFailure } from '../model/failure-error'
import { fail, type Result } from '../model/result'
import { nativeBrowser } from '../platform/native-browser'
import type { ReadingPart, ReadingRequest } from './protocol'
import { type NumberedPart, type NumberedRequest, readerPort } from './reader-port'
import { type Caller, describeCaller } from './serve'

interface ReaderService {
  /** Reads, and posts parts until it is done or `signal` says that nobody waits for more. */
  read: (
    request: ReadingRequest,
    caller: Caller,
    post: (part: ReadingPart) => void,
    signal: AbortSignal,
  ) => Promise<void>
  /** Whether a request has the right shape: it comes from a page's process. */
  guard: (request: unknown) => boolean
  /** Whether this caller may use the service at all. */
  allows: (caller: Caller) => boolean
  /** Told of what `read` threw: a mistake of ours. */
  onError: (where: string, detail: string) => void
}

/**
 * Reads articles for pages' readers, over a port each. A newer request abandons the older one, and so does the end of the
 * port: the page was left, or closed. Refused are other extensions' ports, callers the service is not for, and requests
 * of the wrong shape.
 */
export function serveReader({ read, guard, allows, onError }: ReaderService): void {
  const { runtime } = nativeBrowser()
  runtime.onConnect.addListener(port => {
    if (port.name !== readerPort) return
    const caller = describeCaller(port.sender ?? {})
    if (port.sender?.id !== runtime.id || !allows(caller)) return port.disconnect()
    let current = new AbortController()
    port.onDisconnect.addListener(() => current.abort())
    port.onMessage.addListener(message => {
      current.abort()
      current = new AbortController()
      const { signal } = current
      const { number, request } = isNumbered(message) ? message : { number: 0, request: null }
      const post = (part: Result<ReadingPart | null>) => {
        if (!signal.aborted) port.postMessage({ number, part } satisfies NumberedPart)
      }
      answer(request, caller, post, signal)
    })
  })

  async function answer(
    request: ReadingRequest | null,
    caller: Caller,
    post: (part: Result<ReadingPart | null>) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (!request || !guard(request)) return post(fail('bad-input', 'a reading: wrong shape'))
    try {
      await read(request, caller, part => post({ ok: true, value: part }), signal)
      post({ ok: true, value: null })
    } catch (error) {
      const failure = toFailure(error)
      if (!(error instanceof FailureError)) onError('reading', failure.detail)
      post({ ok: false, failure })
    }
  }
}

const isNumbered = (message: unknown): message is NumberedRequest =>
  typeof message === 'object' &&
  message !== null &&
  Number.isSafeInteger((message as Partial<NumberedRequest>).number) &&
  typeof (message as Partial<NumberedRequest>).request === 'object'
