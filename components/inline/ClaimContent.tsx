import { useState } from 'preact/hooks'
import type { ClaimHere, RelatedClaim } from '../../utils/model/reading'
import { relationLooks } from '../../utils/model/relation'
import { Chain } from '../shared/Chain'
import { Disputed } from '../shared/Disputed'
import { formatClaimTime } from '../shared/format-time'
import { certaintyWords, positionWords } from '../shared/model-words'
import { RelationBadge } from '../shared/RelationBadge'
import { useWords, withCount } from '../shared/words'
import { Yours } from '../shared/Yours'
import { badgeWords } from './badge-words'
import { Comparison } from './Comparison'

interface Props {
  here: ClaimHere
  question: string | null
  onSidebar: () => void
  onSaveHighlight: () => void
  /** The card needs room for two columns, or no longer does. */
  onWide: (isWide: boolean) => void
}

/** A claim made here: who says otherwise, who says the same, and both side by side. */
export function ClaimContent({ here, question, onSidebar, onSaveHighlight, onWide }: Props) {
  const t = useWords()
  const [isComparing, setComparing] = useState(false)
  const { markedBy } = here
  const isOwn = here.claim.source.isReaders === true
  const opposing = markedBy?.strongestOpposing ?? null
  const agreeing = markedBy?.strongestAgreeing ?? null
  const others = [opposing, agreeing].filter(related => related !== null)

  const compare = () => {
    setComparing(!isComparing)
    onWide(!isComparing)
  }
  const look = relationLooks[markedBy?.relation ?? 'related']
  const badge = markedBy
    ? withCount(t, badgeWords[markedBy.relation], markedBy.sources)
    : t(isOwn ? 'shared_yours' : here.machine ? 'inline_machineAlone' : 'inline_nobodyElse')
  const alone = isOwn ? 'inline_yoursAlone' : 'inline_nobodyElseText'
  const read =
    here.machine?.answers.find(answer => answer.question === markedBy?.question) ?? here.machine?.answers[0]

  return (
    <>
      <p class={`badge tone-${look.tone}`}>
        <span aria-hidden="true">{look.sign}</span> {badge}
      </p>
      {markedBy?.isSameSpeaker && <p class="same-speaker">{t('inline_sameSpeaker')}</p>}
      {question && <p class="question">{question}</p>}
      {isComparing ? (
        <Comparison here={here.claim} question={markedBy?.question ?? null} others={others} />
      ) : (
        <>
          {others.length === 0 && (
            <div class="claim">
              <p class="statement">{here.claim.statement}</p>
              <p class="source">
                <Chain claim={here.claim} /> <span class="time">{formatClaimTime(t, here.claim)}</span>
              </p>
            </div>
          )}
          {others.map(related => (
            <Related
              key={related.claim.id}
              related={related}
              isSaidAbove={related === opposing && related.relation === markedBy?.relation}
            />
          ))}
          <p class="remark">
            {read
              ? t('inline_machineRead', t(certaintyWords[read.certainty]), t(positionWords[read.position]))
              : t(others.length === 0 && !markedBy ? alone : 'inline_paraphrased')}
          </p>
        </>
      )}
      <div class="actions">
        {others.length > 0 && (
          <button type="button" aria-expanded={isComparing} onClick={compare}>
            {t(isComparing ? 'inline_back' : 'inline_compare')}
          </button>
        )}
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

/** A claim on file; its relation is named unless the card's badge says it already. */
function Related({ related, isSaidAbove }: { related: RelatedClaim; isSaidAbove: boolean }) {
  const t = useWords()
  return (
    <div class="claim">
      {!isSaidAbove && <RelationBadge relation={related.relation} />}
      <p class="statement">{related.claim.statement}</p>
      <p class="source">
        <Chain claim={related.claim} isLinked /> <span class="time">{formatClaimTime(t, related.claim)}</span>{' '}
        <Yours claim={related.claim} />
      </p>
      <Disputed claim={related.claim} />
    </div>
  )
}
