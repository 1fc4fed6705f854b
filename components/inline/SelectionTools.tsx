import { useRef, useState } from 'preact/hooks'
import { type HighlightColour, highlightColours } from '../../utils/model/highlight'
import type { HighlightLook } from '../../utils/model/settings'
import { nameColour } from '../shared/model-words'
import { Swatch } from '../shared/Swatch'
import { useWords } from '../shared/words'
import type { Point } from './place-card'
import { stepFocus } from './step-focus'

interface Props {
  place: Point
  /** For a highlight, as the browser has it ("Alt+Shift+H"), or null where none is set. */
  shortcut: string | null
  /** Null where it is not known yet. */
  look: HighlightLook | null
  /** Null: in the colour used last. */
  onHighlight: (colour: HighlightColour | null) => void
  onNote: () => void
  onCompare: () => void
  onMakeClaim: () => void
}

/** What can be done with a selection, beside it: one stop of the Tab key, the arrow keys go from button to button. */
export function SelectionTools({
  place,
  shortcut,
  look,
  onHighlight,
  onNote,
  onCompare,
  onMakeClaim,
}: Props) {
  const t = useWords()
  // The press must not take the selection away that it is about.
  const keep = (event: Event) => event.preventDefault()
  const tools = useRef<HTMLDivElement>(null)
  /** The button that Tab comes to: where the reader was last. */
  const [stop, setStop] = useState('highlight')
  const stopAt = (name: string) => ({
    tabIndex: name === stop ? 0 : -1,
    onFocus: () => setStop(name),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // With Shift they are the selection's.
    if (event.shiftKey || !tools.current || !stepFocus(tools.current, event.key, 'button')) return
    // What the toolbar took is not the page's.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      class="selection-tools"
      role="toolbar"
      tabIndex={-1}
      ref={tools}
      onKeyDown={onKeyDown}
      aria-label={t('inline_selection')}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      onPointerDown={keep}
      onMouseDown={keep}
    >
      <button type="button" {...stopAt('highlight')} onClick={() => onHighlight(null)}>
        {look && <Swatch colour={look.colour} />}
        {t('inline_highlight')}
        {shortcut && <kbd>{shortcut}</kbd>}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div class="colours" role="group" aria-label={t('inline_highlightIn')}>
        {highlightColours.map(colour => {
          const name = nameColour(t, colour, look?.colourNames)
          return (
            <button
              type="button"
              key={colour}
              {...stopAt(colour)}
              class={colour === look?.colour ? 'is-last' : undefined}
              aria-label={name}
              title={name}
              onClick={() => onHighlight(colour)}
            >
              <Swatch colour={colour} />
            </button>
          )
        })}
      </div>
      <button type="button" {...stopAt('note')} onClick={onNote}>
        {t('inline_note')}
      </button>
      <button type="button" {...stopAt('compare')} onClick={onCompare}>
        {t('inline_askOnFile')}
      </button>
      <button type="button" {...stopAt('claim')} onClick={onMakeClaim}>
        {t('inline_makeClaim')}
      </button>
    </div>
  )
}
