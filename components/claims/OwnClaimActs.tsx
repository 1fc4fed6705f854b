import type { ClaimOnFile } from '../../utils/model/reading'
import { useWords } from '../shared/words'
import { useClaimsHere } from './claims-context'

/** What can be done with a claim of the reader's own; nothing of any other. */
export function OwnClaimActs({ claim }: { claim: Pick<ClaimOnFile, 'id' | 'source'> }) {
  const t = useWords()
  const { deeds } = useClaimsHere()
  if (!claim.source.isReaders) return null
  return (
    <>
      <button type="button" class="act" onClick={() => deeds.begin({ from: 'claim', claim: claim.id })}>
        {t('claim_edit')}
      </button>
      <button type="button" class="act" onClick={() => deeds.deleteClaim(claim.id)}>
        {t('sidebar_takeBack')}
      </button>
    </>
  )
}
