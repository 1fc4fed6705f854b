import type { OfferedPlace } from '../../utils/model/highlight'
import { cutEnd, cutStart } from '../highlights/cut-text'
import { Icon } from '../shared/Icon'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

interface Props {
  /** Best first. */
  places: OfferedPlace[]
  onAttach: (place: OfferedPlace) => void
}

/** So much of what stands around tells one place from another, in letters. */
const shownAround = 90

/** Where a lost passage may have been. */
export function OfferedPlaces({ places, onAttach }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  if (places.length === 0) return null
  return (
    <ol class="places" aria-label={t('notes_places')}>
      {places.map(place => (
        <li key={place.span.start}>
          <p>
            <span class="around">{cutStart(place.prefix, shownAround)}</span>
            <b>{place.words}</b>
            <span class="around">{cutEnd(place.suffix, shownAround)}</span>
          </p>
          <div class="acts">
            <button type="button" class="act" onClick={() => onAttach(place)}>
              {t('notes_attachHere')}
            </button>
            <button type="button" class="act" onClick={() => deeds.showPlace(place)}>
              <Icon name="target" /> {t('sidebar_showOnPage')}
            </button>
          </div>
        </li>
      ))}
    </ol>
  )
}
