import type { Turns } from '../../utils/services/take-turns'

/** How long work lets this page do other things. It sends itself a message: a timer would wait 4 ms each time. */
export const turns: Turns = {
  pause: () =>
    new Promise(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    }),
  nowMs: () => performance.now(),
}
