import type { AnchorState, Highlight } from '../../utils/model/highlight'
import type { HighlightLook } from '../../utils/model/settings'
import { anchorWords, nameColour } from '../shared/model-words'
import { Swatch } from '../shared/Swatch'
import { useWords } from '../shared/words'

interface Props {
  highlight: Highlight
  state: AnchorState
  colourNames?: HighlightLook['colourNames']
  onSidebar: () => void
}

/** A passage the reader saved: its words, how it stands in the page, note and tags. Written to in the sidebar only. */
export function HighlightContent({ highlight, state, colourNames, onSidebar }: Props) {
  const t = useWords()
  const { colour, note, selectors, tags } = highlight
  return (
    <>
      <p class={`badge tone-saved colour-${colour}`}>{t('inline_saved')}</p>
      {state !== 'exact' && <p class="remark">{t(anchorWords[state])}</p>}
      {state === 'changed' && <p class="remark">{t('inline_asMarked')}</p>}
      <blockquote class={`passage colour-${colour}`}>{selectors[0].exact}</blockquote>
      <p class={note ? 'note' : 'note remark'}>{note || t('inline_noNote')}</p>
      <ul class="tags" aria-label={t('notes_tags')}>
        <li>
          <Swatch colour={colour} /> {nameColour(t, colour, colourNames)}
        </li>
        {tags.map(tag => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={onSidebar}>
          {t('inline_openInSidebar')}
        </button>
      </div>
    </>
  )
}
