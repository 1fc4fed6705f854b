import type { QuestionReading } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { useWords, withCount } from '../shared/words'
import { useDeeds } from './deeds-context'
import { Fold } from './Fold'
import { TakeBack } from './TakeBack'

/** Claims of which the reader said that they are not about the same thing, and the way to take that back. */
export function SetApartList({ reading }: { reading: QuestionReading }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const { question, toldApart } = reading
  if (toldApart.length === 0) return null
  return (
    <Fold label={withCount(t, 'sidebar_setApartByYou', toldApart.length)}>
      <ul class="claims">
        {toldApart.map(({ here, claim }) => (
          <li class="claim" key={`${here} ${claim.id}`}>
            <p class="statement">{claim.statement}</p>
            <p class="claim-source">
              <Chain claim={claim} isLinked />
            </p>
            <div class="acts">
              <TakeBack onPick={() => deeds.takeBackPair({ a: here, b: claim.id, question: question.id })} />
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
