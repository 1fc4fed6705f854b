import type { Care } from '../../utils/model/care'
import { type Translate, useWords, withCount } from './words'

interface Props {
  care: Care
  /** Leads to where something can be done about it. */
  onOpen: () => void
  onDismiss: () => void
}

function sayCare(t: Translate, care: Care): string {
  if (care.is === 'backup-failed') return t('care_failed')
  if (care.is === 'storage-filling') return t('care_filling', care.percent)
  return care.days === null ? t('care_never') : withCount(t, 'care_old', care.days)
}

/** One quiet line about the safety of the reader's own, with the way to do something and the way to leave it. */
export function CareLine({ care, onOpen, onDismiss }: Props) {
  const t = useWords()
  return (
    <div class="care-line">
      <p>{sayCare(t, care)}</p>
      <button type="button" class="button" onClick={onOpen}>
        {t('care_open')}
      </button>
      <button type="button" class="act" onClick={onDismiss}>
        {t(care.is === 'backup-failed' ? 'care_seen' : 'care_later')}
      </button>
    </div>
  )
}
