import type { Surroundings } from '../../utils/model/highlight'
import { useWords } from '../shared/words'
import { Differing } from './Differing'
import { Fold } from './Fold'
import { isDiffering } from './split-differing'

interface Props {
  saved: Surroundings
  present: Surroundings
}

/** Other words stand around a passage than were saved with it: which, on demand. */
export function AroundFold({ saved, present }: Props) {
  const t = useWords()
  return (
    <Fold label={t('notes_aroundChanged')}>
      {isDiffering(saved.prefix, present.prefix) && (
        <>
          <p class="aside-note">{t('notes_before')}</p>
          <Differing label={t('notes_before')} saved={saved.prefix} present={present.prefix} />
        </>
      )}
      {isDiffering(saved.suffix, present.suffix) && (
        <>
          <p class="aside-note">{t('notes_behind')}</p>
          <Differing label={t('notes_behind')} saved={saved.suffix} present={present.suffix} />
        </>
      )}
    </Fold>
  )
}
