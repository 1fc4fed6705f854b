import { useEffect, useState } from 'preact/hooks'
import type { ArticleSummary, DisputedQuestion } from '../../utils/model/article-summary'
import { sayDay } from '../highlights/say-when'
import { failureWords } from '../shared/model-words'
import { useWords, withCount } from '../shared/words'
import { HistorySection } from './HistorySection'
import type { ArticlesActions, ViewProps } from './library-actions'
import { OutLink } from './OutLink'
import { OwnSection } from './OwnSection'
import { SaveMenu } from './SaveMenu'
import { useLoaded } from './use-loaded'

interface Props extends ViewProps<ArticlesActions> {
  /** Leads to the highlights of one article. */
  showHighlights: (article: string) => void
}

const none: readonly ArticleSummary[] = []

/** So many are drawn at once; the others on demand. */
const shownAtOnce = 100

/** Articles with something of the reader's own, those last added to first; then the history, where one is wanted. */
export function ArticlesView({ actions, changes, showHighlights }: Props) {
  const t = useWords()
  const { result: listed } = useLoaded(actions.listArticles, changes)
  const [shown, setShown] = useState(shownAtOnce)
  const articles = listed?.ok ? listed.value : none
  const disputed = useDisputed(actions, articles, shown)
  return (
    <>
      {!listed && <p class="empty">{t('library_loading')}</p>}
      {listed && !listed.ok && (
        <p role="alert" class="fault">
          {t(failureWords[listed.failure.kind])}
        </p>
      )}
      {listed?.ok && articles.length === 0 && (
        <div class="empty">
          <h2>{t('library_noArticles')}</h2>
          <p>{t('library_howToArticles')}</p>
        </div>
      )}
      {articles.length > 0 && (
        <>
          <div class="articles-head">
            <p role="status">{withCount(t, 'library_articles', articles.length)}</p>
            <SaveMenu formats={actions.exportFormats} choose={() => articles} />
          </div>
          <ul class="rows" aria-label={t('library_tabArticles')}>
            {articles.slice(0, shown).map(article => (
              <ArticleRow
                key={article.key}
                article={article}
                disputed={disputed.get(article) ?? []}
                showHighlights={showHighlights}
              />
            ))}
          </ul>
          {shown < articles.length && (
            <button type="button" class="button" onClick={() => setShown(shown + shownAtOnce)}>
              {t('library_moreArticles')}
            </button>
          )}
        </>
      )}
      <OwnSection actions={actions} changes={changes} />
      <HistorySection actions={actions} changes={changes} />
    </>
  )
}

/** What is disputed of the articles that are shown, one after the other: the list does not wait for it. */
function useDisputed(
  { listDisputed }: ArticlesActions,
  articles: readonly ArticleSummary[],
  shown: number,
): ReadonlyMap<ArticleSummary, DisputedQuestion[]> {
  const [disputed, setDisputed] = useState<ReadonlyMap<ArticleSummary, DisputedQuestion[]>>(new Map())
  useEffect(() => {
    let isOver = false
    const read = async () => {
      for (const article of articles.slice(0, shown)) {
        const found = await listDisputed(article)
        if (isOver) return
        if (found.ok && found.value.length > 0) setDisputed(now => new Map(now).set(article, found.value))
      }
    }
    void read()
    return () => {
      isOver = true
    }
  }, [listDisputed, articles, shown])
  return disputed
}

function ArticleRow({
  article,
  disputed,
  showHighlights,
}: {
  article: ArticleSummary
  disputed: readonly DisputedQuestion[]
  showHighlights: (key: string) => void
}) {
  const t = useWords()
  const { key, address, title, outlet, highlights, claims, changed, lost, latestMs } = article
  const edited = [
    changed > 0 && withCount(t, 'library_changed', changed),
    lost > 0 && withCount(t, 'library_lost', lost),
  ].filter(Boolean)
  return (
    <li class="card article-card">
      <h2>
        <OutLink address={address} title={title} />
      </h2>
      <p class="row-meta">
        {outlet && <span>{outlet}</span>}
        <span class="date">{t('library_lastAdded', sayDay(latestMs))}</span>
        {highlights > 0 && (
          <button type="button" class="act" onClick={() => showHighlights(key)}>
            {withCount(t, 'library_highlights', highlights)}{' '}
            <span class="unseen">{t('library_ofArticle', title || address)}</span>
          </button>
        )}
        {claims > 0 && <span>{withCount(t, 'library_claims', claims)}</span>}
        {edited.length > 0 && (
          <span class="badge tone-update">{t('library_editedSince', edited.join(', '))}</span>
        )}
      </p>
      {disputed.length > 0 && (
        <p class="article-disputed">
          <span class="badge tone-dispute">{t('library_disputed')}</span>
          {disputed.map(({ question }) => (
            <span key={question.id}>{question.text}</span>
          ))}
        </p>
      )}
    </li>
  )
}
