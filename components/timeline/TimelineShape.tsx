import { PositionOutline } from '../shared/PositionMark'
import type { Shape } from './timeline-layout'

/** A number as it fits into a shape; the tip has it in full. */
const shorten = (count: number): string => (count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`)

interface Props {
  shape: Pick<Shape, 'position' | 'points' | 'isHere' | 'isApart'>
  x: number
  y: number
  sizePx: number
}

/**
 * What stands for a point: the shape of its position; dotted where only the day of publication is known; in a ring where
 * it is the article's own; with the number of its outlets where there are several. Of one size, whatever it stands for.
 * Several gathered points are a plate with their number.
 */
export function TimelineShape({ shape: { position, points, isHere, isApart }, x, y, sizePx }: Props) {
  const [first] = points
  const isGathered = points.length > 1
  const count = isGathered ? points.length : (first?.outlets ?? 1)
  const number = count > 1 ? shorten(count) : ''
  const classes = [
    'mark',
    `position-${position}`,
    isApart && 'is-apart',
    isHere && 'is-here',
    isGathered ? 'is-gathered' : first?.isPublished && 'is-published',
    number && 'has-number',
  ]
  return (
    <g
      class={classes.filter(Boolean).join(' ')}
      transform={`translate(${round(x)} ${round(y)}) scale(${round(sizePx / 12)}) translate(-6 -6)`}
    >
      {isHere && !isGathered && <circle class="mark-here" cx="6" cy="6" r="6.6" />}
      {isGathered ? (
        <rect x="-0.5" y="1" width="13" height="10" rx="5" />
      ) : isHere ? (
        <g transform="translate(1.6 1.6) scale(0.733)">
          <PositionOutline position={position} />
        </g>
      ) : (
        <PositionOutline position={position} />
      )}
      {number && (
        <text x="6" y="6" class={number.length > 2 ? 'is-long' : ''}>
          {number}
        </text>
      )}
    </g>
  )
}

const round = (value: number): number => Math.round(value * 100) / 100
