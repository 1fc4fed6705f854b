import { useId } from 'preact/hooks'
import { type HighlightColour, highlightColours } from '../../utils/model/highlight'
import { limits } from '../../utils/model/limits'
import { nameColour } from '../shared/model-words'
import { Swatch } from '../shared/Swatch'
import { useWords } from '../shared/words'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'
import { useSave } from './use-save'

/** Whether the reader's highlights are shown, and what their colours are called. */
export function HighlightSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const id = useId()
  const { areHighlightsShown, colourNames } = data.settings
  const save = useSave({ actions, after })
  const rename = (colour: HighlightColour, name: string) => {
    if (name !== colourNames[colour]) save({ colourNames: { ...colourNames, [colour]: name } })
  }
  return (
    <section>
      <h2>{t('options_highlights')}</h2>
      <Switch
        label="options_highlightsShown"
        hint="options_highlightsShownHint"
        isOn={areHighlightsShown}
        onChange={are => save({ areHighlightsShown: are })}
      />
      {highlightColours.map(colour => (
        <div class="row" key={colour}>
          <label for={`${id}-${colour}`}>
            <Swatch colour={colour} /> {t('notes_nameOf', nameColour(t, colour))}
          </label>
          <input
            id={`${id}-${colour}`}
            class="name-field"
            placeholder={nameColour(t, colour)}
            maxLength={limits.tag}
            defaultValue={colourNames[colour]}
            onChange={event => rename(colour, event.currentTarget.value.trim())}
          />
        </div>
      ))}
    </section>
  )
}
