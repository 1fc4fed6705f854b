import { useEffect, useId, useState } from 'preact/hooks'
import type { Failure, Result } from '../../utils/model/result'
import { type HistoryDays, historyDays, type SpottedArticle } from '../../utils/model/visit'
import { sayDay } from '../highlights/say-when'
import { failureWords } from '../shared/model-words'
import { useWords, withCount } from '../shared/words'
import type { ArticlesActions } from './library-actions'
import { OutLink } from './OutLink'

interface Props {
  actions: ArticlesActions
  changes: number
}

/** So many are shown: it is a help to find something again, not an archive. */
const shownArticles = 200

/** The articles that Sidelight read, where the reader wants that remembered: off until they say so. */
export function HistorySection({ actions, changes }: Props) {
  const t = useWords()
  const id = useId()
  const [days, setDays] = useState<HistoryDays>(0)
  const [spotted, setSpotted] = useState<SpottedArticle[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const load = async () => {
    const [settings, articles] = await Promise.all([actions.loadSettings(), actions.listSpotted()])
    if (settings.ok) setDays(settings.value.historyDays)
    if (articles.ok) setSpotted(articles.value)
    setFailure(!settings.ok ? settings.failure : !articles.ok ? articles.failure : null)
  }
  useEffect(() => {
    load()
  }, [actions, changes])
  const after = async (step: Promise<Result<unknown>>) => {
    const done = await step
    await load()
    if (!done.ok) setFailure(done.failure)
  }
  return (
    <section class="history" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('library_history')}</h2>
      <p class="aside-note">{t('library_historyText')}</p>
      <p class="filter-row">
        <label>
          {t('library_historyKeep')}
          <select
            value={days}
            onChange={({ currentTarget: { value } }) => {
              const wanted = historyDays.find(each => each === Number(value)) ?? 0
              after(actions.saveSettings({ historyDays: wanted }))
            }}
          >
            {historyDays.map(each => (
              <option key={each} value={each}>
                {each === 0 ? t('library_historyOff') : withCount(t, 'library_historyDays', each)}
              </option>
            ))}
          </select>
        </label>
        {spotted.length > 0 && (
          <button type="button" class="button" onClick={() => after(actions.clearHistory())}>
            {t('library_historyClear')}
          </button>
        )}
      </p>
      {failure && (
        <p role="alert" class="fault">
          {t(failureWords[failure.kind])}
        </p>
      )}
      {days > 0 && spotted.length === 0 && <p class="aside-note">{t('library_historyEmpty')}</p>}
      {spotted.length > 0 && (
        <ul class="spotted" aria-label={t('library_history')}>
          {spotted.slice(0, shownArticles).map(({ address, title, outlet, lastMs }) => (
            <li key={address}>
              <OutLink address={address} title={title} />{' '}
              <span class="date">{[outlet, sayDay(lastMs)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
