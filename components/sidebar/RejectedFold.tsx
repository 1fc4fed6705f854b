import type { ReaderClaim } from '../../utils/model/reader-claim'
import { useClaimsHere } from '../claims/claims-context'
import { useWords, withCount } from '../shared/words'
import { Fold } from './Fold'
import { TakeBack } from './TakeBack'

/** Sentences of which the reader said that they are no claim, so that it can be taken back. */
export function RejectedFold({ rejected }: { rejected: ReaderClaim[] }) {
  const t = useWords()
  const { deeds } = useClaimsHere()
  if (rejected.length === 0) return null
  return (
    <Fold label={withCount(t, 'sidebar_rejected', rejected.length)} isCard>
      <ul class="claims">
        {rejected.map(({ id, statement }) => (
          <li class="claim" key={id}>
            <p class="statement">{statement}</p>
            <div class="acts">
              <TakeBack onPick={() => deeds.deleteClaim(id)} />
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
