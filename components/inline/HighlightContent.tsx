import type { AnchorState, Highlight } from '../../utils/model/highlight'
import { anchorWords } from '../shared/model-words'
import { useWords } from '../shared/words'

interface Props {
  highlight: Highlight
  state: AnchorState
  onSidebar: () => void
}

/** A passage the reader saved: its words, how it stands in the page, the note. Written to in the sidebar only. */
export function HighlightContent({ highlight, state, onSidebar }: Props) {
  const t = useWords()
  return (
    <>
      <p class="badge tone-saved">{t('inline_saved')}</p>
      <blockquote class="passage">{highlight.selectors[0].exact}</blockquote>
      {state !== 'exact' && <p class="remark">{t(anchorWords[state])}</p>}
      <p class={highlight.note ? 'note' : 'note remark'}>{highlight.note || t('inline_noNote')}</p>
      <div class="actions">
        <button type="button" onClick={onSidebar}>
          {t('inline_openInSidebar')}
        </button>
      </div>
    </>
  )
}
