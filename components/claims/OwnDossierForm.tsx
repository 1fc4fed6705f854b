import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { DossierId, QuestionId } from '../../utils/model/ids'
import { limits } from '../../utils/model/limits'
import { listLines } from '../../utils/model/list-lines'
import type { OwnDossierEntry, SavedDossier } from '../../utils/model/own-dossier'
import type { Failure, Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'

interface Props {
  /** What is changed; absent for a new one. */
  dossier?: { id: DossierId; title: string; terms: string[]; questions: { id: QuestionId; text: string }[] }
  onSave: (entry: OwnDossierEntry) => Promise<Result<SavedDossier>>
  /** It was saved, or left. */
  onEnd: () => void
}

/** A dossier of the reader's own: what it is called, what it asks, and the words by which articles on it are told. */
export function OwnDossierForm({ dossier, onSave, onEnd }: Props) {
  const t = useWords()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState(dossier?.title ?? '')
  const [terms, setTerms] = useState(dossier?.terms.join('\n') ?? '')
  const [questions, setQuestions] = useState<{ id: QuestionId | null; text: string }[]>(
    dossier?.questions ?? [{ id: null, text: '' }],
  )
  const [isSaving, setSaving] = useState(false)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Failure | null>(null)
  const added = useRef<HTMLInputElement>(null)
  const [focusAt, setFocusAt] = useState(-1)
  useEffect(() => first.current?.focus(), [])
  useEffect(() => {
    if (focusAt >= 0) added.current?.focus()
  }, [focusAt])

  const asked = questions.filter(({ text }) => text.trim() !== '')
  const save = async () => {
    if (isSaving) return
    const lacks = new Set([
      ...(title.trim() === '' ? ['title'] : []),
      ...(asked.length === 0 ? ['questions'] : []),
    ])
    setMissing(lacks)
    setFailure(null)
    if (lacks.size > 0) return
    setSaving(true)
    const saved = await onSave({ id: dossier?.id ?? null, title, terms: listLines(terms), questions: asked })
    setSaving(false)
    if (saved.ok) onEnd()
    else setFailure(saved.failure)
  }
  const fault = (name: string, text: string) =>
    missing.has(name) && (
      <p class="fault" id={`${id}-${name}-says`}>
        {text}
      </p>
    )
  return (
    <form
      class="own-dossier claim-form"
      noValidate
      aria-labelledby={`${id}-head`}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <h3 id={`${id}-head`}>{t(dossier ? 'own_editHead' : 'own_newHead')}</h3>
      <p class="answer-note">{t('own_note')}</p>
      <label class="note-label" for={`${id}-title`}>
        {t('own_title')}
      </label>
      <input
        id={`${id}-title`}
        class="note"
        ref={first}
        maxLength={limits.name}
        value={title}
        readOnly={isSaving}
        aria-invalid={missing.has('title')}
        aria-describedby={`${id}-title-says`}
        onInput={event => setTitle(event.currentTarget.value)}
      />
      {fault('title', t('own_noTitle'))}
      {questions.map((question, index) => (
        // A question keeps its place: they are only added and left empty.
        <div key={question.id ?? `new ${index}`} class="own-question">
          <label class="note-label" for={`${id}-question-${index}`}>
            {t('own_question', index + 1)}
          </label>
          <input
            id={`${id}-question-${index}`}
            class="note"
            ref={index === questions.length - 1 ? added : null}
            maxLength={limits.name}
            value={question.text}
            readOnly={isSaving}
            aria-invalid={missing.has('questions')}
            aria-describedby={`${id}-questions-says`}
            onInput={({ currentTarget: { value } }) =>
              setQuestions(questions.map((each, at) => (at === index ? { ...each, text: value } : each)))
            }
          />
        </div>
      ))}
      {fault('questions', t('own_noQuestion'))}
      <button
        type="button"
        class="act"
        disabled={isSaving}
        onClick={() => {
          setQuestions([...questions, { id: null, text: '' }])
          setFocusAt(questions.length)
        }}
      >
        {t('own_addQuestion')}
      </button>
      <label class="note-label" for={`${id}-terms`}>
        {t('own_terms')}
      </label>
      <textarea
        id={`${id}-terms`}
        class="note"
        rows={2}
        value={terms}
        readOnly={isSaving}
        aria-describedby={`${id}-terms-says`}
        onInput={event => setTerms(event.currentTarget.value)}
      />
      <p class="answer-note" id={`${id}-terms-says`}>
        {t('own_termsHint')}
      </p>
      <div role="status">
        {failure && (
          <p class="fault">
            {t(
              'sidebar_answerNotKept',
              t(
                failure.kind === 'bad-input' && failure.detail.startsWith('questions: claims')
                  ? 'own_answered'
                  : failureWords[failure.kind],
              ),
            )}
          </p>
        )}
      </div>
      <div class="answer-acts">
        <button type="submit" class="button is-main" aria-disabled={isSaving}>
          {t('own_save')}
        </button>
        <button type="button" class="button" disabled={isSaving} onClick={onEnd}>
          {t('sidebar_cancel')}
        </button>
      </div>
    </form>
  )
}
