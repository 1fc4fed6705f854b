import { useLayoutEffect, useState } from 'preact/hooks'
import type { ClaimId, QuestionId } from '../../utils/model/ids'
import type { ClaimOnFile, RelatedClaim } from '../../utils/model/reading'
import { PositionMark } from '../shared/PositionMark'
import { RelationBadge } from '../shared/RelationBadge'
import { useWords, withCount } from '../shared/words'
import type { RelatedGroup } from './fold-related'
import { RelatedRow } from './RelatedRow'

interface Props {
  group: RelatedGroup
  question: QuestionId
  /** The article's claims by id. */
  here: ReadonlyMap<ClaimId, ClaimOnFile>
  visitOf: (claim: ClaimId) => number
  /** Says what the claims have in common. */
  hasHead?: boolean
}

/** The claims of one relation, the first ones open, the rest behind a button. */
export function RelatedList({ group, question, here, visitOf, hasHead = true }: Props) {
  const t = useWords()
  const [isUnfolded, setUnfolded] = useState(false)
  const { relation, position, open, folded } = group
  const visit = ({ claim, repeats }: RelatedClaim) =>
    Math.max(visitOf(claim.id), ...repeats.map(one => visitOf(one.id)))
  const foldVisit = Math.max(0, ...folded.map(visit))
  useLayoutEffect(() => {
    if (foldVisit > 0) setUnfolded(true)
  }, [foldVisit])
  return (
    <section class="group">
      {hasHead && (
        <h3 class="group-head">
          {position ? <PositionMark position={position} /> : <RelationBadge relation={relation} />}
        </h3>
      )}
      <ul class="claims">
        {(isUnfolded ? [...open, ...folded] : open).map(related => (
          <RelatedRow
            key={`${related.claim.id} ${related.against}`}
            related={related}
            question={question}
            against={(related.against && here.get(related.against)) || null}
            visit={visit(related)}
            hidesPosition={position !== null}
          />
        ))}
      </ul>
      {folded.length > 0 && (
        <button
          type="button"
          class="more"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? t('sidebar_showFewer') : withCount(t, 'sidebar_showMore', folded.length)}
        </button>
      )}
    </section>
  )
}
