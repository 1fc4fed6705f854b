import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords } from '../shared/words'
import { sayNotKept } from './AnswerForm'
import { useDeeds } from './deeds-context'
import type { Notice, SidebarState, UndoOffer } from './sidebar-state'

const undoWords: Record<UndoOffer['kind'], MessageKey> = {
  deleted: 'sidebar_deleted',
  noted: 'notes_noteSaved',
  tagged: 'notes_tagged',
  coloured: 'notes_coloured',
  attached: 'notes_attached',
  'set-apart': 'sidebar_isSetApart',
  'taken-back': 'sidebar_isTakenBack',
  kept: 'sidebar_isKept',
  rejected: 'sidebar_isRejected',
  edited: 'claim_isEdited',
  disputed: 'remark_isDisputed',
  hidden: 'remark_isHidden',
  shown: 'remark_isTakenBack',
}

function sayNotice(t: Translate, notice: Notice): string {
  switch (notice.kind) {
    case 'exported':
      return t('sidebar_exported', notice.name)
    case 'not-granted':
      return t('sidebar_notGranted', notice.host)
    case 'failed':
      return t(failureWords[notice.failure.kind])
    case 'undone':
      return notice.words ? t('notes_undoneWords', notice.words) : t('notes_undone')
    case 'nothing-to-undo':
      return t('notes_noSteps')
    case 'not-kept':
      return sayNotKept(t, notice.failure)
  }
}

/** Under everything: what was just done, what can be taken back. Read aloud as it comes. */
export function Notices({ state }: { state: SidebarState }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const { notice, undo } = state
  const undoButton = useRef<HTMLButtonElement>(null)
  const { kind, sinceMs } = undo ?? {}
  useEffect(() => {
    // What the focus was in is gone, and nothing of it stands elsewhere.
    if (kind === 'rejected' || kind === 'kept' || kind === 'hidden') undoButton.current?.focus()
  }, [kind, sinceMs])
  return (
    <div class="notices" role="status">
      {notice && (
        <div class="notice">
          <p class="notice-text">{sayNotice(t, notice)}</p>
          <button
            type="button"
            class="icon-button"
            aria-label={t('sidebar_closeNotice')}
            onClick={() => deeds.dispatch({ do: 'notice/closed' })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {undo && (
        <div class="notice">
          <p class="notice-text">{t(undoWords[undo.kind])}</p>
          <button type="button" class="button" ref={undoButton} onClick={() => deeds.undo(undo)}>
            {t('sidebar_undo')}
          </button>
        </div>
      )}
    </div>
  )
}
