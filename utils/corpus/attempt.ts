import { FailureError } from '../model/failure-error'
import { type Failure, type Result, succeed } from '../model/result'
import type { Database } from './database'
import { blockedPatienceMs } from './weights'

/** What a name of Dexie's or IndexedDB's errors means, in words for a bug report. */
const meanings: Record<string, string> = {
  DatabaseClosedError: 'the database was closed; it is opened again at the next call',
  MissingAPIError: 'this browser gives the extension no IndexedDB here',
  VersionError: 'the database was written by a later Sidelight',
  InvalidStateError: 'the browser gives no access to its storage',
  UnknownError: 'the browser could not read or write its storage',
  TimeoutError: 'the database was not free in time',
}

/** Names of an error and of what it wraps, outermost first; Dexie puts the cause into `inner`. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  let at: unknown = error
  while (at instanceof Error || (typeof at === 'object' && at !== null && 'name' in at)) {
    names.push(String((at as { name: unknown }).name))
    at = (at as { inner?: unknown }).inner
    if (names.length > 5) break
  }
  return names
}

/** What went wrong in the database, as a failure with a name. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  const names = namesOf(error)
  const message = error instanceof Error ? error.message : String(error)
  // Dexie aborts a transaction with the quota error inside it, or only in the message.
  if (names.includes('QuotaExceededError') || /QuotaExceeded/.test(message)) {
    return { kind: 'storage-full', detail: 'the disk, or what the browser gives to the extension, is full' }
  }
  const meaning = names.map(name => meanings[name]).find(text => text !== undefined)
  return { kind: 'storage-failed', detail: meaning ? `${meaning} (${message})` : message }
}

/**
 * Opens the database if it is not open. Another connection that does not let go (an old tab of ours that
 * hangs) blocks an upgrade for good; after some patience that is a failure, and the next call tries again.
 */
async function open(database: Database): Promise<void> {
  if (database.isOpen()) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = (): void => {}
  const blocked = new Promise<never>((_, reject) => {
    stop = () => {
      const detail = 'another window of Sidelight holds an older database open'
      timer ??= setTimeout(
        () => reject(new FailureError({ kind: 'storage-failed', detail })),
        blockedPatienceMs,
      )
    }
    database.on('blocked', stop)
  })
  try {
    await Promise.race([database.open(), blocked])
  } finally {
    clearTimeout(timer)
    database.on('blocked').unsubscribe(stop)
  }
}

/** Does something with the database; what fails is thrown as a `FailureError` with a name. */
export async function reach<T>(database: Database, work: () => PromiseLike<T>): Promise<T> {
  try {
    await open(database)
    return await work()
  } catch (error) {
    throw new FailureError(failureOf(error))
  }
}

/** The same where the caller gets a `Result`. A `FailureError` thrown inside `work` is its failure. */
export async function attempt<T>(database: Database, work: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return succeed(await reach(database, work))
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}
