import { useEffect, useState } from 'preact/hooks'
import { Logo } from '../shared/Icon'
import { useWords } from '../shared/words'

interface Props {
  /** The sidebar's page, with this tab's query. */
  src: string
  /** It has connected: from then on it speaks for itself. */
  isReady: boolean
  /** Loads it once more. */
  onRetry: () => void
  onClose: () => void
  /** How long it may take before the reader is told that it did not come. */
  patienceMs?: number
}

/** A worker that starts and reads an article answers within one second; five is a machine under load. */
const defaultPatienceMs = 5000

/** The frame that the sidebar's page stands in: at the right edge, or as a sheet from below on a narrow screen. */
export function SidebarFrame({ src, isReady, onRetry, onClose, patienceMs = defaultPatienceMs }: Props) {
  const t = useWords()
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(-1)

  useEffect(() => {
    if (isReady) return
    const timer = setTimeout(() => setFailed(attempt), patienceMs)
    return () => clearTimeout(timer)
  }, [isReady, attempt, patienceMs])

  const retry = () => {
    setAttempt(attempt + 1)
    onRetry()
  }
  return (
    <section class="sidebar-frame" aria-label={t('inline_sidebar')}>
      {/* The key makes a new frame of every attempt: one that failed does not load again by itself. */}
      <iframe key={attempt} src={src} title={t('inline_sidebar')} />
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
