import { useRef, useState } from 'preact/hooks'
import type { Failure, Result } from '../../utils/model/result'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { DossierCard } from './dossiers/DossierCard'
import { OwnQuestions } from './dossiers/OwnQuestions'
import { SelectionForm } from './dossiers/SelectionForm'
import type { DossiersActions, ViewProps } from './library-actions'
import { useLoaded } from './use-loaded'

/** What is on file, dossier by dossier: each on its own topic, with its own words to tell articles by. */
export function DossiersView({ actions, changes }: ViewProps<DossiersActions>) {
  const t = useWords()
  const { result: listed } = useLoaded(actions.listDossiers, changes)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  /** The list is told anew by the background (`changes`). */
  const after = async (step: Promise<Result<void>>, text: string) => {
    setSaid('')
    const done = await step
    setFailure(done.ok ? null : done.failure)
    if (!done.ok) return
    setSaid(text)
    // The button that was pressed is gone.
    list.current?.focus()
  }
  const fault = listed && !listed.ok ? listed.failure : failure
  const dossiers = listed?.ok ? listed.value : []
  return (
    <>
      {!listed && <p class="empty">{t('library_loading')}</p>}
      {fault && (
        <p role="alert" class="fault">
          {t(failureWords[fault.kind])}
        </p>
      )}
      <p role="status" class={said ? 'aside-note' : 'unseen'}>
        {said}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div ref={list} tabIndex={-1} role="group" class="dossier-list" aria-label={t('library_tabDossiers')}>
        {dossiers.map(dossier => (
          <DossierCard
            key={dossier.info.id}
            dossier={dossier}
            actions={actions}
            onRemove={() =>
              after(actions.removeDossier(dossier.info.id), t('dossiers_removed', dossier.info.title))
            }
          />
        ))}
      </div>
      {listed?.ok && dossiers.length === 0 && (
        <div class="empty">
          <h2>{t('dossiers_none')}</h2>
          <p>{t('dossiers_noneText')}</p>
          <p>
            <button type="button" class="button" onClick={() => after(actions.restoreDossiers(), '')}>
              {t('dossiers_restore')}
            </button>
          </p>
        </div>
      )}
      {listed?.ok && <OwnQuestions />}
      {dossiers.length > 0 && <SelectionForm dossiers={dossiers} actions={actions} />}
    </>
  )
}
