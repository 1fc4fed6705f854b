import { useEffect, useState } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { useWords, withCount } from '../shared/words'
import type { HighlightsActions, ViewProps } from './library-actions'

/** All passages that the reader saved, newest first. */
export function HighlightsView({ actions, changes }: ViewProps<HighlightsActions>) {
  const t = useWords()
  const [listed, setListed] = useState<Result<Highlight[]> | null>(null)
  useEffect(() => {
    actions.list().then(setListed)
  }, [actions, changes])
  const failure = listed && !listed.ok ? listed.failure : null
  return (
    <>
      {!listed && <p class="empty">{t('library_loading')}</p>}
      {failure && <p role="alert">{t(failureWords[failure.kind])}</p>}
      {listed?.ok && <p role="status">{withCount(t, 'library_highlightsFound', listed.value.length)}</p>}
    </>
  )
}
