import { type FileMessage, type FileNews, filePort } from '../../utils/messaging/file-port'
import type { FileImport } from '../../utils/model/backup'
import { fail, type Result } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { logFailure } from '../../utils/platform/log'
import type { Port } from '../../utils/platform/native-browser'
import { settingsStore } from '../../utils/platform/settings-store'
import { createFileImport } from '../../utils/services/file-import'
import { announceFile } from './announce'
import { fillVectors } from './fill-vectors'
import type { Stores } from './stores'

/** A file that is on its way in. */
interface Taking {
  isCancelled: boolean
  ended: Promise<void>
}

/** How seldom the page is told how far settling is: each step would be a message. */
const newsEvery = 0.02

/** How many claims are read for comparison between two words of it: some half a second. */
const claimsPerNews = 16

/** Takes in files that pages of ours hand over, one at a time. */
export function listenForFiles(stores: Stores): void {
  let current: Taking | null = null

  browser.runtime.onConnect.addListener(port => {
    if (port.name !== filePort) return
    const isOurs =
      port.sender?.id === browser.runtime.id && /^(chrome|moz)-extension:/.test(port.sender?.url ?? '')
    if (!isOurs) return port.disconnect()
    if (current && !current.isCancelled) return refuse(port)
    const taking = takeFile(stores, port, current?.ended)
    current = taking
    taking.ended.then(() => {
      if (current === taking) current = null
      stores.corpus.sweep().catch(error => logFailure('sweep', String(error)))
    })
  })
}

/** Whatever the page sends, the answer is that another file is on its way. */
function refuse(port: Port): void {
  port.onMessage.addListener(() => {
    tell(port, { is: 'done', result: fail('busy', 'another file is being taken in'), isComparing: false })
  })
}

/** The page may have gone. */
function tell(port: Port, news: FileNews): void {
  try {
    port.postMessage(news)
  } catch {
    // Its `onDisconnect` was heard, and nothing of it stays.
  }
}

/** One after the other: what the page sends is done in turn, after what was cancelled before it has ended. */
function takeFile(stores: Stores, port: Port, before = Promise.resolve()): Taking {
  const { corpus, highlights, readerClaims, clock } = stores
  const opened = createFileImport({ corpus, highlights, readerClaims, clock, settings: settingsStore })
  let work = before
  let hasEnded = false
  let resolveEnded = (): void => {}
  const taking: Taking = {
    isCancelled: false,
    ended: new Promise(resolve => {
      resolveEnded = resolve
    }),
  }

  async function end(result: Result<FileImport>): Promise<void> {
    if (hasEnded) return
    hasEnded = true
    let isComparing = false
    try {
      await opened.abandon()
      if (result.ok) {
        await announceFile(stores, result.value)
        isComparing = result.value.format === 'dossier' && (await settingsStore.load()).isModelOn
      }
    } catch (error) {
      // It is on file all the same; the gate is told of it at the next change.
      logFailure('file', String(error))
    }
    tell(port, { is: 'done', result, isComparing })
    resolveEnded()
    if (isComparing) await compare()
  }

  /** The dossier is on file: this goes on whoever waits for it, and the next file may come. */
  async function compare(): Promise<void> {
    let told = 0
    await fillVectors(stores, (done, of) => {
      // Another dossier's may have come first.
      if (done < told) told = 0
      const isLast = done === of && told < of
      if (done - told < claimsPerNews && !isLast) return
      told = done
      tell(port, { is: 'comparing', done, of })
    })
    tell(port, { is: 'compared' })
  }

  async function take(message: FileMessage): Promise<void> {
    if (hasEnded) return
    if (message.do === 'take') {
      const taken = await opened.push(message.text)
      return taken.ok ? tell(port, { is: 'taken', progress: taken.value }) : end(taken)
    }
    let told = 0
    const finished = await opened.finish(share => {
      if (share - told < newsEvery && share < 1) return
      told = share
      tell(port, { is: 'settling', share })
    })
    if (!finished.ok) return end(finished)
    if (finished.value === 'again') return tell(port, { is: 'again' })
    return end({ ok: true, value: finished.value })
  }

  function cancel(): void {
    taking.isCancelled = true
    opened.cancel()
    // Not in the middle of a step: what that writes would stay.
    work = work.then(() => end(fail('cancelled', 'the reader cancelled')))
  }

  port.onMessage.addListener(message => {
    const asked = message as FileMessage
    if (asked.do === 'cancel') return cancel()
    if (asked.do === 'wait') return
    work = work
      .then(() => take(asked))
      .catch(error => {
        logFailure('file', String(error))
        return end(fail('unexpected', String(error)))
      })
  })
  // The page was closed: nobody waits for it.
  port.onDisconnect.addListener(() => {
    if (!hasEnded) cancel()
  })
  return taking
}
