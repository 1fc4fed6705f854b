import { ArrivalList } from '../arrivals/ArrivalList'
import { FileChooser } from '../arrivals/FileChooser'
import { useArrivals } from '../arrivals/use-arrivals'
import { useWords } from '../shared/words'
import type { SectionProps } from './section-props'

/** The way to the reader's own as a whole, which stands in the library; and in from a file. */
export function DataSection({ actions }: Pick<SectionProps, 'actions'>) {
  const t = useWords()
  const arrivals = useArrivals(actions.arrivals)
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
      <div class="row">
        <div>
          <span>{t('options_import')}</span>
          <p>{t('options_importHint')}</p>
        </div>
        <FileChooser arrivals={arrivals} />
      </div>
      <ArrivalList arrivals={arrivals} />
    </section>
  )
}
