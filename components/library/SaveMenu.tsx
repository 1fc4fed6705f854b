import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../utils/model/result'
import { MenuButton } from '../shared/MenuButton'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import type { ExportFormat } from './library-actions'

interface Props<Chosen> {
  formats: readonly ExportFormat<Chosen>[]
  /** Asked when a format is picked. */
  choose: () => Chosen
}

type State =
  | { is: 'still' }
  | { is: 'writing'; written: number }
  | { is: 'saved'; name: string }
  | { is: 'failed'; failure: Failure }

const megabytes = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** The ways of taking what was chosen out as a file; while one is written, how far it is, and the way to stop it. */
export function SaveMenu<Chosen>({ formats, choose }: Props<Chosen>) {
  const t = useWords()
  const [state, setState] = useState<State>({ is: 'still' })
  const writing = useRef<AbortController | null>(null)
  useEffect(() => () => writing.current?.abort(), [])

  async function save(format: ExportFormat<Chosen>): Promise<void> {
    writing.current?.abort()
    const mine = new AbortController()
    writing.current = mine
    setState({ is: 'still' })
    const saved = await format.save(choose(), {
      signal: mine.signal,
      onProgress: written => writing.current === mine && setState({ is: 'writing', written }),
    })
    // Another one was picked meanwhile.
    if (writing.current !== mine) return
    writing.current = null
    setState(saved.ok ? { is: 'saved', name: saved.value } : { is: 'failed', failure: saved.failure })
  }

  return (
    <div class="save-menu">
      <MenuButton
        label={t('library_export')}
        look="act"
        items={formats.map(format => ({
          id: format.id,
          label: t(format.label),
          onPick: () => void save(format),
        }))}
      >
        {t('library_export')}
      </MenuButton>
      {state.is === 'writing' && (
        <>
          <span>{t('library_writing', megabytes.format(state.written / 1_000_000))}</span>
          <button type="button" class="act" onClick={() => writing.current?.abort()}>
            {t('library_stop')}
          </button>
        </>
      )}
      <span role="status">
        {state.is === 'saved' && t('library_exported', state.name)}
        {state.is === 'failed' &&
          t(state.failure.kind === 'cancelled' ? 'library_stopped' : failureWords[state.failure.kind])}
      </span>
    </div>
  )
}
