import type { ClaimRemark } from '../../utils/model/claim-remark'
import { useWords } from '../shared/words'
import { useClaimsHere } from './claims-context'

/** Claims that the reader does not want to see, or disputes, each with the way to take that back. */
export function RemarkList({ remarks }: { remarks: readonly ClaimRemark[] }) {
  const t = useWords()
  const { deeds } = useClaimsHere()
  return (
    <ul class="claims">
      {remarks.map(({ claim, kind, reason, statement }) => (
        <li class="claim" key={claim}>
          <p class="statement">{statement}</p>
          {kind === 'disputed' && reason && <p class="disputed">{t('remark_disputedFor', reason)}</p>}
          <div class="acts">
            <button type="button" class="act" onClick={() => deeds.remark(claim, null)}>
              {t(kind === 'hidden' ? 'remark_show' : 'remark_takeBack')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}
