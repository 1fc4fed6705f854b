import { useId, useState } from 'preact/hooks'
import type { DossierOnFile } from '../../../utils/model/dossier-on-file'
import type { DossierId, QuestionId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { Icon } from '../../shared/Icon'
import { type MessageKey, useWords } from '../../shared/words'
import type { DossiersActions } from '../library-actions'
import { FileSaveState, useFileSave } from '../use-file-save'

interface Props {
  dossiers: readonly DossierOnFile[]
  actions: Pick<DossiersActions, 'saveSelection'>
}

/** A question of a dossier as one text; ids have no line break. */
const keyOf = (dossier: DossierId, question: QuestionId): string => `${dossier}\n${question}`

/** Questions of any dossiers, whose claims leave as a dossier of their own. */
export function SelectionForm({ dossiers, actions }: Props) {
  const t = useWords()
  const id = useId()
  const [title, setTitle] = useState('')
  const [compiledBy, setCompiledBy] = useState('')
  const [from, setFrom] = useState({ dossiers: true, reader: true })
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<MessageKey | null>(null)
  const { state, save, stop } = useFileSave()

  const pick = (keys: readonly string[], isPicked: boolean) =>
    setPicked(now => new Set(isPicked ? [...now, ...keys] : [...now].filter(key => !keys.includes(key))))
  const questions = dossiers.flatMap(({ info, questions: asked }) =>
    asked
      .filter(question => picked.has(keyOf(info.id, question.id)))
      .map(question => ({ dossier: info.id, question: question.id })),
  )
  const submit = (event: Event) => {
    event.preventDefault()
    const found: MessageKey | null =
      title.trim() === ''
        ? 'dossiers_needsTitle'
        : questions.length === 0
          ? 'dossiers_needsQuestions'
          : from.dossiers || from.reader
            ? null
            : 'dossiers_needsFrom'
    setFault(found)
    if (found === 'dossiers_needsTitle') document.getElementById(`${id}-title`)?.focus()
    if (found) return
    void save(watch => actions.saveSelection({ title, compiledBy, questions, from, claims: null }, watch))
  }
  return (
    <details class="fold">
      <summary>
        <Icon name="open" /> {t('dossiers_select')}
      </summary>
      <form class="selection-form" noValidate onSubmit={submit}>
        <p class="aside-note">{t('dossiers_selectText')}</p>
        <label>
          {t('dossiers_title')}
          <input
            id={`${id}-title`}
            type="text"
            required
            value={title}
            maxLength={limits.name}
            aria-invalid={fault === 'dossiers_needsTitle'}
            onInput={({ currentTarget: { value } }) => setTitle(value)}
          />
        </label>
        <label>
          {t('dossiers_compiledBy')}
          <input
            type="text"
            value={compiledBy}
            maxLength={limits.name}
            onInput={({ currentTarget: { value } }) => setCompiledBy(value)}
          />
        </label>
        <fieldset>
          <legend>{t('dossiers_from')}</legend>
          {(['dossiers', 'reader'] as const).map(each => (
            <label key={each}>
              <input
                type="checkbox"
                checked={from[each]}
                onChange={({ currentTarget: { checked } }) => setFrom({ ...from, [each]: checked })}
              />
              {t(each === 'dossiers' ? 'dossiers_fromDossiers' : 'dossiers_fromReader')}
            </label>
          ))}
        </fieldset>
        {dossiers.map(({ info, questions: asked }) => {
          const keys = asked.map(question => keyOf(info.id, question.id))
          const count = keys.filter(key => picked.has(key)).length
          return (
            <fieldset key={info.id}>
              <legend>{info.title}</legend>
              <label>
                <input
                  type="checkbox"
                  checked={count > 0 && count === keys.length}
                  ref={box => {
                    if (box) box.indeterminate = count > 0 && count < keys.length
                  }}
                  onChange={({ currentTarget: { checked } }) => pick(keys, checked)}
                />
                <b>{t('dossiers_allOf', info.title)}</b>
              </label>
              <div class="selection-questions">
                {asked.map(question => (
                  <label key={question.id}>
                    <input
                      type="checkbox"
                      checked={picked.has(keyOf(info.id, question.id))}
                      onChange={({ currentTarget: { checked } }) =>
                        pick([keyOf(info.id, question.id)], checked)
                      }
                    />
                    {question.text}
                  </label>
                ))}
              </div>
            </fieldset>
          )
        })}
        <p role="alert" class={fault ? 'fault' : 'unseen'}>
          {fault && t(fault)}
        </p>
        <p class="dossier-acts">
          <button type="submit" class="button is-main">
            {t('dossiers_selectSave')}
          </button>
          <FileSaveState state={state} stop={stop} />
        </p>
      </form>
    </details>
  )
}
