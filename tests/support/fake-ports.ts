import type { Port } from '../../utils/platform/native-browser'

type Listener = (value: never) => void

/**
 * Connections as the browsers make them: what is sent at one end arrives at the other a task later, copied; the end of
 * one is told to the other. `connect` is the page's; `onConnect` has the background's end.
 */
export function makeFakePorts(senderUrl = 'chrome-extension://sidelight/options.html') {
  const listeners = new Set<(port: Port) => void>()
  const open = new Set<() => void>()

  function makeEnd() {
    const onMessage = new Set<Listener>()
    const onDisconnect = new Set<Listener>()
    return { onMessage, onDisconnect, isOpen: true }
  }
  type End = ReturnType<typeof makeEnd>

  const makePort = (name: string, own: End, other: End, sender?: object): Port => {
    const event = (set: Set<Listener>) => ({
      addListener: (listener: Listener) => set.add(listener),
      removeListener: (listener: Listener) => set.delete(listener),
    })
    return {
      name,
      sender,
      onMessage: event(own.onMessage),
      onDisconnect: event(own.onDisconnect),
      postMessage(message: unknown) {
        if (!own.isOpen) throw new Error('Attempting to use a disconnected port object')
        const copy = structuredClone(message) as never
        setTimeout(() => {
          if (other.isOpen) for (const listener of [...other.onMessage]) listener(copy)
        })
      },
      disconnect: () => end(own, other),
    } as unknown as Port
  }

  function end(own: End, other: End): void {
    own.isOpen = false
    setTimeout(() => {
      if (!other.isOpen) return
      other.isOpen = false
      for (const listener of [...other.onDisconnect]) listener(undefined as never)
    })
  }

  return {
    onConnect: { addListener: (listener: (port: Port) => void) => listeners.add(listener) },
    connect({ name }: { name: string }): Port {
      const [page, background] = [makeEnd(), makeEnd()]
      const sender = { id: 'sidelight', url: senderUrl }
      const port = makePort(name, background, page, sender)
      open.add(() => end(background, page))
      for (const listener of listeners) listener(port)
      return makePort(name, page, background)
    },
    /** The background is stopped: its ends are gone, and it hears nothing any more. */
    stopBackground(): void {
      for (const stop of open) stop()
      open.clear()
      listeners.clear()
    },
  }
}
