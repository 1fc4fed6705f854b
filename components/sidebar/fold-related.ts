import type { Position } from '../../utils/model/dossier'
import type { ClaimId } from '../../utils/model/ids'
import type { ClaimOnFile, QuestionReading, RelatedClaim } from '../../utils/model/reading'
import type { Relation } from '../../utils/model/relation'

/** Per question, at most so many claims of each relation stand open. */
export const mostOpen = 3

/** The claims of one relation: those that stand open, and those behind a button. */
export interface RelatedGroup {
  relation: Relation
  /** Where nothing is compared, claims stand by their position instead; otherwise null. */
  position: Position | null
  open: RelatedClaim[]
  folded: RelatedClaim[]
}

/** Groups the claims of a question by relation, in the order they come in; by position where the article has no claim. */
export function foldRelated({ related, here }: QuestionReading): RelatedGroup[] {
  const isCompared = here.length > 0
  const groups = Map.groupBy(related, ({ relation, position }) => (isCompared ? relation : position))
  return [...groups.values()].flatMap(claims => {
    const [first] = claims
    if (!first) return []
    const position = isCompared ? null : first.position
    return [
      { relation: first.relation, position, open: claims.slice(0, mostOpen), folded: claims.slice(mostOpen) },
    ]
  })
}

/** Claims that stand apart by whom they are about, or, where that is the same, by whom they accuse. */
export function groupApart(apart: RelatedClaim[]): { name: string; claims: RelatedClaim[] }[] {
  const groups = Map.groupBy(apart, ({ claim, relation }) =>
    relation === 'about another actor' && claim.actor ? claim.actor : (claim.subject ?? claim.source.leader),
  )
  return [...groups].map(([name, claims]) => ({ name, claims }))
}

/** Every claim on file of a question by its id, those folded into another included. */
export function indexClaims(question: QuestionReading): Map<ClaimId, ClaimOnFile> {
  const claims = [...question.related, ...question.apart].flatMap(({ claim, repeats }) => [claim, ...repeats])
  return new Map(claims.map(claim => [claim.id, claim]))
}
