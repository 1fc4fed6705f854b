import { fail, type Result } from '../model/result'
import { isExtensionAlive, nativeBrowser, type Port } from '../platform/native-browser'
import type { ReadingPart, ReadingRequest } from './protocol'

/** The name under which a page's reader connects to the background: one port for as long as its session lasts. */
export const readerPort = 'reader'

/** What travels over it: a request with its number, and to each its parts; null says that the last one came. */
export interface NumberedRequest {
  number: number
  request: ReadingRequest
}
export interface NumberedPart {
  number: number
  part: Result<ReadingPart | null>
}

/** What becomes of a reading: parts as they are made, then its end, or a failure. */
export interface ReadingListener {
  onPart: (part: ReadingPart) => void
  onEnd: (end: Result<void>) => void
}

export interface ReaderConnection {
  /** Has an article read. A newer reading takes the place of an older one, of which nothing more is heard. */
  read(request: ReadingRequest, listener: ReadingListener): void
}

/**
 * Connects a page's reader to the background until `signal` ends it: then whatever is being read is abandoned there. The
 * port also ends with a worker that is stopped; what it was asked is asked once more. `onLost` hears of each end but its
 * own: the extension may be gone.
 */
export function connectReader(signal: AbortSignal, onLost: () => void): ReaderConnection {
  let port: Port | null = null
  let current: { asked: NumberedRequest; listener: ReadingListener; isRepeated: boolean } | null = null
  let count = 0

  const end = (result: Result<void>) => {
    const ended = current
    current = null
    if (!signal.aborted) ended?.listener.onEnd(result)
  }
  const connect = (): Port => {
    const opened = nativeBrowser().runtime.connect({ name: readerPort })
    port = opened
    opened.onMessage.addListener(message => {
      const { number, part } = message as NumberedPart
      if (signal.aborted || number !== current?.asked.number) return
      if (!part.ok) end(part)
      else if (part.value) current.listener.onPart(part.value)
      else end({ ok: true, value: undefined })
    })
    opened.onDisconnect.addListener(() => {
      if (port === opened) port = null
      if (signal.aborted) return
      if (current?.isRepeated) end(fail('worker-lost', 'the port closed'))
      else if (current && isExtensionAlive()) {
        current.isRepeated = true
        send()
      }
      onLost()
    })
    return opened
  }
  const send = () => {
    if (!current) return
    try {
      ;(port ?? connect()).postMessage(current.asked)
    } catch (error) {
      end(fail(isExtensionAlive() ? 'worker-lost' : 'extension-gone', String(error)))
    }
  }
  connect()
  signal.addEventListener('abort', () => port?.disconnect())
  return {
    read(request, listener) {
      count += 1
      // Of the older one nothing more comes.
      end({ ok: true, value: undefined })
      current = { asked: { number: count, request }, listener, isRepeated: false }
      send()
    },
  }
}
