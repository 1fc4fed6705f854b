import { useEffect, useRef } from 'preact/hooks'
import type { SidebarPlace } from '../../utils/model/sidebar-place'
import { Logo } from '../shared/Icon'
import { useWords, withCount } from '../shared/words'
import { useHeld } from './use-held'

interface Props {
  /** How many claims of this article are on file; 0 where only highlights are here. */
  claims: number
  /** Of an article that is not on file: its sentences that may speak of what is. */
  sentences?: number
  isDisputed: boolean
  place: Pick<SidebarPlace, 'side' | 'handleAt'>
  /** The sidebar was just closed from within: the focus goes on from here. */
  takesFocus?: boolean
  onOpen: (isByKeyboard: boolean) => void
  /** It was moved up or down. */
  onPlace: (change: { handleAt: number }) => void
  /** It stands in the way: gone until the page is loaded again. */
  onHide: () => void
}

const stepPx = 16
/** As high as a handle with everything on it, px: so much of the window is not to stand on. */
const heightPx = 110

/** The slim handle at the window's edge while the sidebar is closed. It can be moved, since it may cover a button of the page. */
export function Handle(props: Props) {
  const { claims, sentences = 0, isDisputed, place, takesFocus = false } = props
  const t = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const isByWords = claims === 0 && sentences > 0
  const shown = isByWords ? sentences : claims
  const count = withCount(t, isByWords ? 'inline_handleSentences' : 'inline_handle', shown)
  const label = isDisputed ? t('inline_handleDisputed', count) : count

  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true })
  }, [])
  const moveFrom = (from: number, byPx: number) => {
    const most = Math.max(0, 1 - heightPx / window.innerHeight)
    const wanted = from + byPx / window.innerHeight
    return Math.round(Math.max(0, Math.min(wanted, most)) * 1000) / 1000
  }
  const held = useHeld({
    value: place.handleAt,
    follow: (from, _x, y) => moveFrom(from, y),
    listSteps: now => ({ ArrowUp: moveFrom(now, -stepPx), ArrowDown: moveFrom(now, stepPx) }),
    onKeep: handleAt => props.onPlace({ handleAt }),
  })
  return (
    <div
      class={`handle-place ${place.side}`}
      style={{ top: `min(${held.now * 100}vh, 100vh - ${heightPx}px)` }}
    >
      <button
        type="button"
        class="handle"
        ref={button}
        aria-label={label}
        aria-keyshortcuts="ArrowUp ArrowDown Delete"
        title={`${label}\n${t('inline_handleMoves')}`}
        {...held.handlers}
        onClick={event => {
          // A click without a count comes from the keyboard.
          if (event.detail === 0 || !held.wasDragged()) props.onOpen(event.detail === 0)
        }}
        onKeyDown={event => {
          if (event.key === 'Delete') props.onHide()
          held.handlers.onKeyDown(event)
        }}
      >
        <Logo />
        {shown > 0 && <span aria-hidden="true">{shown}</span>}
        {isDisputed && (
          <span class="sign" aria-hidden="true">
            ≠
          </span>
        )}
      </button>
      <button
        type="button"
        class="close"
        aria-label={t('inline_handleHide')}
        title={t('inline_handleHide')}
        onClick={props.onHide}
      >
        ×
      </button>
    </div>
  )
}
