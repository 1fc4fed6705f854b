import { Logo } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import type { SidebarState } from './sidebar-state'

interface PanelProps {
  text: string
  action?: { label: string; onPick: () => void }
  isUrgent?: boolean
}

function Panel({ text, action, isUrgent = false }: PanelProps) {
  return (
    <main class="state">
      <span class="state-sign">
        <Logo />
      </span>
      {/* A heading cannot be an alert too. */}
      <div role={isUrgent ? 'alert' : 'status'}>
        <h1>{text}</h1>
      </div>
      {action && (
        <button type="button" class="button is-main" onClick={action.onPick}>
          {action.label}
        </button>
      )}
    </main>
  )
}

/** What stands there before the first answer: the shape of what comes, not words. */
function Skeleton() {
  const t = useWords()
  return (
    <main class="skeleton" aria-busy="true">
      <h1 class="unseen">{t('sidebar_loading')}</h1>
      <i class="bone is-title" />
      <i class="bone is-line" />
      {[0, 1].map(card => (
        <div class="card" key={card}>
          <i class="bone is-heading" />
          <i class="bone is-box" />
          <i class="bone is-line" />
          <i class="bone is-short" />
        </div>
      ))}
    </main>
  )
}

/** Whether there is a reading to show, or a state that stands in its place. */
export const showsReading = ({ phase, view }: SidebarState): boolean =>
  phase !== 'gone' &&
  phase !== 'failed' &&
  view !== null &&
  !view.site.isDismissed &&
  !view.settings.isPaused &&
  !view.site.isOff

/** The state of a sidebar that has no reading to show: one sentence and one way on. */
export function StatePanel({ state }: { state: SidebarState }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const { phase, view, failure } = state
  if (phase === 'gone') return <Panel text={t('failure_extensionGone')} isUrgent />
  if (phase === 'failed')
    return (
      <Panel
        text={t(failureWords[failure?.kind ?? 'unexpected'])}
        action={{ label: t('sidebar_tryAgain'), onPick: deeds.retry }}
        isUrgent
      />
    )
  if (!view) return <Skeleton />
  if (view.settings.isPaused)
    return (
      <Panel
        text={t('sidebar_paused')}
        action={{ label: t('sidebar_resume'), onPick: () => deeds.saveSettings({ isPaused: false }) }}
      />
    )
  if (view.site.isOff)
    return (
      <Panel
        text={t('sidebar_off', view.site.host)}
        action={{ label: t('sidebar_switchOn'), onPick: () => deeds.switchSite(view.site.host, false) }}
      />
    )
  if (view.site.isDismissed)
    return (
      <Panel
        text={t('sidebar_dismissed')}
        action={{ label: t('sidebar_takeBack'), onPick: () => deeds.dismissPage(false) }}
      />
    )
  return null
}
