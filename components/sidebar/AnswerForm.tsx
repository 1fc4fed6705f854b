import { useEffect, useId, useRef } from 'preact/hooks'
import type { Position } from '../../utils/model/dossier'
import type { Failure } from '../../utils/model/result'
import { PositionChoice } from '../claims/PositionChoice'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords } from '../shared/words'
import { AlsoAnswers } from './AlsoAnswers'
import { AnswerFields } from './AnswerFields'
import { useDeeds } from './deeds-context'
import {
  othersBeside,
  type Sayable,
  type SentenceAnswer,
  toReaderClaim,
  toReaderClaims,
} from './sentence-answer'
import { type AnswerDraft, beginDraft } from './sidebar-state'

/** Why nothing was kept. What is wrong with it can only be the sentence: the rest is chosen or checked here. */
export const sayNotKept = (t: Translate, { kind }: Failure): string =>
  t('sidebar_answerNotKept', t(kind === 'bad-input' ? 'sidebar_answerAmbiguous' : failureWords[kind]))

interface Props {
  sayable: Sayable
  /** By which its draft is found. */
  draftKey: string
  /** The element that has the sentence's words. */
  quoteId: string
  /** What takes the answer, where it does not save by itself. */
  onTake?: (answer: SentenceAnswer) => void
  /** It was left: the focus goes where it came from. */
  onLeave?: () => void
}

/**
 * "This article says": what the reader takes a sentence to answer, and in which words it is kept. The rest comes once a
 * position is chosen. "Not a claim" is one press.
 */
export function AnswerForm({ sayable, draftKey: key, quoteId, onTake, onLeave }: Props) {
  const t = useWords()
  const { deeds, answers } = useDeeds()
  const id = useId()
  const whole = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Set by the reader's click alone: a form that comes back with a new view takes no focus.
  const isJustOpened = useRef(false)
  const draft = answers.get(key)
  const isOpen = draft !== undefined
  useEffect(() => {
    if (isOpen && isJustOpened.current) field.current?.focus()
    isJustOpened.current = false
  }, [isOpen])

  const change = (change: Partial<AnswerDraft>) =>
    draft &&
    !draft.isSaving &&
    deeds.dispatch({ do: 'answer/changed', key, draft: { ...draft, ...change, failure: null } })
  const pick = (position: Position) => {
    if (draft) return change({ position })
    isJustOpened.current = true
    deeds.dispatch({ do: 'answer/changed', key, draft: beginDraft({ ...sayable.first, position }) })
  }
  const cancel = () => {
    if (onLeave) onLeave()
    else whole.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    deeds.dispatch({ do: 'answer/changed', key, draft: null })
  }
  const keep = () => {
    if (!draft || draft.isSaving) return
    if (draft.statement.trim() === '') {
      deeds.dispatch({ do: 'answer/changed', key, draft: { ...draft, failure: 'empty' } })
      field.current?.focus()
      return
    }
    if (onTake) return onTake(draft)
    deeds.dispatch({ do: 'answer/changed', key, draft: { ...draft, isSaving: true, failure: null } })
    deeds.keepAnswer(key, toReaderClaims(sayable, draft, draft.dropped))
  }
  const reject = () =>
    deeds.rejectSentence(
      key,
      toReaderClaim(sayable, { ...sayable.first, position: sayable.first.position ?? 'unknown' }, true),
    )
  const isKeepKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey)

  return (
    <form
      ref={whole}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
      onKeyDown={event => {
        if (!draft || draft.isSaving) return
        if (isKeepKey(event)) keep()
        if (event.key !== 'Escape') return
        cancel()
        // It is the form that closes, and not the sidebar.
        event.stopPropagation()
      }}
    >
      <PositionChoice
        position={draft?.position ?? null}
        label={t('sidebar_articleSays')}
        quoteId={quoteId}
        onPick={pick}
      />
      {!onTake && (
        <button type="button" class="act" onClick={reject}>
          {t('sidebar_notAClaim')}
        </button>
      )}
      {draft && (
        <div class="answer-form">
          <AnswerFields
            answer={draft}
            isReadOnly={draft.isSaving}
            isStatementEmpty={draft.failure === 'empty'}
            stateId={`${id}-state`}
            statement={field}
            onChange={change}
          />
          {/* In the list of all that was read each answer stands by itself. */}
          {!onTake && (
            <AlsoAnswers
              others={othersBeside(sayable, draft)}
              dropped={draft.dropped}
              isReadOnly={draft.isSaving}
              onDrop={dropped => change({ dropped })}
            />
          )}
          <div id={`${id}-state`} role="status">
            {draft.failure ? (
              <p class="fault">
                {draft.failure === 'empty' ? t('sidebar_answerEmpty') : sayNotKept(t, draft.failure)}
              </p>
            ) : (
              !onTake && <p class="answer-note">{t('sidebar_answerNote')}</p>
            )}
          </div>
          <div class="answer-acts">
            <button type="submit" class="button is-main" aria-disabled={draft.isSaving}>
              {t(onTake ? 'sidebar_answerTake' : 'sidebar_keep')}
            </button>
            <button type="button" class="button" onClick={cancel} disabled={draft.isSaving}>
              {t('sidebar_cancel')}
            </button>
          </div>
        </div>
      )}
    </form>
  )
}
