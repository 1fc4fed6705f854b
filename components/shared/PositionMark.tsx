import type { Position } from '../../utils/model/dossier'
import { positionWords } from './model-words'
import { useWords } from './words'

const shapes: Record<Position, preact.JSX.Element> = {
  yes: <circle cx="6" cy="6" r="5" />,
  no: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" />,
  partly: <path d="M6 0 12 6 6 12 0 6Z" />,
  unknown: <circle cx="6" cy="6" r="4" class="hollow" />,
}

/** The shape of a position within 12 × 12: circle, square, diamond, ring. Shapes differ so that colour is never needed. */
export const PositionOutline = ({ position }: { position: Position }) => shapes[position]

/** The shape of a position as a small picture. */
export function PositionShape({ position }: { position: Position }) {
  return (
    <svg class={`shape position-${position}`} viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <PositionOutline position={position} />
    </svg>
  )
}

/** A position as shape and word. */
export function PositionMark({ position }: { position: Position }) {
  const t = useWords()
  return (
    <span class="position">
      <PositionShape position={position} /> {t(positionWords[position])}
    </span>
  )
}
