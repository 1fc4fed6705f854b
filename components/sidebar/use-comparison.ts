import { useEffect, useState } from 'preact/hooks'
import type { ComparedPair } from '../../utils/model/compared-pair'
import type { PairComparison } from '../../utils/model/comparison'
import type { Failure } from '../../utils/model/result'
import { useDeeds } from './deeds-context'

/** What the words of two claims come to: until it is there both stand as they are. */
export type LoadedComparison =
  | { state: 'loading' }
  | { state: 'ready'; value: PairComparison }
  | { state: 'failed'; failure: Failure }

/**
 * Has two claims compared, and again whenever `anew` is another thing: what is on file may have changed. What was there
 * before stays until then.
 */
export function useComparison(pair: ComparedPair | null, anew: unknown): LoadedComparison {
  const { deeds } = useDeeds()
  const [loaded, setLoaded] = useState<LoadedComparison>({ state: 'loading' })
  const { dossier, question, here, onFile, read } = pair ?? {}
  useEffect(() => {
    if (!dossier || !question || !here || !onFile) return
    let isWanted = true
    deeds.comparePair({ dossier, question, here, onFile, ...(read && { read }) }).then(result => {
      if (!isWanted) return
      setLoaded(
        result.ok ? { state: 'ready', value: result.value } : { state: 'failed', failure: result.failure },
      )
    })
    return () => {
      isWanted = false
    }
  }, [deeds, dossier, question, here, onFile, read, anew])
  return loaded
}
