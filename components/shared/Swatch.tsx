import type { HighlightColour } from '../../utils/model/highlight'

/** A colour with its line; for the eye alone: its name stands beside it. */
export const Swatch = ({ colour }: { colour: HighlightColour }) => (
  <span class={`swatch colour-${colour}`} aria-hidden="true" />
)
