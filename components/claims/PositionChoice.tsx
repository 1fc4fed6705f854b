import { useId } from 'preact/hooks'
import { type Position, positions } from '../../utils/model/dossier'
import { positionWords } from '../shared/model-words'
import { PositionShape } from '../shared/PositionMark'
import { useWords } from '../shared/words'

interface Props {
  position: Position | null
  /** "This article says". */
  label: string
  /** The element that has the sentence's words, and where something is wrong with the choice the one that says so. */
  quoteId: string
  isInvalid?: boolean
  onPick: (position: Position) => void
}

/** What it says: four buttons, of which at most one is pressed. */
export function PositionChoice({ position, label, quoteId, isInvalid = false, onPick }: Props) {
  const t = useWords()
  const id = useId()
  return (
    <fieldset
      class={isInvalid ? 'answer is-invalid' : 'answer'}
      aria-labelledby={id}
      aria-describedby={quoteId}
    >
      <span class="answer-label" id={id}>
        {label}
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
