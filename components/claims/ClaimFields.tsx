import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ClaimDraft } from '../../utils/model/claim-draft'
import { type EntryField, longestStatement } from '../../utils/model/claim-entry'
import { limits } from '../../utils/model/limits'
import { type MessageKey, useWords } from '../shared/words'
import { PositionChoice } from './PositionChoice'
import { QuestionSelect } from './QuestionSelect'
import { SpeakerFields } from './SpeakerFields'

interface Props {
  draft: ClaimDraft
  /** The element that has the words it is made of. */
  quoteId: string
  isReadOnly: boolean
  /** What is wrong with a field, in words; null where nothing is. */
  faultOf: (field: EntryField) => string | null
  onChange: (change: Partial<ClaimDraft>) => void
  /** Stands under the questions. */
  newQuestion: ComponentChildren
}

/** The fields of a claim, each with what is wrong with it under it. */
export function ClaimFields({ draft, quoteId, isReadOnly, faultOf, onChange, newQuestion }: Props) {
  const t = useWords()
  const id = useId()
  const { statement, speaker, chain, about, subject, asked, position, proposal } = draft
  const idOf = (field: EntryField) => `${id}-${field}`
  const label = (field: EntryField, text: MessageKey) => (
    <label class="note-label" for={idOf(field)}>
      {t(text)}
    </label>
  )
  const hintId = (field: EntryField) => `${idOf(field)}-says`
  const hint = (field: EntryField, text?: MessageKey) => {
    const fault = faultOf(field)
    if (!fault && !text) return null
    return (
      <p id={hintId(field)} class={fault ? 'fault' : 'answer-note'}>
        {fault ?? (text && t(text))}
      </p>
    )
  }
  const field = (name: EntryField) => ({
    id: idOf(name),
    class: 'note',
    readOnly: isReadOnly,
    'aria-invalid': faultOf(name) !== null,
    'aria-describedby': hintId(name),
  })
  return (
    <>
      {label('statement', 'sidebar_answerLabel')}
      <textarea
        {...field('statement')}
        rows={3}
        maxLength={longestStatement}
        required
        value={statement}
        onInput={event => onChange({ statement: event.currentTarget.value })}
      />
      {hint('statement')}
      {label('question', 'sidebar_answerQuestion')}
      <QuestionSelect
        id={idOf('question')}
        offered={proposal.offered}
        asked={asked}
        isReadOnly={isReadOnly}
        isInvalid={faultOf('question') !== null}
        describedBy={hintId('question')}
        onPick={picked => onChange({ asked: picked })}
      />
      {hint('question')}
      {newQuestion}
      <PositionChoice
        position={position}
        label={t('claim_says')}
        quoteId={faultOf('position') ? hintId('position') : quoteId}
        isInvalid={faultOf('position') !== null}
        onPick={picked => onChange({ position: picked })}
      />
      {hint('position')}
      {label('speaker', 'sidebar_answerSpeaker')}
      <SpeakerFields
        id={idOf('speaker')}
        speaker={speaker}
        isReadOnly={isReadOnly}
        isInvalid={faultOf('speaker') !== null}
        describedBy={hintId('speaker')}
        onChange={changed => onChange({ speaker: changed })}
      />
      {hint('speaker')}
      {speaker.name.trim() !== '' && (
        <>
          {label('chain', 'claim_chain')}
          <textarea
            {...field('chain')}
            rows={2}
            value={chain}
            onInput={event => onChange({ chain: event.currentTarget.value })}
          />
          {hint('chain', 'claim_chainHint')}
        </>
      )}
      {label('about', 'claim_about')}
      <input
        {...field('about')}
        maxLength={limits.token}
        value={about}
        spellcheck={false}
        onInput={event => onChange({ about: event.currentTarget.value })}
      />
      {hint('about', 'claim_aboutHint')}
      {label('subject', 'claim_subject')}
      <input
        {...field('subject')}
        maxLength={limits.name}
        required
        value={subject}
        onInput={event => onChange({ subject: event.currentTarget.value })}
      />
      {hint('subject')}
    </>
  )
}
