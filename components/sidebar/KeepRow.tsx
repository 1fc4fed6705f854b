import { useId, useRef } from 'preact/hooks'
import { CertaintyWord } from '../shared/CertaintyWord'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'
import { AnswerForm } from './AnswerForm'
import { useDeeds } from './deeds-context'
import type { Keepable } from './list-keepable'
import type { SentenceAnswer } from './sentence-answer'
import { beginDraft } from './sidebar-state'

interface Props {
  keepable: Keepable
  /** The question that the reader chose instead of the one it stands under. */
  otherQuestion: string | null
  isKept: boolean
  isAtFault: boolean
  isSaving: boolean
  onTick: (isKept: boolean) => void
  onEdit: (answer: SentenceAnswer) => void
}

/** One answer of the list: whether it is kept, what it says, and the way to say it otherwise. */
export function KeepRow({ keepable, otherQuestion, isKept, isAtFault, isSaving, onTick, onEdit }: Props) {
  const t = useWords()
  const { deeds, answers } = useDeeds()
  const id = useId()
  const edit = useRef<HTMLButtonElement>(null)
  const { key, sayable, certainty, answer, isEdited } = keepable
  const draftKey = `keep ${key}`
  const isEditing = answers.has(draftKey)
  const leave = () => edit.current?.focus()
  const shut = () => deeds.dispatch({ do: 'answer/changed', key: draftKey, draft: null })
  const { name } = answer.speaker
  return (
    <li class={`claim keep-row${isKept ? '' : ' is-left'}${isAtFault ? ' is-at-fault' : ''}`}>
      <input
        type="checkbox"
        id={`${id}-keep`}
        checked={isKept}
        disabled={isSaving}
        aria-describedby={`${id}-meta`}
        onChange={event => onTick(event.currentTarget.checked)}
      />
      <div>
        <p class="claim-meta" id={`${id}-meta`}>
          <PositionMark position={answer.position} />
          {isEdited ? (
            <span class="yours">{t('sidebar_keepEdited')}</span>
          ) : (
            <CertaintyWord certainty={certainty} />
          )}
          <span class="keep-speaker">{name.trim() || t('sidebar_answerOutlet')}</span>
        </p>
        {otherQuestion && <p class="aside-note">{t('sidebar_keepOtherQuestion', otherQuestion)}</p>}
        <label class="statement" id={`${id}-words`} for={`${id}-keep`}>
          {answer.statement}
        </label>
        <div class="acts">
          <button
            type="button"
            class="act"
            ref={edit}
            disabled={isSaving}
            aria-expanded={isEditing}
            onClick={() =>
              isEditing
                ? shut()
                : deeds.dispatch({
                    do: 'answer/changed',
                    key: draftKey,
                    draft: beginDraft(answer),
                  })
            }
          >
            {t('sidebar_keepEdit')}
          </button>
        </div>
        {isEditing && (
          <div class="correction">
            <AnswerForm
              sayable={sayable}
              draftKey={draftKey}
              quoteId={`${id}-words`}
              onLeave={leave}
              onTake={({ question, position, speaker, statement }) => {
                onEdit({ question, position, speaker, statement })
                leave()
                shut()
              }}
            />
          </div>
        )}
      </div>
    </li>
  )
}
