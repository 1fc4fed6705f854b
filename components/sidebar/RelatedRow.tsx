import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { QuestionId } from '../../utils/model/ids'
import type { ClaimOnFile, RelatedClaim } from '../../utils/model/reading'
import { ClaimRemark } from '../claims/ClaimRemark'
import { OwnClaimActs } from '../claims/OwnClaimActs'
import { ArticleLink } from '../shared/ArticleLink'
import { formatClaimTime } from '../shared/format-time'
import { Why } from '../shared/Why'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { FiledClaim } from './FiledClaim'
import { useSpot } from './use-spot'

interface Props {
  related: RelatedClaim
  question: QuestionId
  /** The claim of the article it was compared with. */
  against: ClaimOnFile | null
  visit: number
  /** Stands under a heading that says the position already. */
  hidesPosition?: boolean
}

/** One claim on file: what it says, who says so, when, and why it stands here. */
export function RelatedRow({ related, question, against, visit, hidesPosition = false }: Props) {
  const t = useWords()
  const { deeds, lastCompared } = useDeeds()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const whyId = useId()
  const row = useSpot<HTMLLIElement>(visit)
  const compare = useRef<HTMLButtonElement>(null)
  const { claim, position, relation, isSameSpeaker, repeats, reasons } = related
  const wasCompared = lastCompared?.claim === claim.id && lastCompared.question === question
  useEffect(() => {
    if (wasCompared) compare.current?.focus()
  }, [wasCompared])

  const time = formatClaimTime(t, claim)
  const isOtherTime = relation === 'later account differs' || relation === 'earlier account differed'
  return (
    <li class="claim" ref={row} tabIndex={-1} data-claim={claim.id}>
      <FiledClaim
        claim={claim}
        position={hidesPosition ? null : position}
        time={isOtherTime && against ? t('sidebar_bothTimes', time, formatClaimTime(t, against)) : time}
      />
      {isSameSpeaker && <p class="same-speaker">{t('sidebar_sameSpeaker')}</p>}
      {repeats.length > 0 && (
        <div class="repeats">
          <span>{t('sidebar_alsoCarried')}</span>
          <ul>
            {repeats.map(repeat => (
              <li key={repeat.id}>
                <ArticleLink source={repeat.source} claim={repeat.id}>
                  {repeat.source.publisher}
                </ArticleLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="acts">
        {reasons.length > 0 && (
          <button
            type="button"
            class="act"
            aria-expanded={isWhyOpen}
            aria-controls={isWhyOpen ? whyId : undefined}
            onClick={() => setWhyOpen(!isWhyOpen)}
          >
            {t('sidebar_why')}
          </button>
        )}
        {against && (
          <>
            <button
              type="button"
              class="act"
              ref={compare}
              onClick={() =>
                deeds.dispatch({
                  do: 'compare/opened',
                  compared: { question, claim: claim.id, against: against.id },
                })
              }
            >
              {t('sidebar_compare')}
            </button>
            <button
              type="button"
              class="act"
              onClick={() => deeds.setApart({ a: against.id, b: claim.id, question })}
            >
              {t('sidebar_setApart')}
            </button>
          </>
        )}
        <OwnClaimActs claim={claim} />
        <ClaimRemark claim={claim} />
      </div>
      {isWhyOpen && (
        <div id={whyId}>
          <Why reasons={reasons} />
        </div>
      )}
    </li>
  )
}
