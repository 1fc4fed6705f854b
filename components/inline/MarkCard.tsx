import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AnchorState, Highlight } from '../../utils/model/highlight'
import type { ClaimHere, SentenceHere } from '../../utils/model/reading'
import type { HighlightLook } from '../../utils/model/settings'
import { type MessageKey, useWords } from '../shared/words'
import { ClaimContent } from './ClaimContent'
import type { Grace } from './create-grace'
import { HighlightContent } from './HighlightContent'
import type { Place, Size } from './place-card'
import { SentenceContent } from './SentenceContent'
import { stepFocus } from './step-focus'

/** What the card is about: a claim the program marked, a sentence that shares words with some, or a passage the reader saved. */
export type CardContent =
  | { kind: 'claim'; here: ClaimHere /** The question its mark is about. */; question: string | null }
  | { kind: 'sentence'; here: SentenceHere }
  | { kind: 'highlight'; highlight: Highlight; state: AnchorState }

const labels: Record<CardContent['kind'], MessageKey> = {
  claim: 'inline_cardLabel',
  sentence: 'inline_sentenceLabel',
  highlight: 'inline_highlightLabel',
}

interface Props {
  content: CardContent
  /** Null until `onSize` told how large the card is: it is laid out, not yet seen. */
  place: Place | null
  /** By keyboard (a command, or Enter) the focus goes into the card, and back where it was at the end. */
  isByKeyboard: boolean
  /** What the reader calls colours. */
  colourNames?: HighlightLook['colourNames']
  /** Shared with the mark; absent where the card stays until it is closed (tap, keyboard). */
  grace?: Grace
  /** Whenever the card has another size: find it a place (placeCard). */
  onSize: (size: Size) => void
  onSidebar: () => void
  onSaveHighlight: () => void
  onClose: () => void
}

/** The small card at a mark. It takes no typing: the page may listen to keys. */
export function MarkCard(props: Props) {
  const { content, place, grace, onSize, onClose } = props
  const t = useWords()
  const card = useRef<HTMLDivElement>(null)
  const size = useRef<Size>({ width: 0, height: 0 })
  const [isWide, setWide] = useState(false)
  useFocus(card, props.isByKeyboard && place !== null)

  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = card.current ?? {}
    if (width === size.current.width && height === size.current.height) return
    size.current = { width, height }
    onSize(size.current)
  })
  // A card that is in use stays when the pointer slips off; it goes when the reader turns elsewhere.
  const isAtCard = (how: ':hover' | ':focus-within') => card.current?.matches(how) === true
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (!card.current || !stepFocus(card.current, event.key)) return
    // What the card took is not the page's.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={card}
      class={`card side-${place?.side ?? 'none'}${isWide ? ' wide' : ''}`}
      role="dialog"
      aria-modal="false"
      aria-label={t(labels[content.kind])}
      tabIndex={-1}
      style={{
        left: `${place?.x ?? 0}px`,
        top: `${place?.y ?? 0}px`,
        visibility: place ? 'visible' : 'hidden',
      }}
      onKeyDown={handleKey}
      onPointerEnter={grace?.hold}
      onPointerLeave={() => !isAtCard(':focus-within') && grace?.release()}
      onFocusIn={grace?.hold}
      onFocusOut={() => !isAtCard(':hover') && grace?.release()}
    >
      {content.kind === 'claim' && <ClaimContent {...props} {...content} onWide={setWide} />}
      {content.kind === 'sentence' && <SentenceContent {...props} {...content} />}
      {content.kind === 'highlight' && <HighlightContent {...props} {...content} />}
      <button type="button" class="close" aria-label={t('inline_close')} onClick={onClose}>
        ×
      </button>
    </div>
  )
}

/**
 * Takes the focus once `isWanted`, and gives it back at the end to where it was: if it is still in the card, or nowhere.
 * What the reader turned to meanwhile, in the page or in the sidebar, keeps it.
 */
function useFocus(card: { current: HTMLDivElement | null }, isWanted: boolean) {
  useLayoutEffect(() => {
    const element = card.current
    if (!isWanted || !element) return
    const before = document.activeElement
    element.focus({ preventScroll: true })
    return () => {
      const { activeElement, body } = document
      const isNowhere = activeElement === null || activeElement === body
      if ((isNowhere || isFocusIn(element)) && before instanceof HTMLElement)
        before.focus({ preventScroll: true })
    }
  }, [card, isWanted])
}

/** Within a closed root only the root itself knows what has the focus; null where that is in the page. */
const isFocusIn = (element: HTMLElement): boolean =>
  element.contains((element.getRootNode() as Document | ShadowRoot).activeElement)
