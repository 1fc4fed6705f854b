import { atDesk } from './ask-extension.ts'
import type { TestBrowser } from './test-browser.ts'
import { pause, waitUntil } from './wait-until.ts'

/** How many sentences' readings are kept: what the model has read so far, to within a batch. */
export const countReadings = (tested: TestBrowser): Promise<number> =>
  atDesk(tested, desk =>
    desk.evaluate(async () => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await answer(indexedDB.open('sidelight'))
      try {
        return await answer(database.transaction('readings').objectStore('readings').count())
      } finally {
        database.close()
      }
    }),
  )

/** Waits until nothing more is read, and gives what is kept then. A batch takes about a second. */
export async function readingsAtRest(tested: TestBrowser): Promise<number> {
  let kept = await countReadings(tested)
  await waitUntil(
    'nothing more is read',
    async () => {
      await pause(2_000)
      const before = kept
      kept = await countReadings(tested)
      return kept === before
    },
    20_000,
  )
  return kept
}
