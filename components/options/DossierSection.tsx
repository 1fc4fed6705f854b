import type { DossierInfo } from '../../utils/model/dossier'
import { articleAddress } from '../shared/article-address'
import { formatEdtf } from '../shared/format-time'
import { useWords } from '../shared/words'

/** What is on file, who put it together, and where to report an error in it. */
export function DossierSection({ dossiers }: { dossiers: DossierInfo[] }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('options_onFile')}</h2>
      {dossiers.length === 0 && <p class="empty">{t('options_noDossier')}</p>}
      {dossiers.map(dossier => (
        <article key={dossier.id} class="dossier">
          <h3>{dossier.title}</h3>
          <p>
            {t(
              'options_dossierCounts',
              dossier.claimCount,
              dossier.articleCount,
              dossier.questionCount,
              formatEdtf(t, dossier.upTo),
            )}
          </p>
          <p>
            {t('options_dossierVersion', dossier.version)}
            {dossier.compiledBy && ` · ${t('options_compiledBy', dossier.compiledBy)}`}
          </p>
          {dossier.reportErrors && <ReportErrors to={dossier.reportErrors} />}
        </article>
      ))}
    </section>
  )
}

/** A web address becomes a link; whatever else a dossier says here is shown as it stands. */
function ReportErrors({ to }: { to: string }) {
  const t = useWords()
  const address = articleAddress(to)
  return (
    <p>
      {t('options_reportErrors')}{' '}
      {address ? (
        <a href={address} target="_blank" rel="noreferrer noopener">
          {to}
        </a>
      ) : (
        to
      )}
    </p>
  )
}
