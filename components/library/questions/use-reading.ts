import { useEffect, useState } from 'preact/hooks'
import type { Failure } from '../../../utils/model/result'
import type { OnRead, Reading } from './questions-actions'

export type ReadState<T> =
  | { state: 'reading'; read: number; of: number; heading?: string | undefined }
  | { state: 'failed'; failure: Failure }
  | { state: 'done'; value: T }

/** Told more often, the page would draw numbers instead of reading, ms. */
const saidEveryMs = 150

/**
 * Begins a reading, anew when `key` is another one, and stops it when it is left. While the same is read anew what was
 * read before stays.
 */
export function useReading<T>(
  key: string,
  changes: number,
  begin: (onRead: OnRead) => Reading<T>,
): ReadState<T> {
  const [now, setNow] = useState<{ key: string; state: ReadState<T> } | null>(null)
  useEffect(() => {
    let isLeft = false
    let saidMs = 0
    const put = (state: ReadState<T>) =>
      setNow(before =>
        state.state === 'reading' && before?.key === key && before.state.state === 'done'
          ? before
          : { key, state },
      )
    put({ state: 'reading', read: 0, of: 0 })
    const { done, stop } = begin((read, of, heading) => {
      if (isLeft || performance.now() - saidMs < saidEveryMs) return
      saidMs = performance.now()
      put({ state: 'reading', read, of, heading })
    })
    done.then(result => {
      if (isLeft) return
      put(result.ok ? { state: 'done', value: result.value } : { state: 'failed', failure: result.failure })
    })
    return () => {
      isLeft = true
      stop()
    }
  }, [key, changes])
  return now?.key === key ? now.state : { state: 'reading', read: 0, of: 0 }
}
