import type { ClaimOnFile } from '../../utils/model/reading'
import { useWords } from './words'

/** Says of a claim that the reader disputes it, and why; nothing of any other. */
export function Disputed({ claim: { disputed } }: { claim: Pick<ClaimOnFile, 'disputed'> }) {
  const t = useWords()
  if (disputed === undefined) return null
  return <p class="disputed">{disputed ? t('remark_disputedFor', disputed) : t('remark_disputed')}</p>
}
