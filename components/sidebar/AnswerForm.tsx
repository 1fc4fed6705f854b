import { useEffect, useId, useRef } from 'preact/hooks'
import { type Position, positions } from '../../utils/model/dossier'
import type { DossierId } from '../../utils/model/ids'
import type { SentenceHere } from '../../utils/model/reading'
import { failureWords, positionWords } from '../shared/model-words'
import { PositionShape } from '../shared/PositionMark'
import { type Translate, useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import type { AnswerDraft } from './sidebar-state'

/** A statement is one sentence; the longest of the reader's own that can be kept here, in UTF-16 units. */
const mostUnits = 500

/** The words of the sentence to begin with, cut between two of them where it is too long. */
const shorten = (text: string): string =>
  text.length <= mostUnits ? text : text.slice(0, mostUnits).replace(/\s+\S*$/, '')

function sayFailure(t: Translate, failure: NonNullable<AnswerDraft['failure']>): string {
  if (failure === 'empty') return t('sidebar_answerEmpty')
  // What is wrong with it can only be the sentence: the rest is chosen or checked here.
  const isSentence = failure.kind === 'bad-input'
  return t('sidebar_answerNotKept', t(isSentence ? 'sidebar_answerAmbiguous' : failureWords[failure.kind]))
}

interface Props {
  here: SentenceHere
  dossier: DossierId
  draft: AnswerDraft | undefined
  /** The element that has the sentence's words. */
  quoteId: string
}

/** "This article says": what the reader takes a sentence to answer, and in which words it is kept. */
export function AnswerForm({ here, dossier, draft, quoteId }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Set by the reader's click alone: a form that comes back with a new view takes no focus.
  const isJustOpened = useRef(false)
  const { text, span, question, related } = here
  const isOpen = draft !== undefined
  useEffect(() => {
    if (isOpen && isJustOpened.current) field.current?.focus()
    isJustOpened.current = false
  }, [isOpen])
  const source = related[0]?.claim
  if (!source) return null

  const change = (next: AnswerDraft | null) =>
    deeds.dispatch({ do: 'answer/changed', sentence: text, draft: next })
  const pick = (position: Position) => {
    isJustOpened.current = !isOpen
    if (!draft) change({ position, statement: shorten(text), isSaving: false, failure: null })
    else if (!draft.isSaving) change({ ...draft, position })
  }
  const cancel = () => {
    group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    change(null)
  }
  const keep = () => {
    if (!draft || draft.isSaving) return
    const statement = draft.statement.trim()
    if (statement === '') {
      change({ ...draft, failure: 'empty' })
      field.current?.focus()
      return
    }
    change({ ...draft, isSaving: true, failure: null })
    deeds.keepAnswer(text, {
      sentence: span,
      text,
      dossier,
      question: question.id,
      position: draft.position,
      subject: source.subject ?? source.source.leader,
      statement,
    })
  }
  const isKeepKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey)

  return (
    <>
      <fieldset class="answer" aria-labelledby={`${id}-says`} aria-describedby={quoteId} ref={group}>
        <span class="answer-label" id={`${id}-says`}>
          {t('sidebar_articleSays')}
        </span>
        {positions.map(position => (
          <button
            type="button"
            class="answer-choice"
            key={position}
            aria-pressed={draft?.position === position}
            onClick={() => pick(position)}
          >
            <PositionShape position={position} />{' '}
            {t(position === 'unknown' ? 'sidebar_answerOpen' : positionWords[position])}
          </button>
        ))}
      </fieldset>
      {draft && (
        <form
          class="answer-form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            keep()
          }}
          onKeyDown={event => {
            if (event.key === 'Escape' && !draft.isSaving) cancel()
            else if (isKeepKey(event)) keep()
          }}
        >
          <label class="note-label" for={`${id}-words`}>
            {t('sidebar_answerLabel')}
          </label>
          <textarea
            id={`${id}-words`}
            class="note"
            ref={field}
            rows={3}
            maxLength={mostUnits}
            required
            readOnly={draft.isSaving}
            value={draft.statement}
            aria-invalid={draft.failure === 'empty'}
            aria-describedby={`${id}-state`}
            onInput={event => change({ ...draft, statement: event.currentTarget.value, failure: null })}
          />
          <div id={`${id}-state`} role="status">
            {draft.failure ? (
              <p class="fault">{sayFailure(t, draft.failure)}</p>
            ) : (
              <p class="answer-note">{t('sidebar_answerNote')}</p>
            )}
          </div>
          <div class="answer-acts">
            <button type="submit" class="button is-main" aria-disabled={draft.isSaving}>
              {t('sidebar_keep')}
            </button>
            <button type="button" class="button" onClick={cancel} disabled={draft.isSaving}>
              {t('sidebar_cancel')}
            </button>
          </div>
        </form>
      )}
    </>
  )
}
