import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askFromPage, askTab } from '../../../utils/messaging/ask'
import { seal } from '../../../utils/messaging/envelope'
import type { ExtensionRequests, PageRequests, ReaderRequests } from '../../../utils/messaging/protocol'
import { type Caller, type Guards, type Handlers, serve } from '../../../utils/messaging/serve'
import { FailureError } from '../../../utils/model/failure-error'
import { fail, succeed } from '../../../utils/model/result'

type Listener = (message: unknown, sender: object, reply: (value: unknown) => void) => true | undefined

interface Ours {
  'sum/make': (request: { a: number; b: number }) => number
  'sum/break': (request: Record<string, never>) => number
}

const ourId = 'sidelight'
let listeners: Set<Listener>

/** A browser with nothing but messages: what is sent reaches every listener, the first that answers counts. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise(resolve => {
    const answers = [...listeners].map(listener => listener(structuredClone(message), sender, resolve))
    if (!answers.includes(true)) resolve(undefined)
  })
}

const fromPage = {
  id: ourId,
  url: 'https://news.example/a',
  documentId: 'd7',
  tab: { id: 7, incognito: true },
}
const fromUs = { id: ourId, url: 'chrome-extension://x/sidebar.html' }

beforeEach(() => {
  listeners = new Set()
  const onMessage = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  }
  vi.stubGlobal('browser', {
    runtime: { id: ourId, onMessage, sendMessage: (message: unknown) => deliver(message, fromPage) },
    tabs: { sendMessage: (_tab: number, message: unknown) => deliver(message, fromUs) },
  })
})
afterEach(() => vi.unstubAllGlobals())

const handlers: Handlers<Ours> = {
  'sum/make': ({ a, b }) => succeed(a + b),
  'sum/break': () => {
    throw new Error('a mistake')
  },
}
const guards: Guards<Ours> = {
  'sum/make': request => typeof (request as { a: unknown }).a === 'number',
  'sum/break': () => true,
}
const everyone = () => true

describe('serve', () => {
  test('answers a request, and tells the handler who asks as the browser says it', async () => {
    const callers: Caller[] = []
    serve<Ours>({
      allows: everyone,
      handlers: {
        ...handlers,
        'sum/make': ({ a, b }, caller) => {
          callers.push(caller)
          return succeed(a + b)
        },
      },
    })
    expect(await deliver(seal('sum/make', { a: 1, b: 2 }), fromPage)).toEqual({ ok: true, value: 3 })
    await deliver(seal('sum/make', { a: 1, b: 2 }), fromUs)
    expect(callers).toEqual([
      { tab: 7, url: fromPage.url, isExtensionPage: false, isPrivate: true, document: 'd7' },
      { tab: null, url: fromUs.url, isExtensionPage: true, isPrivate: false, document: null },
    ])
  })

  test('does not hear other extensions, other messages, or names it does not know', async () => {
    serve<Ours>({ allows: everyone, handlers })
    expect(await deliver(seal('sum/make', { a: 1, b: 2 }), { ...fromPage, id: 'another' })).toBeUndefined()
    expect(await deliver({ name: 'sum/make', request: {} }, fromPage)).toBeUndefined()
    expect(await deliver('sum/make', fromPage)).toBeUndefined()
    expect(await deliver(seal('toString', {}), fromPage)).toBeUndefined()
  })

  test('refuses by name: a sender it is not for, a request of the wrong shape', async () => {
    serve<Ours>({ allows: caller => !caller.isExtensionPage, handlers, guards })
    expect(await deliver(seal('sum/make', { a: 1, b: 2 }), fromUs)).toEqual(
      fail('not-allowed', 'sum/make: not for this sender'),
    )
    expect(await deliver(seal('sum/make', { a: '1' }), fromPage)).toEqual(
      fail('bad-input', 'sum/make: wrong shape'),
    )
  })

  test('turns what a handler throws into a failure, and tells of it', async () => {
    const onError = vi.fn()
    serve<Ours>({ allows: everyone, handlers, onError })
    expect(await deliver(seal('sum/break', {}), fromPage)).toEqual(fail('unexpected', 'a mistake'))
    expect(onError).toHaveBeenCalledWith('sum/break', 'a mistake')
  })

  test('passes on the failure that a store threw', async () => {
    const full = { kind: 'storage-full', detail: 'no room' } as const
    serve<Ours>({
      allows: everyone,
      handlers: {
        ...handlers,
        'sum/break': () => {
          throw new FailureError(full)
        },
      },
    })
    expect(await deliver(seal('sum/break', {}), fromPage)).toEqual({ ok: false, failure: full })
  })

  test('ends', async () => {
    const stop = serve<Ours>({ allows: everyone, handlers })
    stop()
    expect(await deliver(seal('sum/make', { a: 1, b: 2 }), fromPage)).toBeUndefined()
  })
})

describe('ask', () => {
  test('never throws: nobody there, an invalidated context, and no extension at all have names', async () => {
    expect(await askFromPage('reader/begin', {})).toEqual(fail('worker-lost', 'nobody answered'))
    expect(await askTab(7)('reader/ping', {})).toEqual(fail('page-gone', 'nobody answered'))

    const sendMessage = () => Promise.reject(new Error('Extension context invalidated.'))
    vi.stubGlobal('browser', { runtime: { sendMessage } })
    expect(await askFromPage('reader/begin', {})).toEqual(
      fail('extension-gone', 'Extension context invalidated.'),
    )

    vi.stubGlobal('browser', { runtime: undefined })
    expect(await askFromPage('reader/begin', {})).toMatchObject({
      ok: false,
      failure: { kind: 'extension-gone' },
    })
  })

  test('what a stopping worker lost is asked once more; what is wrong with the message is not', async () => {
    const lose = () => Promise.reject(new Error('The message port closed before a response was received.'))
    const sendMessage = vi.fn(lose).mockImplementationOnce(lose)
    vi.stubGlobal('browser', { runtime: { id: ourId, sendMessage } })
    expect(await askFromPage('reader/begin', {})).toMatchObject({ failure: { kind: 'worker-lost' } })
    expect(sendMessage).toHaveBeenCalledTimes(2)

    sendMessage
      .mockReset()
      .mockImplementationOnce(lose)
      .mockResolvedValueOnce(succeed('there') as never)
    expect(await askFromPage('reader/begin', {})).toEqual(succeed('there'))

    sendMessage.mockReset().mockRejectedValue(new Error('Message length exceeded maximum allowed length.'))
    expect(await askFromPage('reader/begin', {})).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(sendMessage).toHaveBeenCalledTimes(1)
  })

  test('brings back what the other side says', async () => {
    serve<Pick<ReaderRequests, 'mark/step'>>({
      allows: caller => caller.tab === null,
      handlers: { 'mark/step': ({ by }) => succeed(by === 1) },
    })
    expect(await askTab(7)('mark/step', { by: 1, of: 'marks' })).toEqual(succeed(true))
  })
})

test('no name is in two directions that the background serves: the first listener would answer for both', () => {
  type Shared = keyof PageRequests & keyof ExtensionRequests
  const none: [Shared] extends [never] ? true : Shared = true
  expect(none).toBe(true)
})
