import { useState } from 'preact/hooks'
import type { Grace } from '../../components/inline/create-grace'
import { Handle } from '../../components/inline/Handle'
import { type CardContent, MarkCard } from '../../components/inline/MarkCard'
import { Notice, type NoticeContent } from '../../components/inline/Notice'
import { type Box, type Place, type Point, placeCard, type Size } from '../../components/inline/place-card'
import { SelectionTools } from '../../components/inline/SelectionTools'
import { SidebarFrame } from '../../components/inline/SidebarFrame'
import { type FollowClaim, FollowProvider } from '../../components/shared/follow-claim'
import type { HighlightColour } from '../../utils/model/highlight'
import type { HighlightLook } from '../../utils/model/settings'
import type { SidebarPlace } from '../../utils/model/sidebar-place'

/** The card that is open, and what it stands at. */
export interface OpenCard {
  /** Tells one opening from the next: a new card is laid out anew. */
  key: string
  content: CardContent
  /** The mark's client rectangles, measured at each layout: the page may have scrolled. */
  measure: () => Box[]
  pointer: Point | null
  isByKeyboard: boolean
  /** Absent where the card stays until it is closed. */
  grace: Grace | null
}

/** Everything the reader's script draws on a page. */
export interface StageState {
  card: OpenCard | null
  selection: Point | null
  sidebar: 'open' | 'closed' | 'absent'
  isSidebarReady: boolean
  /** What takes the sidebar's place, handle or frame, takes the focus too. */
  takesFocus: boolean
  place: SidebarPlace
  /** Kept free on the page while the sidebar is open (`nameRoom`). */
  room: string | null
  claims: number
  sentences: number
  isDisputed: boolean
  notice: NoticeContent | null
  /** Null until it is known. */
  look: HighlightLook | null
  /** What is read out, and seen by nobody; `count` tells the same words from those before. */
  said: { text: string; count: number }
  shortcut: string | null
}

export interface StageActions {
  openSidebar: (isByKeyboard: boolean) => void
  closeSidebar: () => void
  placeSidebar: (change: Partial<SidebarPlace>) => void
  hideHandle: () => void
  retrySidebar: () => void
  closeCard: () => void
  showInSidebar: (content: CardContent) => void
  highlightMark: (content: CardContent) => void
  /** Null: in the colour used last. */
  highlightSelection: (colour: HighlightColour | null) => void
  /** Highlights it and goes to its note. */
  noteSelection: () => void
  compareSelection: () => void
  /** Opens the form for a claim of the selected words. */
  claimSelection: () => void
  /** A card's link to another claim's article was clicked; false where the link is to do it itself. */
  followClaim: FollowClaim
  endNotice: () => void
}

interface Props {
  state: StageState
  actions: StageActions
  sidebarSrc: string
}

/** All of it, in the closed root. */
export function Stage({ state, actions, sidebarSrc }: Props) {
  const scale = state.place.textPercent / 100
  return (
    <FollowProvider value={actions.followClaim}>
      <div style={{ '--text': String(scale) }}>
        {/* First: by the keyboard one comes from the words to it, and not through the whole sidebar. */}
        {state.selection && (
          <SelectionTools
            place={{ x: state.selection.x / scale, y: state.selection.y / scale }}
            shortcut={state.shortcut}
            look={state.look}
            onHighlight={actions.highlightSelection}
            onNote={actions.noteSelection}
            onCompare={actions.compareSelection}
            onMakeClaim={actions.claimSelection}
          />
        )}
        {state.sidebar === 'open' && (
          <SidebarFrame
            src={sidebarSrc}
            isReady={state.isSidebarReady}
            place={state.place}
            takesFocus={state.takesFocus}
            onRetry={actions.retrySidebar}
            onClose={actions.closeSidebar}
            onPlace={actions.placeSidebar}
          />
        )}
        {state.sidebar === 'closed' && (
          <Handle
            claims={state.claims}
            sentences={state.sentences}
            isDisputed={state.isDisputed}
            place={state.place}
            takesFocus={state.takesFocus}
            onOpen={actions.openSidebar}
            onPlace={actions.placeSidebar}
            onHide={actions.hideHandle}
          />
        )}
        {state.card && (
          <PlacedCard
            key={state.card.key}
            card={state.card}
            look={state.look}
            scale={scale}
            actions={actions}
          />
        )}
        <Notice notice={state.notice} onEnd={actions.endNotice} />
        <p role="status" class="unseen">
          <span key={state.said.count}>{state.said.text}</span>
        </p>
      </div>
    </FollowProvider>
  )
}

interface PlacedCardProps {
  card: OpenCard
  look: HighlightLook | null
  scale: number
  actions: StageActions
}

/** The card, at the place that fits its size. Its own lengths are drawn `scale` times as large (CSS `zoom`). */
function PlacedCard({ card, look, scale, actions }: PlacedCardProps) {
  const [place, setPlace] = useState<Place | null>(null)
  const settle = ({ width, height }: Size) => {
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const size = { width: width * scale, height: height * scale }
    const { side, x, y } = placeCard(card.measure(), size, viewport, card.pointer ?? undefined)
    setPlace({ side, x: x / scale, y: y / scale })
  }
  return (
    <MarkCard
      content={card.content}
      place={place}
      {...(look && { colourNames: look.colourNames })}
      isByKeyboard={card.isByKeyboard}
      {...(card.grace && { grace: card.grace })}
      onSize={settle}
      onSidebar={() => actions.showInSidebar(card.content)}
      onSaveHighlight={() => actions.highlightMark(card.content)}
      onClose={actions.closeCard}
    />
  )
}
