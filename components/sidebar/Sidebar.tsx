import { useEffect, useMemo } from 'preact/hooks'
import type { Question } from '../../utils/model/dossier'
import type { Reading } from '../../utils/model/reading'
import { ClaimForm } from '../claims/ClaimForm'
import { ClaimsProvider } from '../claims/claims-context'
import { CardDeedsProvider } from '../highlights/deeds-context'
import { CareLine } from '../shared/CareLine'
import { FollowProvider } from '../shared/follow-claim'
import { Tabs } from '../shared/Tabs'
import { useFocusBack } from '../shared/use-focus-back'
import { useWords } from '../shared/words'
import { ClaimsTab } from './ClaimsTab'
import { CompareView } from './CompareView'
import { DeedsProvider } from './deeds-context'
import { Foot } from './Foot'
import { HighlightsTab } from './HighlightsTab'
import { Notices } from './Notices'
import { OnFilePanel } from './OnFilePanel'
import { PlaceOffer } from './PlaceOffer'
import { SidebarHeader } from './SidebarHeader'
import { StatePanel, showsReading } from './StatePanel'
import type { SidebarActions } from './sidebar-actions'
import { useClaimsBeside } from './use-claims-beside'

/** The claims of the article; of one that is only compared by its words nobody knows how many there are. */
const countClaims = ({ claims, sentences }: Reading): number | null =>
  claims.length > 0 || sentences.length === 0 ? claims.length : null

/** The questions that a sentence can be said to answer: those of the article, and those with claims on file. */
const listAskable = ({ questions, onFile, sentences }: Reading): Question[] => [
  ...new Map(
    [...onFile, ...questions, ...sentences].map(({ question }) => [question.id, question] as const),
  ).values(),
]

/** The whole sidebar. Needs `Words` around it; everything it does goes through `actions`. */
export function Sidebar({ actions }: { actions: SidebarActions }) {
  const t = useWords()
  const { state, deeds, claims, writing } = useClaimsBeside(actions)
  const { view, tab, spot, asked, compared, lastCompared, othersShown, answers } = state
  const reading = view?.reading
  const askable = useMemo(() => (reading ? listAskable(reading) : []), [reading])
  const dossier = reading?.dossier?.id ?? null
  const context = useMemo(
    () => ({ deeds, spot, lastCompared, othersShown, answers, dossier, askable }),
    [deeds, spot, lastCompared, othersShown, answers, dossier, askable],
  )
  const title = view?.reading.title
  useEffect(() => {
    if (title) document.title = t('sidebar_documentTitle', title)
  }, [title, t])
  const textPercent = view?.settings.textPercent
  useEffect(() => {
    if (textPercent) document.documentElement.style.setProperty('--text', String(textPercent / 100))
  }, [textPercent])
  const isReading = showsReading(state)
  useFocusBack(asked !== null)
  useFocusBack(writing !== null)
  const over = writing ? (
    <ClaimForm draft={writing} key={writing.key} />
  ) : (
    asked && <OnFilePanel asked={asked} />
  )

  return (
    <DeedsProvider value={context}>
      <ClaimsProvider value={claims}>
        <CardDeedsProvider value={deeds}>
          <FollowProvider value={deeds.follow}>
            <div class="sidebar">
              <SidebarHeader view={view} isShowingReading={isReading} />
              {over && !isReading && state.phase !== 'gone' ? (
                // It was asked for: on a page, too, where Sidelight is off, or that was not read yet.
                <main class="scroll">
                  <div class="panel">{over}</div>
                </main>
              ) : !isReading || !view ? (
                <StatePanel state={state} />
              ) : (
                <Tabs
                  label={t('sidebar_tabs')}
                  current={tab}
                  onPick={picked => deeds.dispatch({ do: 'tab/picked', tab: picked })}
                  tabs={[
                    {
                      name: 'claims',
                      label: t('sidebar_tabClaims'),
                      count: countClaims(view.reading),
                      panel: (
                        <>
                          {over}
                          {compared && !writing && <CompareView compared={compared} reading={view.reading} />}
                          <div class="claims-list" hidden={compared !== null || over !== null}>
                            <PlaceOffer view={view} />
                            <ClaimsTab view={view} state={state} />
                          </div>
                        </>
                      ),
                    },
                    {
                      name: 'highlights',
                      label: t('sidebar_tabHighlights'),
                      count: view.highlights.length,
                      panel: <HighlightsTab view={view} state={state} />,
                    },
                  ]}
                  foot={
                    <Foot dossier={view.reading.dossier} keys={view.keys.sidebar} visit={state.infoVisit} />
                  }
                />
              )}
              {view?.care && (
                // Beside what is read and not over it: it stays until it is dismissed.
                <aside class="care" aria-label={t('care_title')}>
                  <CareLine care={view.care} onOpen={deeds.openData} onDismiss={deeds.dismissCare} />
                </aside>
              )}
              <Notices state={state} />
            </div>
          </FollowProvider>
        </CardDeedsProvider>
      </ClaimsProvider>
    </DeedsProvider>
  )
}
