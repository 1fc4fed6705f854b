import { useMemo } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { ClaimHere, QuestionReading, SourceCount } from '../../utils/model/reading'
import { parseDay } from '../shared/format-time'
import { type Translate, useWords, withCount } from '../shared/words'
import { Timeline } from '../timeline/Timeline'
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

const grouped = new Intl.NumberFormat('en')

/** What a question has: the article's answers, a timeline, and what is on file. */
export function QuestionBody({ reading, claimsHere, isSpotted }: Props) {
  const t = useWords()
  const { deeds, spot, othersShown } = useDeeds()
  const { question, here, related, apart, timeline, sample } = reading
  const hereClaims = useMemo(
    () => new Map([...claimsHere].map(([id, { claim }]) => [id, claim])),
    [claimsHere],
  )
  const find = useMemo(() => {
    const onFile = indexClaims(reading)
    return (id: ClaimId) => hereClaims.get(id) ?? onFile.get(id)
  }, [reading, hereClaims])
  const [first] = hereClaims.values()
  const answers = here.flatMap(({ claim, position }) => {
    const found = claimsHere.get(claim)
    return found ? [{ here: found, position }] : []
  })
  const visitOf = (claim: string) =>
    isSpotted && spot && 'claim' in spot.focus && spot.focus.claim === claim ? spot.count : 0
  return (
    <>
      <HereBox question={question.id} answers={answers} visitOf={visitOf} />
      {sample && (
        <p class="aside-note sample">
          {t('sidebar_sample', grouped.format(sample.read), grouped.format(sample.of))}
        </p>
      )}
      {timeline.length > 1 && (
        <Timeline
          points={timeline}
          find={find}
          onPick={claim => deeds.dispatch({ do: 'spot/picked', focus: { claim }, question: question.id })}
          readMs={first ? parseDay(first.source.published) : null}
          showsOthers={othersShown.has(question.id)}
          onShowOthers={shows => deeds.dispatch({ do: 'others/shown', question: question.id, shows })}
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
