import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Failure, Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import type { SaveWatch } from './save-watch'

type State =
  | { is: 'still' }
  | { is: 'writing'; written: number }
  | { is: 'saved'; name: string }
  | { is: 'failed'; failure: Failure }

const megabytes = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Writes one file at a time: another one begun meanwhile stops the first, which says nothing more. */
export function useFileSave(): {
  state: State
  save: (write: (watch: SaveWatch) => Promise<Result<string>>) => Promise<void>
  stop: () => void
} {
  const [state, setState] = useState<State>({ is: 'still' })
  const writing = useRef<AbortController | null>(null)
  useEffect(() => () => writing.current?.abort(), [])
  const deeds = useMemo(
    () => ({
      async save(write: (watch: SaveWatch) => Promise<Result<string>>): Promise<void> {
        writing.current?.abort()
        const mine = new AbortController()
        writing.current = mine
        setState({ is: 'still' })
        const saved = await write({
          signal: mine.signal,
          onProgress: written => writing.current === mine && setState({ is: 'writing', written }),
        })
        if (writing.current !== mine) return
        writing.current = null
        setState(saved.ok ? { is: 'saved', name: saved.value } : { is: 'failed', failure: saved.failure })
      },
      stop: () => writing.current?.abort(),
    }),
    [],
  )
  return { state, ...deeds }
}

/** How far the file is, with the way to stop it, and how it ended. */
export function FileSaveState({ state, stop }: Pick<ReturnType<typeof useFileSave>, 'state' | 'stop'>) {
  const t = useWords()
  const failed = (failure: Failure): string => {
    if (failure.kind === 'cancelled') return t('library_stopped')
    if (failure.detail.startsWith('claims: ')) return t('dossiers_nothing')
    return t(failureWords[failure.kind])
  }
  return (
    <>
      {state.is === 'writing' && (
        <>
          <span>{t('library_writing', megabytes.format(state.written / 1_000_000))}</span>
          <button type="button" class="act" onClick={stop}>
            {t('library_stop')}
          </button>
        </>
      )}
      <span role="status">
        {state.is === 'saved' && t('library_exported', state.name)}
        {state.is === 'failed' && failed(state.failure)}
      </span>
    </>
  )
}
