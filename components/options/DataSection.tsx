import { useRef, useState } from 'preact/hooks'
import type { Failure } from '../../utils/model/result'
import { Faults } from '../shared/Faults'
import { failureWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import type { SectionProps } from './section-props'

/** Far above any backup or dossier we know of (the starter has 0.5 MB), far below what hurts a browser. */
const largestFileBytes = 50_000_000

const inMegabytes = (bytes: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)

/** The reader's own: how safe it lies, out as a file, in from one. */
export function DataSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const file = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Failure | null>(null)

  const take = async (chosen: File): Promise<string> => {
    setRefused(null)
    if (chosen.size > largestFileBytes) return t('options_fileTooLarge', inMegabytes(largestFileBytes))
    const result = await actions.importFile(chosen)
    if (!result.ok) {
      setRefused(result.failure)
      return t('options_importFailed')
    }
    const { added, updated, unchanged, removed } = result.value.report
    return t('options_imported', added, updated, unchanged, removed)
  }
  return (
    <section>
      <h2>{t('options_data')}</h2>
      <div class="row">
        <div>
          <span>
            {data.usedBytes === null ? t('options_stored') : t('options_used', inMegabytes(data.usedBytes))}
          </span>
          <p>{t(data.isPersisted ? 'options_persisted' : 'options_notPersisted')}</p>
        </div>
        {!data.isPersisted && (
          <button
            type="button"
            onClick={() =>
              after(actions.persist().then(is => t(is ? 'options_persistGranted' : 'options_persistRefused')))
            }
          >
            {t('options_persist')}
          </button>
        )}
      </div>
      <div class="row">
        <div>
          <span>{t('options_backup')}</span>
          <p>{t('options_backupHint')}</p>
        </div>
        <button
          type="button"
          onClick={() =>
            after(actions.exportBackup().then(({ ok }) => t(ok ? 'options_exported' : 'options_notExported')))
          }
        >
          {t('options_export')}
        </button>
      </div>
      <div class="row">
        <div>
          <span>{t('options_import')}</span>
          <p>{t('options_importHint')}</p>
        </div>
        <button type="button" onClick={() => file.current?.click()}>
          {t('options_chooseFile')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t('options_import')}
          hidden
          onChange={event => {
            const [chosen] = event.currentTarget.files ?? []
            if (chosen) after(take(chosen))
          }}
          onClick={event => {
            event.currentTarget.value = ''
          }}
        />
      </div>
      {refused && (
        <div class="refused">
          <p>{t('options_importFailed')}</p>
          {refused.kind === 'bad-input' ? (
            <Faults detail={refused.detail} />
          ) : (
            <p>{t(failureWords[refused.kind])}</p>
          )}
        </div>
      )}
    </section>
  )
}
