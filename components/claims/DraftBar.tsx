import { cutStatement } from '../../utils/model/claim-entry'
import { useWords } from '../shared/words'
import { useClaimsHere } from './claims-context'

interface Props {
  /** Of the page that is shown; '' in the library. */
  address: string
}

/** Claims that were begun and put away, with the way back to each. */
export function DraftBar({ address }: Props) {
  const t = useWords()
  const { state, deeds } = useClaimsHere()
  const begun = [...state.drafts.values()].filter(
    draft => draft.key !== state.open && (draft.address === address || draft.address === ''),
  )
  if (begun.length === 0) return null
  return (
    <section class="card draft-bar" aria-label={t('claim_begun')}>
      <h2 class="minor-head">{t('claim_begun')}</h2>
      <ul class="claims">
        {begun.map(draft => (
          <li class="claim" key={draft.key}>
            <p class="statement">{cutStatement(draft.statement) || draft.proposal.words}</p>
            <div class="acts">
              <button type="button" class="act" onClick={() => deeds.goOn(draft)}>
                {t('claim_goOn')}
              </button>
              <button type="button" class="act" onClick={() => deeds.drop(draft.key)}>
                {t('claim_discard')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
