import { sayMoment } from '../../highlights/say-when'
import { useWords, withCount } from '../../shared/words'
import { FileSaveState, useFileSave } from '../use-file-save'
import type { PartProps } from './data-actions'

interface Props extends Pick<PartProps, 'data' | 'actions'> {
  /** Leads to the dossiers, which are files of their own. */
  showDossiers: () => void
}

/** Everything that is the reader's own as one file. */
export function BackupPart({ data, actions, showDossiers }: Props) {
  const t = useWords()
  const { state, save, stop } = useFileSave()
  const { plan, highlights, claims } = data
  return (
    <section aria-labelledby="data-backup">
      <h2 id="data-backup">{t('data_backup')}</h2>
      <div class="row">
        <div>
          <span>{t('data_whole')}</span>
          <p>{t('data_wholeHint')}</p>
          <p>
            {withCount(t, 'library_highlights', highlights)}, {withCount(t, 'library_claims', claims)}
            {' · '}
            {plan.savedMs === null ? t('data_neverSaved') : t('data_lastSaved', sayMoment(plan.savedMs))}
          </p>
          <p class="row-acts">
            <FileSaveState state={state} stop={stop} />
          </p>
        </div>
        <button
          type="button"
          class="button is-main"
          disabled={state.is === 'writing'}
          onClick={() => save(actions.saveBackup)}
        >
          {t('data_save')}
        </button>
      </div>
      <div class="row">
        <p>{t('data_dossiersHint')}</p>
        <button type="button" class="button" onClick={showDossiers}>
          {t('library_tabDossiers')}
        </button>
      </div>
    </section>
  )
}
