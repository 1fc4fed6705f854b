import type { DossierInfo } from '../../utils/model/dossier'
import { articleAddress } from './article-address'
import { formatEdtf } from './format-time'
import { useWords } from './words'

/** How much is in a dossier, who put it together, and where to report an error in it. */
export function DossierFacts({ dossier }: { dossier: DossierInfo }) {
  const t = useWords()
  const { claimCount, articleCount, questionCount, upTo, version, compiledBy, reportErrors } = dossier
  return (
    <>
      <p>
        {upTo
          ? t('options_dossierCounts', claimCount, articleCount, questionCount, formatEdtf(t, upTo))
          : t('options_dossierEmpty', questionCount)}
      </p>
      <p>
        {t('options_dossierVersion', version)}
        {compiledBy && ` · ${t('options_compiledBy', compiledBy)}`}
      </p>
      {reportErrors && <ReportErrors to={reportErrors} />}
    </>
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
