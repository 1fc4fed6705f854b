import { useEffect, useRef } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'

/** One sentence, and at most one thing to do about it. */
export interface NoticeContent {
  text: string
  action?: { label: string; run: () => void }
}

interface Props {
  /** Null keeps the empty live region in place: what is added to one is read out, a new one is not. */
  notice: NoticeContent | null
  onEnd: () => void
  lastsMs?: number
}

/** WCAG 2.2.1 wants time enough to reach the button; ten seconds, and the clock stands still under pointer or focus. */
const defaultLastsMs = 10_000

/** A sentence at the lower edge of the page that goes away by itself. */
export function Notice({ notice, onEnd, lastsMs = defaultLastsMs }: Props) {
  const t = useWords()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  const start = () => {
    stop()
    if (notice) timer.current = setTimeout(onEnd, lastsMs)
  }
  // A new notice has a new clock; a new callback has not.
  useEffect(() => {
    start()
    return stop
  }, [notice])

  return (
    <div role="status" class="notice-region">
      {notice && (
        <div class="notice" onPointerEnter={stop} onPointerLeave={start} onFocusIn={stop} onFocusOut={start}>
          <Logo />
          <p>{notice.text}</p>
          {notice.action && (
            <button type="button" onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button type="button" class="close" aria-label={t('inline_close')} onClick={onEnd}>
            ×
          </button>
        </div>
      )}
    </div>
  )
}
