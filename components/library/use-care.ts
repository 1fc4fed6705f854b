import { useEffect, useState } from 'preact/hooks'
import type { Care } from '../../utils/model/care'
import type { DataActions } from './data/data-actions'

/** What is to be said of storage and backups; asked for anew when something changed. */
export function useCare(actions: DataActions, changes: number): Care | null {
  const [care, setCare] = useState<Care | null>(null)
  useEffect(() => {
    let isOver = false
    actions.loadCare().then(loaded => {
      if (!isOver && loaded.ok) setCare(loaded.value)
    })
    return () => {
      isOver = true
    }
  }, [actions, changes])
  return care
}
