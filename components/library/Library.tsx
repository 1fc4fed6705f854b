import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LibraryView } from '../../utils/model/library-view'
import { ArrivalList } from '../arrivals/ArrivalList'
import { DropZone } from '../arrivals/DropZone'
import { FileChooser } from '../arrivals/FileChooser'
import { useArrivals } from '../arrivals/use-arrivals'
import { CareLine } from '../shared/CareLine'
import { Logo } from '../shared/Icon'
import { Tabs } from '../shared/Tabs'
import { useWords } from '../shared/words'
import { ArticlesView } from './ArticlesView'
import { DossiersView } from './DossiersView'
import { ReaderDataView } from './data/ReaderDataView'
import { HighlightsView } from './HighlightsView'
import { LibraryClaims } from './LibraryClaims'
import type { LibraryActions, ViewProps } from './library-actions'
import { QuestionsView } from './QuestionsView'
import { useAddress } from './use-address'
import { useLoaded } from './use-loaded'

/** The page where the reader works with all that was gathered: a head, and a tab for each view. */
export function Library({ actions }: { actions: LibraryActions }) {
  const t = useWords()
  const [address, go] = useAddress()
  const arrivals = useArrivals(actions.arrivals)
  const [changes, setChanges] = useState({
    highlights: 0,
    reading: 0,
    settings: 0,
    visits: 0,
    backup: 0,
  })
  useEffect(
    () => actions.listen(({ what }) => setChanges(now => ({ ...now, [what]: now[what] + 1 })), go),
    [actions, go],
  )

  const view = address.view ?? 'highlights'
  const { value: care } = useLoaded(
    actions.data.loadCare,
    changes.backup + changes.highlights + changes.reading,
  )
  /** A view is drawn once it was asked for, and stays: what was typed in it is there when one comes back. */
  const visited = useRef(new Set<LibraryView>())
  visited.current.add(view)
  const placeIn = (name: LibraryView): Pick<ViewProps<never>, 'place' | 'go'> => ({
    place: name === view ? address.place : '',
    go: place => go(name, place),
  })
  const tab = (name: LibraryView, label: string, panel: ComponentChildren) => ({
    name,
    label,
    count: null,
    panel: visited.current.has(name) ? panel : null,
  })

  return (
    <>
      <header class="library-head">
        <h1>
          <Logo /> {t('library_title')}
        </h1>
        <FileChooser arrivals={arrivals} />
      </header>
      {care && view !== 'data' && (
        <aside class="care" aria-label={t('care_title')}>
          <CareLine care={care} onOpen={() => go('data')} onDismiss={actions.data.dismissCare} />
        </aside>
      )}
      <ArrivalList arrivals={arrivals} />
      <LibraryClaims actions={actions.claims}>
        <Tabs
          label={t('library_views')}
          current={view}
          onPick={name => go(name)}
          tabs={[
            tab(
              'questions',
              t('library_questions'),
              <QuestionsView
                actions={actions.questions}
                changes={changes.reading}
                {...placeIn('questions')}
              />,
            ),
            tab(
              'articles',
              t('library_tabArticles'),
              <ArticlesView
                actions={actions.articles}
                changes={changes.highlights + changes.reading + changes.settings + changes.visits}
                showHighlights={article => go('highlights', article)}
                {...placeIn('articles')}
              />,
            ),
            tab(
              'highlights',
              t('library_tabHighlights'),
              <HighlightsView
                actions={actions.highlights}
                changes={changes.settings}
                {...placeIn('highlights')}
              />,
            ),
            tab(
              'dossiers',
              t('library_tabDossiers'),
              <DossiersView actions={actions.dossiers} changes={changes.reading} {...placeIn('dossiers')} />,
            ),
            tab(
              'data',
              t('library_tabData'),
              <ReaderDataView
                actions={actions.data}
                changes={changes.highlights + changes.reading + changes.backup}
                showDossiers={() => go('dossiers')}
                chooseFiles={() => arrivals.chooser.current?.click()}
                {...placeIn('data')}
              />,
            ),
          ]}
        />
      </LibraryClaims>
      <DropZone onFiles={arrivals.add} />
    </>
  )
}
