import { useState } from 'preact/hooks'
import type { SidebarView } from '../../utils/messaging/protocol'
import type { RoomHarm } from '../../utils/model/sidebar-place'
import { type MessageKey, useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

const harmWords: Record<RoomHarm, MessageKey> = {
  scrolls: 'sidebar_roomScrolls',
  covered: 'sidebar_roomCovered',
  narrow: 'sidebar_roomNarrow',
  overlaid: 'sidebar_roomOverlaid',
  refused: 'sidebar_roomRefused',
}

/** Where the sidebar stands over words of the article: what can be done about it. Nothing of it is done unasked. */
export function PlaceOffer({ view }: { view: SidebarView }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const [isClosed, setClosed] = useState(false)
  const { covers, isOtherSideFree, room } = view.beside
  const { side, makesRoom } = view.settings
  if (!covers || isClosed) return null
  const harm = room === 'made' ? null : room
  return (
    <section class="offer">
      <p>{harm ? t('sidebar_roomTakenBack', t(harmWords[harm])) : t('sidebar_covers')}</p>
      {!makesRoom && <p class="aside-note">{t('sidebar_makeRoomHint')}</p>}
      <div class="offer-acts">
        {isOtherSideFree && (
          <button
            type="button"
            class="button"
            onClick={() => deeds.saveSettings({ side: side === 'right' ? 'left' : 'right' })}
          >
            {t(side === 'right' ? 'sidebar_menuToLeft' : 'sidebar_menuToRight')}
          </button>
        )}
        {!makesRoom && (
          <button type="button" class="button" onClick={() => deeds.saveSettings({ makesRoom: true })}>
            {t('sidebar_makeRoom')}
          </button>
        )}
        <button type="button" class="act" onClick={() => setClosed(true)}>
          {t('sidebar_closeOffer')}
        </button>
      </div>
    </section>
  )
}
