import { useEffect, useRef, useState } from 'preact/hooks'
import { failureWords } from '../../shared/model-words'
import { useWords } from '../../shared/words'
import { FileSaveState, useFileSave } from '../use-file-save'
import type { PartProps } from './data-actions'

/** Deletes everything, in two steps: between them stand what goes and the last offer to save it. */
export function DeletePart({ actions, after }: PartProps) {
  const t = useWords()
  const [isAsking, setAsking] = useState(false)
  const [isDeleting, setDeleting] = useState(false)
  const { state, save, stop } = useFileSave()
  const isSaving = state.is === 'writing'
  const question = useRef<HTMLHeadingElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) question.current?.focus()
  }, [isAsking])
  const leave = () => {
    stop()
    setAsking(false)
    first.current?.focus()
  }
  const erase = () => {
    setDeleting(true)
    return after(
      actions.deleteEverything().then(done => {
        setDeleting(false)
        if (done.ok) setAsking(false)
        return t(done.ok ? 'data_deleted' : failureWords[done.failure.kind])
      }),
    )
  }
  return (
    <section aria-labelledby="data-delete">
      <h2 id="data-delete">{t('data_delete')}</h2>
      <div class="row">
        <p>{t('data_deleteHint')}</p>
        <button
          type="button"
          class="button"
          ref={first}
          aria-expanded={isAsking}
          disabled={isDeleting}
          onClick={() => setAsking(true)}
        >
          {t('data_deleteAsk')}
        </button>
      </div>
      {isAsking && (
        <fieldset
          class="refused"
          aria-labelledby="data-delete-sure"
          onKeyDown={event => {
            if (event.key === 'Escape' && !isDeleting) leave()
          }}
        >
          <h3 id="data-delete-sure" tabIndex={-1} ref={question}>
            {t('data_deleteSure')}
          </h3>
          <p>{t('data_deleteWhat')}</p>
          <p>{t('data_deleteStays')}</p>
          <span class="row-acts">
            <button
              type="button"
              class="button is-main"
              disabled={isSaving || isDeleting}
              onClick={() => save(actions.saveBackup)}
            >
              {t('data_saveFirst')}
            </button>
            <button type="button" class="button is-final" disabled={isSaving || isDeleting} onClick={erase}>
              {t(isDeleting ? 'data_deleting' : 'data_deleteNow')}
            </button>
            <button type="button" class="button" disabled={isDeleting} onClick={leave}>
              {t('data_keep')}
            </button>
          </span>
          <p class="row-acts">
            <FileSaveState state={state} stop={stop} />
          </p>
        </fieldset>
      )}
    </section>
  )
}
