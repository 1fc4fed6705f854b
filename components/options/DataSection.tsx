import { useWords } from '../shared/words'
import { ImportRow } from './ImportRow'
import type { SectionProps } from './section-props'

/** The way to the reader's own as a whole, which stands in the library; and in from a file. */
export function DataSection({ actions, after }: SectionProps) {
  const t = useWords()
  return (
    <section>
      <h2>{t('options_data')}</h2>
      <div class="row">
        <div>
          <span>{t('options_backup')}</span>
          <p>{t('options_backupHint')}</p>
        </div>
        <button type="button" onClick={actions.showData}>
          {t('options_openData')}
        </button>
      </div>
      <ImportRow actions={actions} after={after} />
    </section>
  )
}
