import { useId } from 'preact/hooks'
import type { AnchorState, Highlight } from '../../utils/model/highlight'
import type { Failure } from '../../utils/model/result'
import { Icon } from '../shared/Icon'
import { anchorWords, failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { useSpot } from './use-spot'

interface Props {
  highlight: Highlight
  state: AnchorState
  /** What was typed and is not in the database yet. */
  draft: string | undefined
  failure: Failure | undefined
  visit: number
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A passage that the reader marked, with its note. */
export function HighlightItem({ highlight, state, draft, failure, visit }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const noteId = useId()
  const item = useSpot<HTMLLIElement>(visit)
  const { id, selectors, note, createdMs } = highlight
  const save = () => deeds.saveNotes(id)
  return (
    <li class="card highlight" ref={item} tabIndex={-1}>
      <blockquote class={state === 'lost' ? 'passage is-lost' : 'passage'}>{selectors[0].exact}</blockquote>
      <p class="claim-meta">
        <span>{t(anchorWords[state])}</span>
        <span class="date">{day.format(createdMs)}</span>
      </p>
      <label class="note-label" for={noteId}>
        {t('sidebar_note')}
      </label>
      <textarea
        id={noteId}
        class="note"
        rows={2}
        placeholder={t('sidebar_notePlaceholder')}
        value={draft ?? note}
        aria-describedby={failure ? `${noteId}-state` : undefined}
        onInput={event => deeds.typeNote(highlight, event.currentTarget.value)}
        onBlur={save}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      />
      {failure && (
        <p class="fault" id={`${noteId}-state`} role="status">
          {t('sidebar_noteNotSaved', t(failureWords[failure.kind]))}{' '}
          <button type="button" class="act" onClick={save}>
            {t('sidebar_tryAgain')}
          </button>
        </p>
      )}
      <div class="acts">
        {state !== 'lost' && (
          <button type="button" class="act" onClick={() => deeds.showHighlight(id)}>
            <Icon name="target" /> {t('sidebar_showOnPage')}
          </button>
        )}
        <button type="button" class="act" onClick={() => deeds.deleteHighlight(id)}>
          <Icon name="bin" /> {t('sidebar_delete')}
        </button>
      </div>
    </li>
  )
}
