import type { ClaimId } from '../../utils/model/ids'
import type { ClaimHere, QuestionReading, SourceCount, TimelinePoint } from '../../utils/model/reading'
import { listChain } from '../shared/Chain'
import { formatClaimTime } from '../shared/format-time'
import { Timeline } from '../shared/Timeline'
import { type Translate, useWords, withCount } from '../shared/words'
import { ApartList } from './ApartList'
import { useDeeds } from './deeds-context'
import { foldRelated, indexClaims } from './fold-related'
import { HereBox } from './HereBox'
import { RelatedList } from './RelatedList'
import { SetApartList } from './SetApartList'

interface Props {
  reading: QuestionReading
  /** The article's claims by id. */
  claimsHere: ReadonlyMap<ClaimId, ClaimHere>
  /** Whether the spot that the reader was led to is meant in this card. */
  isSpotted: boolean
}

/** "3 sources (7 outlets)": a story that several outlets carry is one source. */
export const countSources = (t: Translate, { sources, outlets }: SourceCount): string =>
  withCount(t, 'sidebar_sources', sources, withCount(t, 'sidebar_outlets', outlets))

/** What a question has: the article's answers, a timeline, and what is on file. */
export function QuestionBody({ reading, claimsHere, isSpotted }: Props) {
  const t = useWords()
  const { deeds, spot } = useDeeds()
  const { question, here, related, apart, timeline } = reading
  const onFile = indexClaims(reading)
  const hereClaims = new Map([...claimsHere].map(([id, { claim }]) => [id, claim]))
  const answers = here.flatMap(({ claim, position }) => {
    const found = claimsHere.get(claim)
    return found ? [{ here: found, position }] : []
  })
  const visitOf = (claim: string) =>
    isSpotted && spot && 'claim' in spot.focus && spot.focus.claim === claim ? spot.count : 0
  const describe = (point: TimelinePoint) => {
    const claim = hereClaims.get(point.claim) ?? onFile.get(point.claim)
    return claim ? `${formatClaimTime(t, claim)} · ${listChain(claim).join(' › ')}` : point.label
  }
  return (
    <>
      <HereBox answers={answers} visitOf={visitOf} />
      {timeline.length > 1 && (
        <Timeline
          points={timeline}
          describe={describe}
          onPick={claim => deeds.dispatch({ do: 'spot/picked', focus: { claim }, question: question.id })}
        />
      )}
      {related.length === 0 && <p class="aside-note nobody-else">{t('sidebar_nobodyElse')}</p>}
      {foldRelated(reading).map(group => (
        <RelatedList
          key={group.position ?? group.relation}
          group={group}
          question={question.id}
          here={hereClaims}
          visitOf={visitOf}
        />
      ))}
      <ApartList apart={apart} question={question.id} visitOf={visitOf} />
      <SetApartList reading={reading} />
    </>
  )
}

/** One question as a card. */
export function QuestionCard(props: Props) {
  const t = useWords()
  const { question, isDisputed, isDisputedHere, counts } = props.reading
  return (
    <article class="card question">
      <header class="question-head">
        <h2>{question.text}</h2>
        {(isDisputed || isDisputedHere || counts.sources > 0) && (
          <p class="question-meta">
            {isDisputed && <span class="badge tone-dispute">{t('sidebar_disputed')}</span>}
            {isDisputedHere && <span class="badge tone-qualify">{t('sidebar_disputedHere')}</span>}
            {counts.sources > 0 && <span>{countSources(t, counts)}</span>}
          </p>
        )}
      </header>
      <QuestionBody {...props} />
    </article>
  )
}
