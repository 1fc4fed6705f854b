import type { RefObject } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import { limits } from '../../utils/model/limits'
import type { Failure } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { Conflict } from './Conflict'
import { useCardDeeds } from './deeds-context'

interface Props {
  highlight: Highlight
  draft: string | undefined
  failure: Failure | undefined
  field: RefObject<HTMLTextAreaElement | null>
  /** The reader was led here from the page: there the keys go back to. */
  isByPage: boolean
}

/**
 * The note: Enter saves it and leads back, Shift and Enter begin a new line, Escape leaves the field. What was typed is
 * saved by itself too, after a pause and whenever the field is left.
 */
export function NoteField({ highlight, draft, failure, field, isByPage }: Props) {
  const t = useWords()
  const deeds = useCardDeeds()
  const id = useId()
  /** Once the reader turned to something else here, Enter stays here. */
  const isAway = useRef(false)
  const { note } = highlight
  const isConflict = failure?.kind === 'conflict' && draft !== undefined && draft !== note
  const leave = () => field.current?.closest<HTMLElement>('[data-highlight]')?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      leave()
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    deeds.saveNote(highlight.id)
    if (isByPage && !isAway.current) deeds.focusPage?.(null)
    leave()
  }
  return (
    <>
      <p class="note-head">
        <label class="note-label" for={id}>
          {t('sidebar_note')}
        </label>
        {draft !== undefined && !failure && draft !== note && (
          <span class="aside-note">{t('notes_notSavedYet')}</span>
        )}
      </p>
      <textarea
        id={id}
        ref={field}
        class="note"
        rows={1}
        maxLength={limits.highlightText}
        placeholder={t('sidebar_notePlaceholder')}
        value={draft ?? note}
        aria-describedby={failure ? `${id}-state` : undefined}
        onInput={event => deeds.typeNote(highlight, event.currentTarget.value)}
        onBlur={() => {
          isAway.current = true
          deeds.saveNotes(highlight.id)
        }}
        onKeyDown={onKeyDown}
      />
      {isConflict && (
        <Conflict
          id={`${id}-state`}
          mine={draft}
          theirs={note}
          onMine={() => deeds.replaceNote(highlight, draft)}
          onTheirs={() => deeds.dropNote(highlight.id)}
          onBoth={() => deeds.replaceNote(highlight, [note, draft].filter(Boolean).join('\n\n'))}
        />
      )}
      {failure && failure.kind !== 'conflict' && (
        <p class="fault" id={`${id}-state`} role="status">
          {t('sidebar_noteNotSaved', t(failureWords[failure.kind]))}{' '}
          <button type="button" class="act" onClick={() => deeds.saveNotes(highlight.id)}>
            {t('sidebar_tryAgain')}
          </button>
        </p>
      )}
    </>
  )
}
