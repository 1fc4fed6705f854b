import type { TestBrowser } from './test-browser.ts'

/**
 * From now on the background's database refuses every write as a full disk does, until the returned function is called.
 * A real full disk cannot be had on a tests' machine; what IndexedDB then throws is this.
 */
export async function fillStorage(tested: TestBrowser): Promise<() => Promise<void>> {
  await tested.evaluateInBackground(({ scope }) => {
    const { prototype } = scope.IDBObjectStore
    scope.testWrites ??= { add: prototype.add, put: prototype.put }
    prototype.add = prototype.put = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError')
    }
    return 0
  })
  return async () => {
    await tested.evaluateInBackground(({ scope }) => {
      if (scope.testWrites) Object.assign(scope.IDBObjectStore.prototype, scope.testWrites)
      return 0
    })
  }
}
