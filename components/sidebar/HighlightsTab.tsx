import type { SidebarView } from '../../utils/messaging/protocol'
import { StepList } from '../highlights/StepList'
import { useWords, withCount } from '../shared/words'
import { useDeeds } from './deeds-context'
import { EditedNotice } from './EditedNotice'
import { GrantOffer } from './GrantOffer'
import { HighlightItem } from './HighlightItem'
import { StrayNotes } from './StrayNotes'
import type { SidebarState } from './sidebar-state'
import { useNextFocus } from './use-next-focus'

interface Props {
  view: SidebarView
  state: SidebarState
}

type Placed = SidebarView['highlights'][number]

const startOf = ({ highlight, anchoring }: Placed): number =>
  anchoring.state === 'changed' ? anchoring.span.start : (highlight.selectors[1]?.start ?? 0)

/**
 * The reader's own passages on this page, in the order of the text; before them those that need a place. Where there is
 * none, how to make one; at the end what the reader did, to be undone.
 */
export function HighlightsTab({ view, state }: Props) {
  const t = useWords()
  const { deeds, spot } = useDeeds()
  const { highlights, site, keys, settings } = view
  const sorted = highlights.toSorted((a, b) => startOf(a) - startOf(b))
  const list = useNextFocus(sorted.map(({ highlight }) => highlight.id))
  const lost = sorted.filter(({ anchoring }) => anchoring.state === 'lost')
  const placed = sorted.filter(({ anchoring }) => anchoring.state !== 'lost')
  const visited = spot && 'highlight' in spot.focus ? spot.focus : null
  const visitCount = spot?.count ?? 0
  const listItems = (group: Placed[]) => (
    <ul class="highlights">
      {group.map(({ highlight, anchoring }) => {
        const isVisited = visited?.highlight === highlight.id
        return (
          <HighlightItem
            key={highlight.id}
            highlight={highlight}
            anchoring={anchoring}
            colourNames={settings.colourNames}
            draft={state.drafts.get(highlight.id)}
            failure={state.unsaved.get(highlight.id)}
            conflict={state.conflicts.get(highlight.id)}
            visit={isVisited ? visitCount : 0}
            isNoteMeant={isVisited && visited?.at === 'note'}
          />
        )
      })}
    </ul>
  )
  return (
    <>
      {site.isPrivate && <p class="aside-note">{t('sidebar_privateWindow')}</p>}
      {!settings.areHighlightsShown && (
        <p class="aside-note">
          {t('notes_hidden')}{' '}
          <button type="button" class="act" onClick={() => deeds.saveSettings({ areHighlightsShown: true })}>
            {t('notes_showThem')}
          </button>
        </p>
      )}
      <StrayNotes state={state} listed={new Set(sorted.map(({ highlight }) => highlight.id))} />
      {sorted.length === 0 && (
        <section class="empty">
          <h2>{t('sidebar_noHighlights')}</h2>
          {keys.highlight ? (
            <p>
              {t('sidebar_howToHighlightKeys')} <kbd>{keys.highlight}</kbd>
            </p>
          ) : (
            <p>{t('sidebar_howToHighlight')}</p>
          )}
        </section>
      )}
      <EditedNotice highlights={sorted} pageModified={view.pageModified} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        class="highlight-groups"
        ref={list}
        tabIndex={-1}
        role="group"
        aria-label={t('sidebar_tabHighlights')}
      >
        {lost.length > 0 && (
          <section>
            <h2 class="minor-head">{withCount(t, 'notes_needPlace', lost.length)}</h2>
            {listItems(lost)}
          </section>
        )}
        {placed.length > 0 && (
          <section>
            <h2 class={lost.length > 0 ? 'minor-head' : 'unseen'}>{t('notes_inTheText')}</h2>
            {listItems(placed)}
          </section>
        )}
      </div>
      <StepList changes={view} />
      <GrantOffer site={site} />
    </>
  )
}
