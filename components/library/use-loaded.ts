import { useEffect, useState } from 'preact/hooks'
import type { Result } from '../../utils/model/result'

interface Loaded<T> {
  /** The last answer; null before the first. */
  result: Result<T> | null
  /** What was last given; it stays where asking anew fails. */
  value: T | null
}

/** Asks for something, and anew when `changes` is another number. An answer that comes after that is not taken. */
export function useLoaded<T>(load: () => Promise<Result<T>>, changes: number): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ result: null, value: null })
  useEffect(() => {
    let isOver = false
    load().then(result => {
      if (!isOver) setLoaded(before => ({ result, value: result.ok ? result.value : before.value }))
    })
    return () => {
      isOver = true
    }
  }, [load, changes])
  return loaded
}
