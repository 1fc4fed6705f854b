import type { ClaimOnFile } from '../../utils/model/reading'
import { useWords } from './words'

/** Says of a claim that the reader made it; nothing of any other. */
export function Yours({ claim }: { claim: ClaimOnFile }) {
  const t = useWords()
  return claim.source.isReaders ? <span class="yours">{t('shared_yours')}</span> : null
}
