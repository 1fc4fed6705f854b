import { relationLooks } from '../../utils/model/relation'
import { positionWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { type Frame, findGroundPx } from './frame'
import type { Drawing, Seen } from './lay-out-whole'
import { TimelineShape } from './TimelineShape'
import { laneKey } from './timeline-layout'
import { useDrawn } from './use-growing'

interface Props {
  frame: Frame
  drawing: Drawing
  /** How many shapes are drawn by now. */
  count: number
  /** All of it in words. */
  summary: string
}

/** A bar with its ends: an arrow where a side is open. */
function BarLine({ seen: { shape, y }, frame }: { seen: Seen; frame: Frame }) {
  const { bar, isApart, position } = shape
  if (!bar) return null
  const from = Math.max(bar.fromPx, -frame.stepPx)
  const to = Math.min(bar.toPx, frame.widthPx + frame.stepPx)
  const high = Math.round(frame.emPx * 0.36)
  const end = bar.opens === 'end'
  const [tip, back] = end ? [to + high, to - high / 2] : [from - high, from + high / 2]
  return (
    <g class={`bar position-${position}${isApart ? ' is-apart' : ''}`}>
      <rect x={from} y={y - high / 2} width={Math.max(0, to - from)} height={high} rx={high / 2} />
      {bar.opens && <path d={`M${back} ${y - high}L${tip} ${y}L${back} ${y + high}Z`} />}
    </g>
  )
}

/** The picture alone: lanes, bars, shapes, and the axis. It holds nothing that can be pressed. */
export function TimelinePicture({ frame, drawing: { layout, seen, ticks, readPx }, count, summary }: Props) {
  const t = useWords()
  const { namesPx, widthPx, headPx, lanesPx, heightPx, shapePx, emPx } = frame
  const shapes = useDrawn(
    seen,
    count,
    // Without a key: of a thousand that all move, finding each again takes longer than drawing it otherwise.
    ({ shape, x, y }) => <TimelineShape shape={shape} x={x} y={y} sizePx={shapePx} />,
    [shapePx],
  )
  const word = t('timeline_thisArticle')
  const wordHalfPx = (word.length * emPx * 0.5) / 2
  return (
    <svg
      class="timeline-picture"
      role="img"
      aria-label={summary}
      width={namesPx + widthPx}
      height={heightPx}
      viewBox={`0 0 ${namesPx + widthPx} ${heightPx}`}
    >
      {layout.lanes.map(lane => (
        <text
          key={laneKey(lane)}
          class={lane.isApart ? 'lane-name is-others' : 'lane-name'}
          x="0"
          y={findGroundPx(frame, lane) - 0.45 * emPx}
        >
          {lane.isApart && `${relationLooks['about others'].sign} `}
          {t(positionWords[lane.position])}
        </text>
      ))}
      {ticks.map(({ atPx, labelPx, label }) => (
        <text key={atPx} class="tick-label" x={namesPx + labelPx} y={lanesPx + 1.35 * emPx}>
          {label}
        </text>
      ))}
      {/* Cuts off what reaches out of view. */}
      <svg x={namesPx} width={widthPx} height={heightPx} aria-hidden="true">
        {ticks.map(({ atPx }) => (
          <line key={atPx} class="tick" x1={atPx} x2={atPx} y1={headPx} y2={lanesPx + 4} />
        ))}
        {layout.lanes.map(lane => (
          <line
            key={laneKey(lane)}
            class={lane.isApart ? 'ground is-others' : 'ground'}
            x2={widthPx}
            y1={findGroundPx(frame, lane) - 0.5}
            y2={findGroundPx(frame, lane) - 0.5}
          />
        ))}
        {readPx !== null && (
          <>
            <line class="read-day" x1={readPx} x2={readPx} y1={headPx - 2} y2={lanesPx} />
            <text
              class="read-day-word"
              x={Math.max(wordHalfPx, Math.min(widthPx - wordHalfPx, readPx))}
              y={headPx - 0.45 * emPx}
            >
              {word}
            </text>
          </>
        )}
        {seen.slice(0, count).map(one => (
          <BarLine key={one.shape.key} seen={one} frame={frame} />
        ))}
        {shapes}
      </svg>
    </svg>
  )
}
