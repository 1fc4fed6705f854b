import {
  clampWidth,
  defaultPlace,
  narrowestPx,
  type SidebarPlace,
  sheetHeights,
  widestIn,
} from '../../utils/model/sidebar-place'
import { type MessageKey, useWords } from '../shared/words'
import type { Size } from './place-card'
import { nearestSheet, sheetPx } from './sheet-px'
import { useHeld } from './use-held'

interface Props {
  place: SidebarPlace
  isSheet: boolean
  window: Size
  onPlace: (change: Partial<SidebarPlace>) => void
}

const stepPx = 16
const sheetWords: Record<SidebarPlace['sheet'], MessageKey> = {
  peek: 'inline_sheetPeek',
  half: 'inline_sheetHalf',
  full: 'inline_sheetFull',
}

/**
 * How wide the sidebar stands, or how high as a sheet, px; and its edge, which draws it wider or higher by pointer and
 * by keys.
 */
export function useEdge({ place, isSheet, window: { width, height }, onPlace }: Props) {
  const t = useWords()
  const isLeft = place.side === 'left'
  const least = isSheet ? sheetPx('peek', height) : narrowestPx
  const most = isSheet ? sheetPx('full', height) : widestIn(width)
  const clamp = (px: number) => (isSheet ? Math.max(least, Math.min(px, most)) : clampWidth(px, width))
  const step = (px: number, by: number) => {
    if (!isSheet) return clamp(px + by * stepPx)
    const next = sheetHeights[sheetHeights.indexOf(nearestSheet(px, height)) + by]
    return next ? sheetPx(next, height) : px
  }
  const held = useHeld({
    value: isSheet ? sheetPx(place.sheet, height) : clampWidth(place.widthPx, width),
    follow: (from, x, y) => clamp(from + (isSheet ? -y : isLeft ? x : -x)),
    listSteps: px => ({
      [isSheet ? 'ArrowUp' : isLeft ? 'ArrowRight' : 'ArrowLeft']: step(px, 1),
      [isSheet ? 'ArrowDown' : isLeft ? 'ArrowLeft' : 'ArrowRight']: step(px, -1),
      Home: least,
      End: most,
    }),
    onKeep: px => onPlace(isSheet ? { sheet: nearestSheet(px, height) } : { widthPx: px }),
  })
  const sheet = isSheet ? nearestSheet(held.now, height) : null
  return {
    px: held.now,
    isHeld: held.isHeld,
    sheet,
    /** What the edge is: a window splitter of the ARIA practices. */
    edge: {
      class: sheet ? 'grab' : 'edge',
      role: 'separator' as const,
      tabIndex: 0,
      'aria-label': t(sheet ? 'inline_sheetHeight' : 'inline_width'),
      'aria-orientation': sheet ? ('horizontal' as const) : ('vertical' as const),
      ...(sheet && { 'aria-valuetext': t(sheetWords[sheet]) }),
      'aria-valuemin': least,
      'aria-valuemax': most,
      'aria-valuenow': Math.round(held.now),
      ...held.handlers,
      onClick: () =>
        isSheet && !held.wasDragged() && onPlace({ sheet: place.sheet === 'half' ? 'full' : 'half' }),
      onDblClick: () => !isSheet && onPlace({ widthPx: defaultPlace.widthPx }),
    },
  }
}
