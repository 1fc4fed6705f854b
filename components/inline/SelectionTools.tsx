import { useWords } from '../shared/words'
import type { Point } from './place-card'

interface Props {
  place: Point
  /** For a highlight, as the browser has it ("Alt+Shift+H"), or null where none is set. */
  shortcut: string | null
  onHighlight: () => void
  onCompare: () => void
}

/** What can be done with a selection, beside it. */
export function SelectionTools({ place, shortcut, onHighlight, onCompare }: Props) {
  const t = useWords()
  // The press must not take the selection away that it is about.
  const keep = (event: Event) => event.preventDefault()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      class="selection-tools"
      role="group"
      aria-label={t('inline_selection')}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      onPointerDown={keep}
      onMouseDown={keep}
    >
      <button type="button" onClick={onHighlight}>
        <span class="pen" aria-hidden="true" />
        {t('inline_highlight')}
        {shortcut && <kbd>{shortcut}</kbd>}
      </button>
      <button type="button" onClick={onCompare}>
        {t('inline_askOnFile')}
      </button>
    </div>
  )
}
