import { failureWords } from '../../shared/model-words'
import { useWords } from '../../shared/words'
import type { ReadState } from './use-reading'

/** How far a reading is, or why it failed; nothing once it is done. */
export function ReadingLine({ state }: { state: ReadState<unknown> }) {
  const t = useWords()
  if (state.state === 'done') return null
  if (state.state === 'failed') return <p role="alert">{t(failureWords[state.failure.kind])}</p>
  const { read, of } = state
  return (
    <p class="empty" role="status">
      {of > 0
        ? t('questions_reading', read.toLocaleString('en'), of.toLocaleString('en'))
        : t('library_loading')}
    </p>
  )
}
