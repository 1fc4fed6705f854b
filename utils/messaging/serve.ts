import { FailureError, toFailure } from '../model/failure-error'
import { fail, type Result } from '../model/result'
import { nativeBrowser } from '../platform/native-browser'
import { isEnvelope, type ReplyOf, type RequestOf } from './envelope'

/** Who asks, as the browser says it: never what the message itself says. */
export interface Caller {
  /** The tab it came from; null for a page of ours that stands in none. */
  tab: number | null
  url: string
  isExtensionPage: boolean
  isPrivate: boolean
  /** The document in that tab, where the browser names them (Chromium). */
  document: string | null
}

export type Handlers<R> = {
  [K in keyof R & string]: (
    request: RequestOf<R, K>,
    caller: Caller,
  ) => Promise<Result<ReplyOf<R, K>>> | Result<ReplyOf<R, K>>
}

/** Says of each request whether it has the right shape: a message is untrusted input. */
export type Guards<R> = { [K in keyof R & string]: (request: unknown) => boolean }

interface Service<R> {
  handlers: Handlers<R>
  /** Absent where all callers are our own pages and scripts of the same build. */
  guards?: Guards<R>
  /** Whether this caller may use the service at all. */
  allows: (caller: Caller) => boolean
  /** Told of what a handler threw: a mistake of ours. */
  onError?: (name: string, detail: string) => void
}

interface Sender {
  id?: string
  url?: string
  documentId?: string
  tab?: { id?: number; incognito?: boolean }
}

/** What the browser says of a sender. */
export const describeCaller = (sender: Sender): Caller => ({
  tab: sender.tab?.id ?? null,
  url: sender.url ?? '',
  isExtensionPage: /^(chrome|moz)-extension:/.test(sender.url ?? ''),
  isPrivate: sender.tab?.incognito ?? false,
  document: sender.documentId ?? null,
})

/**
 * Answers requests. Refused with a named failure are: another extension's messages, a caller the service is
 * not for, a request of the wrong shape. A name no service here knows is left to other listeners.
 * Returns what ends it.
 */
export function serve<R>(service: Service<R>): () => void {
  const { runtime } = nativeBrowser()
  const handlers = new Map<string, (request: never, caller: Caller) => unknown>(
    Object.entries(service.handlers),
  )
  const guards = new Map<string, (request: unknown) => boolean>(Object.entries(service.guards ?? {}))

  const answer = async (name: string, request: unknown, caller: Caller): Promise<Result<unknown>> => {
    if (!service.allows(caller)) return fail('not-allowed', `${name}: not for this sender`)
    if (guards.get(name)?.(request) === false) return fail('bad-input', `${name}: wrong shape`)
    try {
      return (await handlers.get(name)?.(request as never, caller)) as Result<unknown>
    } catch (error) {
      // A store that could not read says so by this; anything else thrown is a mistake of ours.
      const failure = toFailure(error)
      if (!(error instanceof FailureError)) service.onError?.(name, failure.detail)
      return { ok: false, failure }
    }
  }

  // `sendResponse` with `return true` is the one way of answering later that both browsers take.
  const listener = (
    message: unknown,
    sender: Sender,
    sendResponse: (reply: unknown) => void,
  ): true | undefined => {
    if (sender.id !== runtime.id || !isEnvelope(message) || !handlers.has(message.name)) return undefined
    answer(message.name, message.request, describeCaller(sender)).then(sendResponse)
    return true
  }
  const add = listener as Parameters<typeof runtime.onMessage.addListener>[0]
  runtime.onMessage.addListener(add)
  return () => runtime.onMessage.removeListener(add)
}
