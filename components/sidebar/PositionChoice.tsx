import { useId } from 'preact/hooks'
import { type Position, positions } from '../../utils/model/dossier'
import { positionWords } from '../shared/model-words'
import { PositionShape } from '../shared/PositionMark'
import { useWords } from '../shared/words'

interface Props {
  position: Position | null
  /** The element that has the sentence's words. */
  quoteId: string
  onPick: (position: Position) => void
}

/** "This article says": four buttons, of which at most one is pressed. */
export function PositionChoice({ position, quoteId, onPick }: Props) {
  const t = useWords()
  const id = useId()
  return (
    <fieldset class="answer" aria-labelledby={id} aria-describedby={quoteId}>
      <span class="answer-label" id={id}>
        {t('sidebar_articleSays')}
      </span>
      {positions.map(each => (
        <button
          type="button"
          class="answer-choice"
          key={each}
          aria-pressed={position === each}
          onClick={() => onPick(each)}
        >
          <PositionShape position={each} />{' '}
          {t(each === 'unknown' ? 'sidebar_answerOpen' : positionWords[each])}
        </button>
      ))}
    </fieldset>
  )
}
