import { useEffect, useRef } from 'preact/hooks'
import type { DossierInfo } from '../../utils/model/dossier'
import { articleAddress } from '../shared/article-address'
import { formatEdtf } from '../shared/format-time'
import { useWords, withCount } from '../shared/words'

function Report({ address }: { address: string | null }) {
  const t = useWords()
  if (address === null) return <p>{t('sidebar_reportNowhere')}</p>
  const link = articleAddress(address)
  return (
    <p>
      {t('sidebar_reportAt')}{' '}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer noopener">
          {address}
        </a>
      ) : (
        address
      )}
    </p>
  )
}

interface Props {
  dossier: DossierInfo | null
  /** Keys that hide the sidebar; '' where none are set. */
  keys: string
  /** Above 0: the reader asked for it. */
  visit: number
}

/** Whose collection this is, how old, and where errors go. */
export function Foot({ dossier, keys, visit }: Props) {
  const t = useWords()
  const foot = useRef<HTMLElement>(null)
  useEffect(() => {
    if (visit === 0) return
    foot.current?.scrollIntoView?.({ block: 'end' })
    foot.current?.focus({ preventScroll: true })
  }, [visit])
  return (
    <section class="foot" ref={foot} tabIndex={-1} aria-label={t('sidebar_whatIsOnFile')}>
      {dossier && (
        <>
          <p>
            <b>{dossier.title}</b> {t('sidebar_dossierVersion', dossier.version, formatEdtf(t, dossier.upTo))}
          </p>
          <p>
            {t(
              'sidebar_dossierCounts',
              withCount(t, 'sidebar_claims', dossier.claimCount),
              withCount(t, 'sidebar_articles', dossier.articleCount),
              withCount(t, 'sidebar_questions', dossier.questionCount),
            )}
          </p>
          <p>
            {dossier.compiledBy ? t('sidebar_compiledBy', dossier.compiledBy) : t('sidebar_compiledByNobody')}
          </p>
          <Report address={dossier.reportErrors} />
        </>
      )}
      <p>{t('sidebar_ownWords')}</p>
      <p class="device">
        <span>{t('sidebar_onDevice')}</span>
        {keys && (
          <span>
            <kbd>{keys}</kbd> {t('sidebar_hides')}
          </span>
        )}
      </p>
    </section>
  )
}
