import { useWords } from '../shared/words'
import { ImportRow } from './ImportRow'
import type { SectionProps } from './section-props'

const inMegabytes = (bytes: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)

/** The reader's own: how safe it lies, out as a file, in from one. */
export function DataSection({ data, actions, after }: SectionProps) {
  const t = useWords()
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
      <ImportRow actions={actions} after={after} />
    </section>
  )
}
