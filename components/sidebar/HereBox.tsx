import type { Position } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { ClaimHere } from '../../utils/model/reading'
import { ClaimRemark } from '../claims/ClaimRemark'
import { OwnClaimActs } from '../claims/OwnClaimActs'
import { Chain } from '../shared/Chain'
import { Disputed } from '../shared/Disputed'
import { Icon } from '../shared/Icon'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'
import { Yours } from '../shared/Yours'
import { useDeeds } from './deeds-context'
import { MachineRow } from './MachineRow'
import { summariseHere } from './summarise-here'
import { useSpot } from './use-spot'

interface RowProps {
  here: ClaimHere
  position?: Position
  visit: number
}

/** One claim of the article: what it says, who says so, and the way to its words on the page. */
export function HereRow({ here, position, visit }: RowProps) {
  const t = useWords()
  const { deeds } = useDeeds()
  const row = useSpot<HTMLLIElement>(visit)
  const { claim, notPlaced } = here
  const isOwn = claim.source.isReaders === true
  return (
    <li class="claim" ref={row} tabIndex={-1} data-claim={claim.id}>
      <p class="claim-meta">
        {position && <PositionMark position={position} />}
        {isOwn ? <Yours claim={claim} /> : <span class="paraphrase">{t('sidebar_paraphrase')}</span>}
      </p>
      <p class="statement">{claim.statement}</p>
      <p class="claim-source">
        <Chain claim={claim} />
      </p>
      {notPlaced !== null && (
        <p class="aside-note">
          {t(notPlaced === 'absent' ? 'sidebar_notPlacedAbsent' : 'sidebar_notPlacedAmbiguous')}
        </p>
      )}
      <Disputed claim={claim} />
      <div class="acts">
        {notPlaced === null && (
          <button type="button" class="act" onClick={() => deeds.showClaim(claim.id)}>
            <Icon name="target" /> {t('sidebar_showOnPage')}
          </button>
        )}
        <OwnClaimActs claim={claim} />
        <ClaimRemark claim={claim} />
      </div>
    </li>
  )
}

interface BoxProps {
  question: QuestionId
  answers: { here: ClaimHere; position: Position }[]
  visitOf: (claim: string) => number
}

/** What the article itself answers to one question. */
export function HereBox({ question, answers, visitOf }: BoxProps) {
  const t = useWords()
  if (answers.length === 0) return null
  return (
    <section class="here">
      <h3 class="here-summary">
        {summariseHere(
          t,
          answers.map(({ here: { claim }, position }) => ({
            claim,
            position,
            isUnsure: claim.certainty?.[question] === 'possibly',
          })),
        )}
      </h3>
      <ul class="claims">
        {answers.map(({ here, position }) => {
          const { id } = here.claim
          const answer = here.machine?.answers.find(each => each.question === question)
          return answer ? (
            <MachineRow key={id} here={here} answer={answer} visit={visitOf(id)} />
          ) : (
            <HereRow key={id} here={here} position={position} visit={visitOf(id)} />
          )
        })}
      </ul>
    </section>
  )
}
