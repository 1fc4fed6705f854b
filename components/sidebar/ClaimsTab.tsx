import { useMemo } from 'preact/hooks'
import type { SidebarView } from '../../utils/messaging/protocol'
import type { ClaimId, QuestionId } from '../../utils/model/ids'
import type { ClaimHere, Reading } from '../../utils/model/reading'
import { DraftBar } from '../claims/DraftBar'
import { RemarkList } from '../claims/RemarkList'
import { ArticleLink } from '../shared/ArticleLink'
import { useWords, withCount } from '../shared/words'
import { useDeeds } from './deeds-context'
import { Fold } from './Fold'
import { indexClaims } from './fold-related'
import { GrantOffer } from './GrantOffer'
import { HereRow } from './HereBox'
import { KeepList } from './KeepList'
import { ModelLine } from './ModelLine'
import { QuestionCard } from './QuestionCard'
import { RejectedFold } from './RejectedFold'
import { RelatedSentences } from './RelatedSentences'
import type { SidebarState, Spot } from './sidebar-state'
import { UnknownArticle } from './UnknownArticle'

/** The question in whose card the reader is led to a claim: the one meant, else the first that has it. */
function findSpotQuestion({ questions }: Reading, spot: Spot | null): QuestionId | null {
  if (!spot || !('claim' in spot.focus)) return null
  const { claim } = spot.focus
  const found = questions.find(
    question =>
      (spot.question === null || question.question.id === spot.question) &&
      (question.here.some(here => here.claim === claim) || indexClaims(question).has(claim)),
  )
  return found?.question.id ?? null
}

function Recognition({ reading }: { reading: Reading }) {
  const t = useWords()
  const { recognition, carriedBy } = reading
  return (
    <>
      {recognition.how === 'locators' && (
        <p class="aside-note">{t('sidebar_knownByPassages', recognition.found, recognition.of)}</p>
      )}
      {recognition.how === 'other address' && (
        <p class="aside-note">{t('sidebar_knownByOtherAddress', recognition.found, recognition.of)}</p>
      )}
      {carriedBy.length > 0 && (
        <div class="carried aside-note">
          <span>{t('sidebar_carriedBy')}</span>
          <ul>
            {carriedBy.map(({ article, found, of }) => (
              <li key={article.id}>
                <ArticleLink source={article}>{article.title ?? article.publisher}</ArticleLink>{' '}
                {t('sidebar_passages', article.publisher, found, of)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

interface ClaimFoldProps {
  label: string
  claims: ClaimHere[]
  visitOf: (id: ClaimId) => number
}

function ClaimFold({ label, claims, visitOf }: ClaimFoldProps) {
  if (claims.length === 0) return null
  return (
    <Fold label={label} visit={Math.max(0, ...claims.map(({ claim }) => visitOf(claim.id)))} isCard>
      <ul class="claims">
        {claims.map(here => (
          <HereRow key={here.claim.id} here={here} visit={visitOf(here.claim.id)} />
        ))}
      </ul>
    </Fold>
  )
}

/** Question by question, what this article says and what is on file. */
export function ClaimsTab({ view, state }: { view: SidebarView; state: SidebarState }) {
  const t = useWords()
  const { spot, askable } = useDeeds()
  const { reading } = view
  const claimsHere = useMemo(
    () => new Map(reading.claims.map(here => [here.claim.id, here])),
    [reading.claims],
  )
  const spotQuestion = findSpotQuestion(reading, spot)
  const visitOf = (id: ClaimId) =>
    spot && spotQuestion === null && 'claim' in spot.focus && spot.focus.claim === id ? spot.count : 0
  const notPlaced = reading.claims.filter(here => here.notPlaced !== null)
  const background = reading.claims.filter(
    ({ claim: { id } }) => !reading.questions.some(({ here }) => here.some(({ claim }) => claim === id)),
  )
  return (
    <>
      <DraftBar address={view.address} />
      <ModelLine reading={reading} />
      {reading.questions.map(question => (
        <QuestionCard
          key={question.question.id}
          reading={question}
          claimsHere={claimsHere}
          isSpotted={spotQuestion === question.question.id}
        />
      ))}
      <KeepList reading={reading} keeping={state.keeping} askable={askable} />
      {reading.dossier && reading.sentences.length > 0 && (
        <RelatedSentences sentences={reading.sentences} dossier={reading.dossier} />
      )}
      {/* Also where the reader said something of it: the article itself is still not on file. */}
      {(reading.claims.length === 0 || reading.onFile.length > 0) && (
        <UnknownArticle
          modelUse={reading.modelUse}
          onFile={reading.onFile}
          dossier={reading.dossier}
          loaded={state.loaded}
          isUnderOthers={reading.claims.length > 0 || reading.sentences.length > 0}
        />
      )}
      <ClaimFold
        label={withCount(t, 'sidebar_background', background.length)}
        claims={background}
        visitOf={visitOf}
      />
      <ClaimFold
        label={withCount(t, 'sidebar_notPlaced', notPlaced.length)}
        claims={notPlaced}
        visitOf={() => 0}
      />
      <RejectedFold rejected={reading.rejected} />
      {view.hidden.length > 0 && (
        <Fold label={withCount(t, 'remark_hiddenByYou', view.hidden.length)} isCard>
          <RemarkList remarks={view.hidden} />
        </Fold>
      )}
      <Recognition reading={reading} />
      <GrantOffer site={view.site} />
    </>
  )
}
