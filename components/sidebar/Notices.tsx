import { useEffect, useRef } from 'preact/hooks'
import { Faults } from '../shared/Faults'
import { ComparingBar, FileBar } from '../shared/FileBar'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords, withCount } from '../shared/words'
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
}

function sayNotice(t: Translate, notice: Exclude<Notice, { kind: 'importing' }>): string {
  switch (notice.kind) {
    case 'exported':
      return t('sidebar_exported', notice.name)
    case 'not-granted':
      return t('sidebar_notGranted', notice.host)
    case 'too-large':
      return t('sidebar_fileTooLarge')
    case 'import-failed':
      return t('sidebar_importFailed')
    case 'failed':
      return t(failureWords[notice.failure.kind])
    case 'undone':
      return notice.words ? t('notes_undoneWords', notice.words) : t('notes_undone')
    case 'nothing-to-undo':
      return t('notes_noSteps')
    case 'not-kept':
      return sayNotKept(t, notice.failure)
    case 'imported': {
      const parts = [
        withCount(t, 'sidebar_added', notice.added),
        withCount(t, 'sidebar_updated', notice.updated),
        ...(notice.removed > 0 ? [withCount(t, 'sidebar_removed', notice.removed)] : []),
      ]
      return notice.added + notice.updated + notice.removed > 0
        ? t('sidebar_imported', parts.join(', '))
        : t('sidebar_importedNothing')
    }
  }
}

/** Under everything: what was just done, what can be taken back. Read aloud as it comes. */
export function Notices({ state }: { state: SidebarState }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const { notice, undo, comparing } = state
  const undoButton = useRef<HTMLButtonElement>(null)
  const { kind, sinceMs } = undo ?? {}
  useEffect(() => {
    // What the focus was in is gone, and nothing of it stands elsewhere.
    if (kind === 'rejected' || kind === 'kept') undoButton.current?.focus()
  }, [kind, sinceMs])
  return (
    <div class="notices" role="status">
      {notice?.kind === 'importing' && (
        <div class="notice" aria-live="off">
          <FileBar progress={notice.progress} onCancel={deeds.cancelImport} />
        </div>
      )}
      {notice && notice.kind !== 'importing' && (
        <div class="notice">
          <div class="notice-text">
            <p>{sayNotice(t, notice)}</p>
            {notice.kind === 'import-failed' && <Faults detail={notice.failure.detail} />}
            {notice.kind === 'imported' && notice.refused && (
              <>
                <p>{withCount(t, 'shared_refused', notice.refused.count)}</p>
                <Faults detail={notice.refused.detail} />
              </>
            )}
            {notice.kind === 'too-large' && (
              <button type="button" class="act" onClick={deeds.openOptions}>
                {t('sidebar_openOptions')}
              </button>
            )}
          </div>
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
      {comparing && (
        <div class="notice" aria-live="off">
          <ComparingBar now={comparing} onLeave={deeds.leaveComparing} />
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
