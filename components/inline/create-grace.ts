/** What a card waits for before it goes away by itself. */
export interface Grace {
  /** The pointer or the focus is on the mark or in the card: stay. */
  hold(): void
  /** It left: go after a while, unless it comes back. */
  release(): void
  dispose(): void
}

/** Long enough to cross the gap between mark and card, short enough not to feel stuck. */
const graceMs = 350

/**
 * Ends something a moment after it was let go, so that the way from a mark to its card is not a race.
 * The mark (through the reader's script) and the card share one.
 */
export function createGrace(onEnd: () => void, lastsMs = graceMs): Grace {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hold = () => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    hold,
    release() {
      hold()
      timer = setTimeout(onEnd, lastsMs)
    },
    dispose: hold,
  }
}
