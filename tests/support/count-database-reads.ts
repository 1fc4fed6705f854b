import type { TestBrowser } from './test-browser.ts'

/** What the background asked of its database. */
export interface DatabaseReads {
  /** Requests since this was asked last, or counting began. */
  sinceLast(): Promise<number>
}

/**
 * Counts the requests that the background makes of IndexedDB, by standing before the database's own methods there. From
 * outside, so that the extension need not tell what it does. Counting ends with the background's script: a worker that is
 * stopped and started anew begins at zero.
 */
export async function countDatabaseReads(tested: TestBrowser): Promise<DatabaseReads> {
  await tested.evaluateInBackground(({ scope }) => {
    if (scope.testReads !== undefined) return 0
    scope.testReads = 0
    for (const holder of [scope.IDBObjectStore, scope.IDBIndex]) {
      for (const name of ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor']) {
        const original = holder.prototype[name]
        if (!original) continue
        holder.prototype[name] = function (this: unknown, ...given: unknown[]) {
          scope.testReads = (scope.testReads ?? 0) + 1
          return original.apply(this, given)
        }
      }
    }
    return 0
  })
  return {
    sinceLast: () =>
      tested.evaluateInBackground(({ scope }) => {
        const count = scope.testReads ?? 0
        scope.testReads = 0
        return count
      }),
  }
}
