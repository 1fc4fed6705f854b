import { useState } from 'preact/hooks'
import type { HighlightColour, TextQuoteSelector } from '../../utils/model/highlight'
import { useWords } from '../shared/words'
import { cutEnd, cutStart } from './cut-text'

interface Props {
  id: string
  quote: TextQuoteSelector
  colour: HighlightColour
  /** With what stood around it: of one that has no place. */
  hasContext: boolean
}

/** A card shows so many letters of a passage, and of what stood on either side; the rest on demand. */
const shownWords = 400
const shownAround = 120

/** A highlight's words as they were marked. */
export function Passage({ id, quote, colour, hasContext }: Props) {
  const t = useWords()
  const [isWhole, setWhole] = useState(false)
  const { exact, prefix, suffix } = quote
  const isLong =
    exact.length > shownWords || (hasContext && Math.max(prefix.length, suffix.length) > shownAround)
  const isCut = isLong && !isWhole
  return (
    <>
      <blockquote class={`passage colour-${colour}`} id={id}>
        {hasContext && <span class="around">{isCut ? cutStart(prefix, shownAround) : prefix}</span>}
        <span class="words">{isCut ? cutEnd(exact, shownWords) : exact}</span>
        {hasContext && <span class="around">{isCut ? cutEnd(suffix, shownAround) : suffix}</span>}
      </blockquote>
      {isLong && (
        <div class="acts">
          <button type="button" class="act" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t('notes_wholePassage')}
          </button>
        </div>
      )}
    </>
  )
}
