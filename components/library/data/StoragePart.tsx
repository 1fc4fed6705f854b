import { findFilling, warnedShare } from '../../../utils/model/care'
import { useWords } from '../../shared/words'
import type { PartProps } from './data-actions'

const scaled = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

/** "1.25 MB", "78.7 GB". */
const sayBytes = (bytes: number): string =>
  bytes < 1_000_000_000
    ? `${scaled.format(bytes / 1_000_000)} MB`
    : `${scaled.format(bytes / 1_000_000_000)} GB`

/** How much is used, of how much, and whether the browser promised to keep it. */
export function StoragePart({ data, actions, after }: PartProps) {
  const t = useWords()
  const { isPersisted, storage } = data
  const { usedBytes, quotaBytes } = storage
  const filling = findFilling(storage)
  const isKnown = usedBytes !== null && quotaBytes !== null
  return (
    <section aria-labelledby="data-storage">
      <h2 id="data-storage">{t('data_storage')}</h2>
      <div class="row">
        <div class="file-bar-text">
          <span>
            {isKnown ? t('data_used', sayBytes(usedBytes), sayBytes(quotaBytes)) : t('data_usedUnknown')}
          </span>
          {isKnown && (
            <meter
              class="storage-meter"
              min={0}
              max={quotaBytes}
              high={quotaBytes * warnedShare}
              value={usedBytes}
              aria-label={t('data_storage')}
            />
          )}
          {filling !== null && (
            <p class="fault" role="alert">
              {t('data_filling', filling)}
            </p>
          )}
        </div>
      </div>
      <div class="row">
        <p>{t(isPersisted ? 'options_persisted' : 'options_notPersisted')}</p>
        {!isPersisted && (
          <button
            type="button"
            class="button"
            onClick={() =>
              after(actions.persist().then(is => t(is ? 'options_persistGranted' : 'options_persistRefused')))
            }
          >
            {t('options_persist')}
          </button>
        )}
      </div>
    </section>
  )
}
