import type { ClaimId, QuestionId } from '../../utils/model/ids'
import type { RelatedClaim } from '../../utils/model/reading'
import { useWords, withCount } from '../shared/words'
import { Fold } from './Fold'
import { groupApart } from './fold-related'
import { RelatedRow } from './RelatedRow'

interface Props {
  apart: RelatedClaim[]
  question: QuestionId
  visitOf: (claim: ClaimId) => number
}

/** Claims that answer the same question about somebody else: closed, by whom they are about. */
export function ApartList({ apart, question, visitOf }: Props) {
  const t = useWords()
  if (apart.length === 0) return null
  return (
    <Fold
      label={withCount(t, 'sidebar_apart', apart.length)}
      visit={Math.max(0, ...apart.map(({ claim }) => visitOf(claim.id)))}
    >
      {groupApart(apart).map(({ name, claims }) => (
        <section key={name} class="group">
          <h3 class="apart-name">{name}</h3>
          <ul class="claims">
            {claims.map(related => (
              <RelatedRow
                key={related.claim.id}
                related={related}
                question={question}
                against={null}
                visit={visitOf(related.claim.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </Fold>
  )
}
