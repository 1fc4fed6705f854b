import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { TimelinePoint } from '../../utils/model/reading'
import { PositionMark } from '../shared/PositionMark'
import { RelationBadge } from '../shared/RelationBadge'
import { useWords } from '../shared/words'
import { type FindClaim, listVoices, sayGathered, sayOutlets, sayPoint, sayTime } from './say-timeline'
import type { Shape } from './timeline-layout'

interface BoxProps {
  /** Where its shape stands, and how wide all is: so far to the right the box's own foot stands. */
  leftPx: number
  widthPx: number
  topPx: number
  onEnter: () => void
  onLeave: () => void
  children: ComponentChildren
}

/** Stands under the picture, so that it covers no point, and within its edges. */
export function TipBox({ leftPx, widthPx, topPx, onEnter, onLeave, children }: BoxProps) {
  return (
    <div
      class="timeline-tip"
      style={{
        left: `${leftPx}px`,
        top: `${topPx}px`,
        transform: `translateX(${(-100 * leftPx) / widthPx}%)`,
      }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {children}
    </div>
  )
}

function PointTip({ point, find }: { point: TimelinePoint; find: FindClaim }) {
  const t = useWords()
  const { who, through, outlets } = listVoices(point, find)
  const [outlet = ''] = outlets
  const hands = [through, outlet === who ? '' : outlet].filter(Boolean).join(' › ')
  const { isHere, relation } = point
  return (
    <>
      <p class="tip-line">
        <PositionMark position={point.position} /> <span>{sayTime(t, point, find)}</span>
      </p>
      <p class="tip-voices">
        <b>{who}</b>
        {hands && ` › ${hands}`}
      </p>
      <p class="tip-line">
        {isHere && <span class="tip-here">{t('sidebar_inThisArticle')}</span>}
        {!isHere && relation !== null && relation !== 'related' && <RelationBadge relation={relation} />}
        {point.outlets > 1 && <span>{sayOutlets(t, point)}</span>}
      </p>
    </>
  )
}

function GatheredTip({ shape }: { shape: Shape }) {
  const t = useWords()
  return (
    <>
      <p class="tip-line">
        <PositionMark position={shape.position} /> <span>{sayGathered(t, shape)}</span>
      </p>
      <p class="tip-line">{t('timeline_openGathered')}</p>
    </>
  )
}

/** What a shape is. Its words are its button's name already: it is for the eye. */
export function ShapeTip({ shape, find }: { shape: Shape; find: FindClaim }) {
  const [only] = shape.points
  return (
    <div aria-hidden="true">
      {only && shape.points.length === 1 ? (
        <PointTip point={only} find={find} />
      ) : (
        <GatheredTip shape={shape} />
      )}
    </div>
  )
}

interface ListProps {
  shape: Shape
  find: FindClaim
  onPick: (point: TimelinePoint) => void
  /** Escape: the focus goes back. */
  onClose: () => void
  /** The focus went elsewhere. */
  onLeave: () => void
}

/** The points behind a plate, one by one; takes the focus. */
export function GatheredList({ shape, find, onPick, onClose, onLeave }: ListProps) {
  const t = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      aria-label={sayGathered(t, shape)}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      onFocusOut={event => {
        const next = event.relatedTarget
        if (next instanceof Node && !event.currentTarget.contains(next)) onLeave()
      }}
    >
      <p class="tip-line">
        <PositionMark position={shape.position} /> <span>{sayGathered(t, shape)}</span>
      </p>
      <ul class="gathered" ref={list}>
        {shape.points.map(point => (
          <li key={point.claim}>
            <button type="button" onClick={() => onPick(point)}>
              {sayPoint(t, point, find)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
