import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { longestStatement } from '../../utils/model/claim-entry'
import { asQuestionId } from '../../utils/model/ids'
import { SpeakerFields } from '../claims/SpeakerFields'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import type { SentenceAnswer } from './sentence-answer'

interface Props {
  answer: SentenceAnswer
  isReadOnly: boolean
  isStatementEmpty: boolean
  /** The element that says how it stands. */
  stateId: string
  statement: RefObject<HTMLTextAreaElement | null>
  onChange: (change: Partial<SentenceAnswer>) => void
}

/** What a sentence says, in which words, who says it and to which question. */
export function AnswerFields({ answer, isReadOnly, isStatementEmpty, stateId, statement, onChange }: Props) {
  const t = useWords()
  const { askable } = useDeeds()
  const id = useId()
  const { speaker, question } = answer
  const groups = [...Map.groupBy(askable, ({ group }) => group)]
  return (
    <>
      <label class="note-label" for={`${id}-words`}>
        {t('sidebar_answerLabel')}
      </label>
      <textarea
        id={`${id}-words`}
        class="note"
        ref={statement}
        rows={3}
        maxLength={longestStatement}
        required
        readOnly={isReadOnly}
        value={answer.statement}
        aria-invalid={isStatementEmpty}
        aria-describedby={stateId}
        onInput={event => onChange({ statement: event.currentTarget.value })}
      />
      <label class="note-label" for={`${id}-speaker`}>
        {t('sidebar_answerSpeaker')}
      </label>
      <SpeakerFields
        id={`${id}-speaker`}
        speaker={speaker}
        isReadOnly={isReadOnly}
        onChange={changed => onChange({ speaker: changed })}
      />
      <label class="note-label" for={`${id}-question`}>
        {t('sidebar_answerQuestion')}
      </label>
      <select
        id={`${id}-question`}
        class="note"
        disabled={isReadOnly}
        value={question}
        onChange={event => onChange({ question: asQuestionId(event.currentTarget.value) })}
      >
        {groups.map(([group, questions]) => (
          <optgroup key={group} label={group}>
            {questions.map(({ id: value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}
