import type { Highlight, HighlightChange } from '../../utils/model/highlight'
import type { Settings } from '../../utils/model/settings'
import { nameColour } from '../shared/model-words'
import { useWords } from '../shared/words'
import { Conflict } from './Conflict'
import { useCardDeeds } from './deeds-context'

interface Props {
  highlight: Highlight
  /** Tags or a colour. */
  wanted: HighlightChange
  colourNames: Settings['colourNames']
}

/** Tags or colour were changed in another window while the reader changed them here. */
export function ChangeConflict({ highlight, wanted: { tags, colour }, colourNames }: Props) {
  const t = useWords()
  const deeds = useCardDeeds()
  const takeTheirs = () => deeds.takeTheirs(highlight.id)
  if (tags)
    return (
      <Conflict
        mine={tags.join(', ')}
        theirs={highlight.tags.join(', ')}
        onMine={() => deeds.setTags(highlight, tags)}
        onTheirs={takeTheirs}
        onBoth={() => deeds.setTags(highlight, [...highlight.tags, ...tags])}
      />
    )
  if (!colour) return null
  return (
    <Conflict
      mine={nameColour(t, colour, colourNames)}
      theirs={nameColour(t, highlight.colour, colourNames)}
      onMine={() => deeds.setColour(highlight, colour)}
      onTheirs={takeTheirs}
    />
  )
}
