import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { useWords, withCount } from '../shared/words'
import type { HighlightsState, UndoOffer } from './highlights-state'

interface Props {
  state: Pick<HighlightsState, 'undo' | 'notice'>
  onUndo: (undo: UndoOffer) => void
  onClose: () => void
}

const undoWords: Record<UndoOffer['kind'], string> = {
  deleted: 'library_deleted',
  tagged: 'library_tagged',
  coloured: 'library_coloured',
  noted: 'library_noted',
  attached: 'library_noted',
}

/** What was done last, with its way back. */
export function HighlightNotice({ state: { undo, notice }, onUndo, onClose }: Props) {
  const t = useWords()
  return (
    <div class="said-place">
      <p role="status" class={undo || notice ? 'said' : 'unseen'}>
        {notice?.kind === 'undone' && t('library_undone')}
        {notice?.kind === 'failed' && t(failureWords[notice.failure.kind])}
        {!notice && undo && (
          <>
            {withCount(t, undoWords[undo.kind], undo.count)}{' '}
            <button type="button" class="act" onClick={() => onUndo(undo)}>
              {t('sidebar_undo')}
            </button>
          </>
        )}
        {(undo || notice) && (
          <button type="button" class="icon-button" aria-label={t('library_closeNotice')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </p>
    </div>
  )
}
