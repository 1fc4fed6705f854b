import { createGrace } from '../../components/inline/create-grace'
import type { Point } from '../../components/inline/place-card'
import type { StageHandle } from './create-stage'
import type { Spot } from './spots'

export interface Cards {
  /**
   * Opens the card at a spot; one at a time. `pointer` in px of the viewport; without one it was the keyboard, and the
   * card takes the focus where nothing else is said.
   */
  open(spot: Spot, pointer: Point | null, stays: boolean, takesFocus?: boolean): void
  close(): void
  /** The pointer is on the open card's mark again, or left it. */
  hold(): void
  release(): void
  /** The spot whose card is open, or was last: from there the shortcuts go on. */
  current(): Spot | null
  dispose(): void
}

/** Opens and closes the small card; `onChange` hears of the words that are current now. */
export function createCards(stage: StageHandle, onChange: () => void): Cards {
  let last: Spot | null = null
  const close = () => {
    if (!stage.state().card) return
    grace.hold()
    stage.change({ card: null })
    onChange()
  }
  const grace = createGrace(close)
  return {
    open(spot, pointer, stays, takesFocus = pointer === null) {
      grace.hold()
      const card = stage.state().card
      // The pointer moved along the mark whose card is open: it stays as it is, but a tap makes it stay for good.
      if (card?.key === spot.key && !stays) return
      last = spot
      stage.change({
        card: {
          key: spot.key,
          content: spot.content,
          measure: () => spot.ranges.flatMap(range => [...range.getClientRects()]),
          pointer,
          isByKeyboard: takesFocus,
          grace: stays ? null : grace,
        },
        selection: null,
      })
      onChange()
    },
    close,
    hold: grace.hold,
    release() {
      if (stage.state().card?.grace) grace.release()
    },
    current: () => last,
    dispose: grace.dispose,
  }
}
