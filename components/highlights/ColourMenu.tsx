import { useEffect, useRef, useState } from 'preact/hooks'
import { type Highlight, highlightColours } from '../../utils/model/highlight'
import { limits } from '../../utils/model/limits'
import type { Settings } from '../../utils/model/settings'
import { MenuButton } from '../shared/MenuButton'
import { nameColour } from '../shared/model-words'
import { Swatch } from '../shared/Swatch'
import { useWords } from '../shared/words'
import { useCardDeeds } from './deeds-context'

interface Props {
  highlight: Highlight
  names: Settings['colourNames']
  label: string
}

/** Which of the five colours a highlight has, and what the reader calls that one. */
export function ColourMenu({ highlight, names, label }: Props) {
  const t = useWords()
  const deeds = useCardDeeds()
  const [isRenaming, setRenaming] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const { colour } = highlight
  useEffect(() => {
    if (!isRenaming) return
    field.current?.focus()
    field.current?.select()
  }, [isRenaming])
  const end = () => {
    setRenaming(false)
    whole.current?.querySelector('button')?.focus()
  }
  const save = (event: Event) => {
    event.preventDefault()
    deeds.saveSettings({ colourNames: { ...names, [colour]: field.current?.value.trim() ?? '' } })
    end()
  }
  return (
    <div class="colour-menu" ref={whole}>
      <MenuButton
        label={label}
        look="act"
        items={[
          ...highlightColours.map(each => ({
            id: each,
            label: nameColour(t, each, names),
            picture: <Swatch colour={each} />,
            isChecked: each === colour,
            isRadio: true,
            onPick: () => {
              if (each !== colour) deeds.setColour(highlight, each)
            },
          })),
          {
            id: 'rename',
            label: t('notes_rename', nameColour(t, colour, names)),
            startsGroup: true,
            onPick: () => setRenaming(true),
          },
        ]}
      >
        <Swatch colour={colour} /> {nameColour(t, colour, names)}
      </MenuButton>
      {isRenaming && (
        <form class="rename" onSubmit={save}>
          <input
            ref={field}
            aria-label={t('notes_nameOf', nameColour(t, colour))}
            placeholder={nameColour(t, colour)}
            maxLength={limits.tag}
            defaultValue={names[colour]}
            onKeyDown={event => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              end()
            }}
          />
          <button type="submit" class="act">
            {t('notes_saveName')}
          </button>
        </form>
      )}
    </div>
  )
}
