import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import { defaultSettings } from '../../utils/model/settings'
import { countTags, tagKey } from '../../utils/model/tags'
import { CardDeedsProvider } from '../highlights/deeds-context'
import { StepList } from '../highlights/StepList'
import { failureWords, nameColour } from '../shared/model-words'
import { sayNumber, useWords, withCount } from '../shared/words'
import {
  filterHighlights,
  type Grouping,
  groupHighlights,
  type HighlightFilter,
  noFilter,
} from './arrange-highlights'
import { HighlightFilters } from './HighlightFilters'
import { HighlightList } from './HighlightList'
import { HighlightNotice } from './HighlightNotice'
import type { HighlightsActions, ViewProps } from './library-actions'
import { SelectionBar } from './SelectionBar'
import { sayMonth } from './say-month'
import { useHighlights } from './use-highlights'
import { useListFocus } from './use-list-focus'
import { usePicks } from './use-picks'
import { useSearch } from './use-search'

/** All passages that the reader saved, newest first: to be found, sorted, and changed many at once. */
export function HighlightsView({ actions, changes, place, go }: ViewProps<HighlightsActions>) {
  const t = useWords()
  const { state, deeds } = useHighlights(actions)
  const { list } = state
  const [colourNames, setColourNames] = useState(defaultSettings.colourNames)
  useEffect(() => {
    actions.loadSettings().then(settings => settings.ok && setColourNames(settings.value.colourNames))
  }, [actions, changes])

  const [own, setOwn] = useState<HighlightFilter>(noFilter)
  const filter = useMemo(() => ({ ...own, article: place }), [own, place])
  const onFilter = useCallback(
    ({ article, ...change }: Partial<HighlightFilter>) => {
      if (article !== undefined) go(article)
      setOwn(before => ({ ...before, ...change }))
    },
    [go],
  )
  const [grouping, setGrouping] = useState<Grouping>('none')
  const { find, read } = useSearch(actions.createSearch, list)
  const matches = useMemo(() => find(filter.words), [find, filter.words])
  const { found, nearCount } = useMemo(
    () => filterHighlights(list, filter, matches, actions.articleOf),
    [list, filter, matches, actions],
  )
  const groups = useMemo(
    () => groupHighlights(found, grouping, actions.articleOf),
    [found, grouping, actions],
  )
  const tags = useMemo(() => countTags(list).map(({ tag }) => tag), [list])
  const articleTitle = place ? (found[0]?.title ?? place) : null

  const { ids: picks, picked, pick, pickAll } = usePicks(found)
  const [opened, setOpened] = useState<ReadonlySet<HighlightId>>(new Set())
  const context = useMemo(
    () => ({
      colourNames,
      linkOf: actions.linkOf,
      onPick: pick,
      onOpen: ({ id }: Highlight, isOpen: boolean) =>
        setOpened(before => {
          const next = new Set(before)
          if (isOpen) next.add(id)
          else next.delete(id)
          return next
        }),
      onDelete: ({ id }: Highlight) => void deeds.deleteHighlight(id),
      onArticle: (highlight: Highlight) => go(actions.articleOf(highlight)),
    }),
    [colourNames, actions, pick, deeds, go],
  )
  const { drafts, unsaved, conflicts } = state
  const edits = useMemo(() => ({ drafts, unsaved, conflicts }), [drafts, unsaved, conflicts])
  const sayGroup = useCallback(
    (key: string, first: Highlight): string => {
      if (grouping === 'article') return [first.title || key, first.outlet].filter(Boolean).join(' · ')
      if (grouping === 'colour') return nameColour(t, first.colour, colourNames)
      if (grouping === 'month') return sayMonth(first.createdMs)
      return first.tags.find(tag => tagKey(tag) === key) ?? t('library_noTag')
    },
    [grouping, colourNames, t],
  )

  const search = useRef<HTMLInputElement>(null)
  const listBox = useRef<HTMLElement>(null)
  useListFocus(listBox, found)
  const pickedIds = () => picked.map(({ id }) => id)
  const isNarrowed = Object.values(filter).some(Boolean)
  const howMany = isNarrowed
    ? t('library_found', sayNumber(found.length))
    : withCount(t, 'library_highlights', state.phase === 'ready' ? list.length : state.total)
  const sayFound = [
    howMany,
    nearCount > 0 && t('library_near', sayNumber(nearCount)),
    matches && read < list.length && t('library_reading', sayNumber(read), sayNumber(list.length)),
  ]

  return (
    <CardDeedsProvider value={deeds}>
      <HighlightFilters
        filter={filter}
        onFilter={onFilter}
        grouping={grouping}
        onGroup={setGrouping}
        tags={tags}
        colourNames={colourNames}
        articleTitle={articleTitle}
        search={search}
      />
      <SelectionBar
        found={sayFound.filter(Boolean).join(' ')}
        foundCount={found.length}
        picked={picked}
        exportFormats={actions.exportFormats}
        onPickAll={pickAll}
        onTag={change => deeds.tagMany(pickedIds(), change)}
        onDelete={async () => {
          const isDone = await deeds.deleteMany(pickedIds())
          if (isDone) listBox.current?.focus()
        }}
        chooseForExport={() => (picked.length > 0 ? picked : found)}
      />
      {state.failure && (
        <p role="alert" class="fault">
          {t(failureWords[state.failure.kind])}{' '}
          <button type="button" class="act" onClick={deeds.loadAll}>
            {t('sidebar_tryAgain')}
          </button>
        </p>
      )}
      <section ref={listBox} tabIndex={-1} class="highlight-list" aria-label={t('library_tabHighlights')}>
        {state.phase === 'loading' && list.length === 0 && <p class="empty">{t('library_loading')}</p>}
        {state.phase === 'ready' && list.length === 0 && (
          <div class="empty">
            <h2>{t('library_noHighlights')}</h2>
            <p>{t('library_howToHighlight')}</p>
          </div>
        )}
        {state.phase === 'ready' && list.length > 0 && found.length === 0 && (
          <p class="empty">{t('library_nothingFound')}</p>
        )}
        <HighlightList
          groups={groups}
          hasHeadings={grouping !== 'none'}
          sayGroup={sayGroup}
          context={context}
          picked={picks}
          opened={opened}
          edits={edits}
        />
      </section>
      <StepList changes={list} />
      <HighlightNotice
        state={state}
        onUndo={async undo => {
          await deeds.undo(undo)
          listBox.current?.focus()
        }}
        onClose={() => {
          deeds.leaveNotice()
          listBox.current?.focus()
        }}
      />
    </CardDeedsProvider>
  )
}
