import { type Relation, relationLooks } from '../../utils/model/relation'
import { relationWords } from './model-words'
import { useWords } from './words'

/** A relation as sign, word and colour; the sign is left out for those who hear it. */
export function RelationBadge({ relation }: { relation: Relation }) {
  const t = useWords()
  const { sign, tone } = relationLooks[relation]
  return (
    <span class={`badge tone-${tone}`}>
      <span aria-hidden="true">{sign}</span> {t(relationWords[relation])}
    </span>
  )
}
