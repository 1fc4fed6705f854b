import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { DossierOnFile } from '../../../utils/model/dossier-on-file'
import { isOwnDossier } from '../../../utils/model/own-dossier'
import { useClaimsHere } from '../../claims/claims-context'
import { OwnDossierForm } from '../../claims/OwnDossierForm'
import { DossierFacts } from '../../shared/DossierFacts'
import { useWords, withCount } from '../../shared/words'
import type { DossiersActions } from '../library-actions'
import { FileSaveState, useFileSave } from '../use-file-save'

interface Props {
  dossier: DossierOnFile
  actions: Pick<DossiersActions, 'saveDossier'>
  onRemove: () => void
}

/** One dossier: what it is about, how its articles are told, its questions; out as a file, and off file. */
export function DossierCard({ dossier, actions, onRemove }: Props) {
  const t = useWords()
  const id = useId()
  const { info, summary, terms, questions, ownClaims } = dossier
  const { state, save, stop } = useFileSave()
  const { deeds } = useClaimsHere()
  const [isChanging, setChanging] = useState(false)
  const changer = useRef<HTMLButtonElement>(null)
  const [asks, setAsks] = useState(false)
  const no = useRef<HTMLButtonElement>(null)
  const remove = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asks) no.current?.focus()
  }, [asks])
  const keep = () => {
    setAsks(false)
    remove.current?.focus()
  }
  const saveIt = () => void save(watch => actions.saveDossier(info.id, watch))
  return (
    <article class="card dossier-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{info.title}</h2>
      {summary && <p>{summary}</p>}
      <div class="dossier-facts">
        <DossierFacts dossier={info} />
        {ownClaims > 0 && <p>{withCount(t, 'dossiers_ownClaims', ownClaims)}</p>}
      </div>
      {terms.length > 0 ? (
        <details class="dossier-fold">
          <summary>{t('dossiers_terms')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
          <ul class="dossier-terms" tabIndex={0} aria-label={t('dossiers_terms')}>
            {terms.map(term => (
              <li key={term}>{term}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p class="aside-note">{t('dossiers_noTerms')}</p>
      )}
      <details class="dossier-fold">
        <summary>{withCount(t, 'dossiers_questions', questions.length)}</summary>
        <ol class="dossier-questions">
          {questions.map(question => (
            <li key={question.id}>{question.text}</li>
          ))}
        </ol>
      </details>
      <div class="dossier-acts">
        {isOwnDossier(info.id) && (
          <button
            type="button"
            class="act"
            ref={changer}
            aria-expanded={isChanging}
            onClick={() => setChanging(!isChanging)}
          >
            {t('own_change')}
          </button>
        )}
        <button type="button" class="act" aria-label={t('dossiers_saveOf', info.title)} onClick={saveIt}>
          {t('dossiers_save')}
        </button>
        <button
          type="button"
          class="act"
          ref={remove}
          aria-label={t('dossiers_removeOf', info.title)}
          aria-expanded={asks}
          onClick={() => setAsks(!asks)}
        >
          {t('dossiers_remove')}
        </button>
        <FileSaveState state={state} stop={stop} />
      </div>
      {isChanging && (
        <OwnDossierForm
          dossier={{ id: info.id, title: info.title, terms, questions }}
          onSave={deeds.saveOwnDossier}
          onEnd={() => {
            setChanging(false)
            changer.current?.focus()
          }}
        />
      )}
      {asks && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
        <div
          class="dossier-ask"
          role="group"
          aria-labelledby={`${id}-ask`}
          onKeyDown={event => event.key === 'Escape' && keep()}
        >
          <p id={`${id}-ask`}>{t('dossiers_removeAsk', info.title)}</p>
          <button type="button" class="button" ref={no} onClick={keep}>
            {t('dossiers_keep')}
          </button>
          <button type="button" class="button" onClick={saveIt}>
            {t('dossiers_save')}
          </button>
          <button type="button" class="button is-grave" onClick={onRemove}>
            {t('dossiers_removeNow')}
          </button>
        </div>
      )}
    </article>
  )
}
