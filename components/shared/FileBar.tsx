import type { Comparing, FileProgress } from '../../utils/model/backup'
import { type MessageKey, useWords } from './words'

const words: Record<FileProgress['phase'], { all: MessageKey; bar: MessageKey }> = {
  reading: { all: 'shared_takingClaims', bar: 'shared_takingFile' },
  settling: { all: 'shared_settling', bar: 'shared_settling' },
}
const grouped = new Intl.NumberFormat('en')

/** How often what is said aloud changes: at each quarter. */
const quarters = 4

interface BarProps {
  /** What it is the bar of, for those who do not see it. */
  label: string
  text: string
  /** The text at so many percent, to be read aloud. */
  say: (percent: number) => string
  /** 0..1 */
  share: number
  action: string
  onAction: () => void
}

/** How far something is, and what can be done about it. */
function Bar({ label, text, say, share, action, onAction }: BarProps) {
  const spoken = Math.floor(share * quarters) * (100 / quarters)
  return (
    <div class="file-bar">
      <div class="file-bar-text">
        {/* Every step is shown and not every one is read aloud. */}
        <p aria-hidden="true">{text}</p>
        <p class="unseen" aria-live="polite">
          {say(spoken)}
        </p>
        <progress max={100} value={Math.floor(share * 100)} aria-label={label} />
      </div>
      <button type="button" class="button" onClick={onAction}>
        {action}
      </button>
    </div>
  )
}

/** How far a file has come in, and the way to cancel that. Nothing is changed until it is all in. */
export function FileBar({ progress, onCancel }: { progress: FileProgress; onCancel: () => void }) {
  const t = useWords()
  const { phase, share, claims } = progress
  const percent = Math.floor(share * 100)
  return (
    <Bar
      label={t('shared_takingIn')}
      text={claims > 0 ? t(words[phase].all, percent, grouped.format(claims)) : t(words[phase].bar, percent)}
      say={spoken => t(words[phase].bar, spoken)}
      share={share}
      action={t('shared_cancel')}
      onAction={onCancel}
    />
  )
}

/** How many claims of a dossier that is on file were read, and the way to wait no longer: it goes on by itself. */
export function ComparingBar({ now: { done, of }, onLeave }: { now: Comparing; onLeave: () => void }) {
  const t = useWords()
  return (
    <Bar
      label={t('shared_readingClaims')}
      text={t('shared_comparing', grouped.format(done), grouped.format(of))}
      say={spoken => t('shared_comparingShare', spoken)}
      share={of > 0 ? Math.min(1, done / of) : 1}
      action={t('shared_leave')}
      onAction={onLeave}
    />
  )
}
