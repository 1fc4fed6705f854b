import type { FileProgress } from '../../utils/model/backup'
import { type MessageKey, useWords } from './words'

const words: Record<FileProgress['phase'], { all: MessageKey; bar: MessageKey }> = {
  reading: { all: 'shared_takingClaims', bar: 'shared_takingFile' },
  settling: { all: 'shared_settling', bar: 'shared_settling' },
}
const grouped = new Intl.NumberFormat('en')

/** How often what is said aloud changes: at each quarter. */
const quarters = 4

/** How far a file has come in, and the way to cancel that. Nothing is changed until it is all in. */
export function FileBar({ progress, onCancel }: { progress: FileProgress; onCancel: () => void }) {
  const t = useWords()
  const { phase, share, claims } = progress
  const percent = Math.floor(share * 100)
  const text =
    claims > 0 ? t(words[phase].all, percent, grouped.format(claims)) : t(words[phase].bar, percent)
  const spoken = Math.floor(share * quarters) * (100 / quarters)
  return (
    <div class="file-bar">
      <div class="file-bar-text">
        {/* Every step is shown and not every one is read aloud. */}
        <p aria-hidden="true">{text}</p>
        <p class="unseen" aria-live="polite">
          {t(words[phase].bar, spoken)}
        </p>
        <progress max={100} value={percent} aria-label={t('shared_takingIn')} />
      </div>
      <button type="button" class="button" onClick={onCancel}>
        {t('shared_cancel')}
      </button>
    </div>
  )
}
