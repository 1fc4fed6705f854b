type Listener = (message: unknown) => void

/** One end of a connection, for whoever serves it; `say` and `hangUp` are what the other end does. */
export function makePort(name: string, sender: object) {
  const hearing = new Set<Listener>()
  const waiting = new Set<Listener>()
  const posted: unknown[] = []
  let isClosed = false
  return {
    name,
    sender,
    posted,
    get isClosed() {
      return isClosed
    },
    onMessage: { addListener: (listener: Listener) => hearing.add(listener) },
    onDisconnect: { addListener: (listener: Listener) => waiting.add(listener) },
    postMessage(message: unknown) {
      if (isClosed) throw new Error('Attempting to use a disconnected port object')
      posted.push(structuredClone(message))
    },
    disconnect() {
      isClosed = true
    },
    say(message: unknown) {
      for (const listener of hearing) listener(message)
    },
    hangUp() {
      isClosed = true
      for (const listener of waiting) listener(undefined)
    },
  }
}
