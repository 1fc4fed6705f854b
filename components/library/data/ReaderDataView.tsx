import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Result } from '../../../utils/model/result'
import { failureWords } from '../../shared/model-words'
import { useSaid } from '../../shared/use-said'
import { useWords } from '../../shared/words'
import type { ViewProps } from '../library-actions'
import { BackupPart } from './BackupPart'
import { DeletePart } from './DeletePart'
import type { DataActions, DataState } from './data-actions'
import { RollingPart } from './RollingPart'
import { StoragePart } from './StoragePart'

interface Props extends ViewProps<DataActions> {
  /** Leads to the dossiers. */
  showDossiers: () => void
  /** Opens the dialog by which files are taken in. */
  chooseFiles: () => void
}

/** The reader's own as a whole: out as a file, in from one, how safe it lies, and the way to be rid of it. */
export function ReaderDataView({ actions, changes, showDossiers, chooseFiles }: Props) {
  const t = useWords()
  const [shown, setShown] = useState<Result<DataState> | null>(null)
  const load = useCallback(async () => setShown(await actions.load()), [actions])
  useEffect(() => {
    load()
  }, [load, changes])
  const [said, after] = useSaid(load)

  return (
    <div class="data-view">
      {!shown && <p class="empty">{t('library_loading')}</p>}
      {shown && !shown.ok && (
        <div role="alert">
          <p class="fault">{t(failureWords[shown.failure.kind])}</p>
          <button type="button" class="button" onClick={load}>
            {t('options_tryAgain')}
          </button>
        </div>
      )}
      {shown?.ok && (
        <>
          <BackupPart data={shown.value} actions={actions} showDossiers={showDossiers} />
          <RollingPart data={shown.value} actions={actions} after={after} />
          <section aria-labelledby="data-in">
            <h2 id="data-in">{t('data_in')}</h2>
            <div class="row">
              <p>{t('options_importHint')}</p>
              <button type="button" class="button" onClick={chooseFiles}>
                {t('arrivals_choose')}
              </button>
            </div>
          </section>
          <StoragePart data={shown.value} actions={actions} after={after} />
          <DeletePart data={shown.value} actions={actions} after={after} />
        </>
      )}
      <p role="status" class={said ? 'said is-sentence' : 'unseen'}>
        {said}
      </p>
    </div>
  )
}
