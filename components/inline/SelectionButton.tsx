import { useWords } from '../shared/words'
import type { Point } from './place-card'

interface Props {
  place: Point
  /** As the browser has it ("Alt+Shift+H"), or null where none is set. */
  shortcut: string | null
  onHighlight: () => void
}

/** The small button at a selection. */
export function SelectionButton({ place, shortcut, onHighlight }: Props) {
  const t = useWords()
  return (
    <button
      type="button"
      class="selection-button"
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      // The press must not take the selection away that it is about.
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
      onClick={onHighlight}
    >
      <span class="pen" aria-hidden="true" />
      {t('inline_highlight')}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  )
}
