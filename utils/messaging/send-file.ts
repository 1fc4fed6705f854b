import type { FileImport, FileWatch, ImportProgress } from '../model/backup'
import { type Failure, fail, type Result } from '../model/result'
import { isExtensionAlive, nativeBrowser } from '../platform/native-browser'
import { type FileMessage, type FileNews, filePort } from './file-port'

/** What one message carries: some hundred claims. Browsers refuse messages of 64 MiB; this is taken in a tenth of a second. */
const portionBytes = 256 * 1024

/**
 * Hands a file to the background to be taken in, a portion at a time, each when the one before was taken: neither side
 * holds more of it. Bad input: what is no UTF-8. `worker-lost` where the background was stopped in the middle: nothing
 * was changed then. Afterwards `onComparing` is told how far its claims are read.
 */
export async function sendFile(
  file: Blob,
  { onProgress, onComparing = () => {}, signal }: FileWatch,
): Promise<Result<FileImport>> {
  const line = openLine(signal, onComparing)
  let settledShare = 0
  line.onSettling = share => {
    settledShare = share
    onProgress({ phase: 'settling', share, ...progress })
  }
  let progress: ImportProgress = { articles: 0, claims: 0 }
  try {
    const marked = await nameEncoding(file)
    if (marked) return refuse(marked)
    for (;;) {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      for (let from = 0; from < file.size; from += portionBytes) {
        const bytes = await file.slice(from, from + portionBytes).arrayBuffer()
        const isLast = from + portionBytes >= file.size
        const news = await line.ask({ do: 'take', text: decoder.decode(bytes, { stream: !isLast }) })
        if (news.is === 'done') return news.result
        if (news.is === 'taken') progress = news.progress
        onProgress({ phase: 'reading', share: Math.min(1, (from + portionBytes) / file.size), ...progress })
      }
      onProgress({ phase: 'settling', share: settledShare, ...progress })
      const news = await line.ask({ do: 'finish' })
      if (news.is === 'done') return news.result
    }
  } catch (error) {
    if (error instanceof LineLost) return { ok: false, failure: error.failure }
    // Decoding says so by a TypeError, reading by a DOMException: the file was moved or changed.
    return error instanceof TypeError
      ? refuse('the file is no text in UTF-8')
      : fail('not-found', 'the file could not be read')
  } finally {
    line.close()
  }
}

const refuse = (detail: string) => fail('bad-input', detail)

/** By the mark at its beginning; null where it may be UTF-8. */
async function nameEncoding(file: Blob): Promise<string | null> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isUtf16 ? 'the file is in UTF-16: it must be in UTF-8' : null
}

class LineLost extends Error {
  constructor(readonly failure: Failure) {
    super(failure.detail)
  }
}

/** The connection: one question at a time, and news in between. */
function openLine(signal: FileWatch['signal'], onComparing: NonNullable<FileWatch['onComparing']>) {
  const port = nativeBrowser().runtime.connect({ name: filePort })
  let answer: ((news: FileNews) => void) | null = null
  let lose: ((lost: LineLost) => void) | null = null
  let lost: LineLost | null = null
  /** The last word may come when nothing was asked. */
  let last: FileNews | null = null
  let isCancelled = false
  let isComparing = false
  const line = {
    onSettling: (_share: number): void => {},
    ask(message: FileMessage): Promise<FileNews> {
      return new Promise((resolve, reject) => {
        if (last) return resolve(last)
        if (lost) return reject(lost)
        answer = resolve
        lose = reject
        port.postMessage(isCancelled ? { do: 'cancel' } : message)
      })
    },
    /** Unless it is still told how far the claims are read: then at the end of that. */
    close(): void {
      if (!isComparing) close()
    },
  }
  function close(): void {
    signal.removeEventListener('abort', cancel)
    port.disconnect()
  }
  function endComparing(): void {
    isComparing = false
    close()
    onComparing(null)
  }
  function cancel(): void {
    isCancelled = true
    if (isComparing) endComparing()
    // In the middle of an answer: it is told at once, and the answer is the last word.
    else if (!lost) port.postMessage({ do: 'cancel' })
  }
  if (signal.aborted) isCancelled = true
  signal.addEventListener('abort', cancel)
  port.onMessage.addListener(message => {
    const news = message as FileNews
    if (news.is === 'done') {
      last = news
      isComparing = news.isComparing
    }
    if (news.is === 'settling' || news.is === 'comparing') port.postMessage({ do: 'wait' })
    if (news.is === 'settling') line.onSettling(news.share)
    else if (news.is === 'comparing') onComparing({ done: news.done, of: news.of })
    else if (news.is === 'compared') endComparing()
    else answer?.(news)
  })
  port.onDisconnect.addListener(() => {
    const kind = isExtensionAlive() ? 'worker-lost' : 'extension-gone'
    lost = new LineLost({ kind, detail: 'the background was stopped while it took the file in' })
    lose?.(lost)
    if (isComparing) endComparing()
  })
  return line
}
