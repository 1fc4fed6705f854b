import { useEffect, useRef, useState } from 'preact/hooks'
import { isSheetIn, type SidebarPlace } from '../../utils/model/sidebar-place'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'
import { useEdge } from './use-edge'

interface Props {
  /** The sidebar's page, with this tab's query. */
  src: string
  /** It has connected: from then on it speaks for itself. */
  isReady: boolean
  place: SidebarPlace
  /** Opened by keyboard: the focus goes into it. */
  takesFocus?: boolean
  /** Loads it once more. */
  onRetry: () => void
  onClose: () => void
  /** It was drawn wider or higher. */
  onPlace: (change: Partial<SidebarPlace>) => void
  /** How long it may take before the reader is told that it did not come. */
  patienceMs?: number
}

/** A worker that starts and reads an article answers within one second; five is a machine under load. */
const defaultPatienceMs = 5000

/** The frame that the sidebar's page stands in: at one edge of the window, or as a sheet from below on a narrow screen. */
export function SidebarFrame(props: Props) {
  const { src, isReady, place, takesFocus = false, onClose, patienceMs = defaultPatienceMs } = props
  const t = useWords()
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(-1)
  const frame = useRef<HTMLIFrameElement>(null)
  const size = useWindowSize()

  useEffect(() => {
    if (isReady) return
    const timer = setTimeout(() => setFailed(attempt), patienceMs)
    return () => clearTimeout(timer)
  }, [isReady, attempt, patienceMs])
  useEffect(() => {
    if (takesFocus) frame.current?.focus()
  }, [])

  const retry = () => {
    setAttempt(attempt + 1)
    props.onRetry()
  }
  const isSheet = isSheetIn(size.width)
  const { px, isHeld, edge, sheet } = useEdge({ ...props, isSheet, window: size })
  return (
    <section
      class={`sidebar-frame ${sheet ? `sheet ${sheet}` : place.side}${isHeld ? ' held' : ''}`}
      aria-label={t('inline_sidebar')}
      style={{ [sheet ? 'height' : 'width']: `${px}px` }}
      onKeyDown={event => sheet && event.key === 'Escape' && onClose()}
    >
      <div {...edge} />
      {/* The key makes a new frame of every attempt: one that failed does not load again by itself. */}
      <iframe key={attempt} ref={frame} src={src} title={t('inline_sidebar')} />
      {!isReady && failed === attempt && (
        <div class="frame-failed" role="alert">
          <Logo />
          <p>{t('inline_sidebarFailed')}</p>
          <div class="actions">
            <button type="button" class="primary" onClick={retry}>
              {t('inline_tryAgain')}
            </button>
            <button type="button" onClick={onClose}>
              {t('inline_close')}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}

/** The window's size, also after it was made another one or a phone was turned. */
function useWindowSize() {
  const measure = () => ({ width: window.innerWidth, height: window.innerHeight })
  const [size, setSize] = useState(measure)
  useEffect(() => {
    const onResize = () => setSize(measure())
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  return size
}
