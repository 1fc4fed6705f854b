import type { ClaimDraft } from '../../utils/model/claim-draft'
import type { OfferedQuestion } from '../../utils/model/claim-entry'
import { useWords } from '../shared/words'

interface Props {
  id: string
  /** The likeliest first. */
  offered: readonly OfferedQuestion[]
  asked: ClaimDraft['asked']
  isReadOnly: boolean
  isInvalid: boolean
  describedBy: string
  onPick: (asked: ClaimDraft['asked']) => void
}

/** So many are offered before all others: a choice that is read at a glance. */
const mostLikely = 5

const keyOf = ({ dossier, question }: OfferedQuestion): string => `${dossier}|${question.id}`

/** The questions that a claim may answer: the likeliest first, then all others by dossier and group. */
export function QuestionSelect({ id, offered, asked, isReadOnly, isInvalid, describedBy, onPick }: Props) {
  const t = useWords()
  const others = [
    ...Map.groupBy(offered.slice(mostLikely), ({ topic, question: { group } }) =>
      group === topic ? topic : `${topic} – ${group}`,
    ),
  ]
  const options = (list: readonly OfferedQuestion[]) =>
    list.map(offer => (
      <option key={keyOf(offer)} value={keyOf(offer)}>
        {offer.question.text}
      </option>
    ))
  return (
    <select
      id={id}
      class="note"
      disabled={isReadOnly}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      value={asked ? `${asked.dossier}|${asked.question}` : ''}
      onChange={({ currentTarget: { value } }) => {
        const picked = offered.find(offer => keyOf(offer) === value)
        onPick(picked ? { dossier: picked.dossier, question: picked.question.id } : null)
      }}
    >
      <option value="">{t('claim_chooseQuestion')}</option>
      <optgroup label={t('claim_likeliest')}>{options(offered.slice(0, mostLikely))}</optgroup>
      {others.map(([label, list]) => (
        <optgroup key={label} label={label}>
          {options(list)}
        </optgroup>
      ))}
    </select>
  )
}
