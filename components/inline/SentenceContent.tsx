import type { RelatedClaim, SentenceHere } from '../../utils/model/reading'
import { Chain } from '../shared/Chain'
import { Disputed } from '../shared/Disputed'
import { formatClaimTime } from '../shared/format-time'
import { PositionMark } from '../shared/PositionMark'
import { RelationBadge } from '../shared/RelationBadge'
import { useWords } from '../shared/words'
import { Yours } from '../shared/Yours'

interface Props {
  here: SentenceHere
  onSidebar: () => void
  onSaveHighlight: () => void
}

/** The card is small; the sidebar has the rest. */
const mostClaims = 2

/** A sentence of an article that is not on file: what on file shares words with it. */
export function SentenceContent({ here, onSidebar, onSaveHighlight }: Props) {
  const t = useWords()
  return (
    <>
      <p class="badge-line">
        <RelationBadge relation="related" />
      </p>
      <p class="question">{here.question.text}</p>
      {here.related.slice(0, mostClaims).map(related => (
        <Related key={related.claim.id} related={related} />
      ))}
      <p class="remark">{t('inline_byWords')}</p>
      <div class="actions">
        <button type="button" onClick={onSidebar}>
          {t('inline_showInSidebar')}
        </button>
        <button type="button" onClick={onSaveHighlight}>
          {t('inline_saveHighlight')}
        </button>
      </div>
    </>
  )
}

function Related({ related: { claim, position, reasons } }: { related: RelatedClaim }) {
  const t = useWords()
  const words = reasons.find(({ rule }) => rule === 'shared_words')?.values.join(', ')
  return (
    <div class="claim">
      <p class="answer">
        <PositionMark position={position} /> <Yours claim={claim} />
      </p>
      <p class="statement">{claim.statement}</p>
      <p class="source">
        <Chain claim={claim} isLinked /> <span class="time">{formatClaimTime(t, claim)}</span>
      </p>
      <Disputed claim={claim} />
      {words && <p class="shared-words">{t('inline_sharedWords', words)}</p>}
    </div>
  )
}
