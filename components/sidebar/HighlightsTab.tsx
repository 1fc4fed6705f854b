import type { SidebarView } from '../../utils/messaging/protocol'
import type { HighlightId } from '../../utils/model/ids'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { GrantOffer } from './GrantOffer'
import { HighlightItem } from './HighlightItem'
import type { SidebarState } from './sidebar-state'

interface Props {
  view: SidebarView
  state: SidebarState
}

/** The reader's own passages on this page, in the order of the text; where there is none, how to make one. */
export function HighlightsTab({ view, state }: Props) {
  const t = useWords()
  const { spot } = useDeeds()
  const { highlights, site, keys } = view
  const sorted = highlights.toSorted(
    (a, b) => a.highlight.selectors[1].start - b.highlight.selectors[1].start,
  )
  const visitOf = (id: HighlightId) =>
    spot && 'highlight' in spot.focus && spot.focus.highlight === id ? spot.count : 0
  return (
    <>
      {site.isPrivate && <p class="aside-note">{t('sidebar_privateWindow')}</p>}
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
      <ul class="highlights">
        {sorted.map(({ highlight, anchoring }) => (
          <HighlightItem
            key={highlight.id}
            highlight={highlight}
            state={anchoring.state}
            draft={state.drafts.get(highlight.id)}
            failure={state.unsaved.get(highlight.id)}
            visit={visitOf(highlight.id)}
          />
        ))}
      </ul>
      <GrantOffer site={site} />
    </>
  )
}
