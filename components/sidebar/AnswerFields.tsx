import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { type SpeakerKind, speakerKinds } from '../../utils/model/dossier'
import { asQuestionId } from '../../utils/model/ids'
import { limits } from '../../utils/model/limits'
import { type MessageKey, useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { mostUnits, renameSpeaker, type SentenceAnswer } from './sentence-answer'

const kindWords: Record<SpeakerKind, MessageKey> = {
  named: 'sidebar_kindNamed',
  anonymous: 'sidebar_kindAnonymous',
  institution: 'sidebar_kindInstitution',
  outlet: 'sidebar_kindOutlet',
}

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
        maxLength={mostUnits}
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
      <div class="answer-speaker">
        <input
          id={`${id}-speaker`}
          class="note"
          maxLength={limits.name}
          placeholder={t('sidebar_answerOutlet')}
          readOnly={isReadOnly}
          value={speaker.name}
          onInput={event => onChange({ speaker: renameSpeaker(speaker, event.currentTarget.value) })}
        />
        <select
          class="note"
          aria-label={t('sidebar_answerKind')}
          disabled={isReadOnly || speaker.name.trim() === ''}
          value={speaker.kind}
          onChange={({ currentTarget: { value } }) =>
            onChange({
              speaker: { ...speaker, kind: speakerKinds.find(kind => kind === value) ?? speaker.kind },
            })
          }
        >
          {speakerKinds.map(kind => (
            <option key={kind} value={kind}>
              {t(kindWords[kind])}
            </option>
          ))}
        </select>
      </div>
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
