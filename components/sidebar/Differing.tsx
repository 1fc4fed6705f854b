import { useMemo } from 'preact/hooks'
import type { HighlightColour } from '../../utils/model/highlight'
import { cutEnd, cutStart } from '../highlights/cut-text'
import { useWords } from '../shared/words'
import { type Piece, splitDiffering } from './split-differing'

interface Props {
  saved: string
  present: string
  /** What the texts are, where it is not the passage itself. */
  label?: string
  savedId?: string
  /** Of a highlight's own words. */
  colour?: HighlightColour
}

/** A text as it was saved and as it stands now, side by side where there is room: what differs has a line of its own. */
export function Differing({ saved, present, label, savedId, colour }: Props) {
  const t = useWords()
  const split = useMemo(() => splitDiffering(saved, present), [saved, present])
  return (
    <dl class="differing" aria-label={label}>
      <div>
        <dt>{t('notes_then')}</dt>
        <dd id={savedId} class={colour && `colour-${colour}`}>
          {colour ? (
            <span class="words">{showPieces(split.saved, 'del')}</span>
          ) : (
            showPieces(split.saved, 'del')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('notes_now')}</dt>
        <dd>{showPieces(split.present, 'ins')}</dd>
      </div>
    </dl>
  )
}

/** What is the same on both sides tells nothing beyond its edges; what differs may be very long. Letters. */
const shownEdge = 80
const shownOther = 600

function cut({ text, isOther }: Piece): string {
  if (isOther) return cutEnd(text, shownOther)
  return text.length > 2 * shownEdge + 20 ? cutEnd(text, shownEdge) + cutStart(text, shownEdge) : text
}

// Pieces never change their order.
const showPieces = (pieces: Piece[], Own: 'ins' | 'del') =>
  pieces.map((piece, index) => (piece.isOther ? <Own key={index}>{cut(piece)}</Own> : cut(piece)))
