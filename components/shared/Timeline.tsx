import { useRef, useState } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { formatYears } from './format-time'
import { positionWords } from './model-words'
import { PositionShape } from './PositionMark'
import { type Lane, layOutTimeline, type PlacedPoint, type TimelineLayout } from './timeline-layout'
import { type Translate, useWords, withCount } from './words'

interface Props {
  points: TimelinePoint[]
  /** What is shown of a point that has the focus or the pointer. */
  describe: (point: TimelinePoint) => string
  onPick: (claim: ClaimId) => void
}

const rowPx = 13
const padPx = 6
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
const yearOf = (ms: number): string => String(new Date(ms).getUTCFullYear())

/** All of the picture in one sentence, for those who do not see it. */
function summarise(t: Translate, { lanes }: TimelineLayout): string {
  const parts = lanes.map(({ position, points }) => {
    const shown = points.map(({ point }) => point)
    const years = formatYears(
      yearOf(
        Math.min(
          ...shown.map(point => (point.startMs > Date.UTC(1876, 0) ? point.startMs : point.endMs - 1)),
        ),
      ),
      yearOf(Math.max(...shown.map(point => point.endMs - 1))),
    )
    return withCount(t, 'sidebar_timelineLane', points.length, t(positionWords[position]), years)
  })
  const here = lanes.flatMap(({ points }) => points).filter(({ point }) => point.isHere).length
  return [...parts, ...(here > 0 ? [withCount(t, 'sidebar_timelineHere', here)] : [])].join(' ')
}

function LaneRow({ lane }: { lane: Lane }) {
  const t = useWords()
  return (
    <div class="lane" style={{ height: `${lane.rows * rowPx + padPx}px` }}>
      <span class="lane-name">{t(positionWords[lane.position])}</span>
      <div class="lane-track">
        {lane.points
          .filter(({ isBar }) => isBar)
          .map(({ point, from, to, row }) => (
            <i
              key={point.claim}
              class={`bar position-${lane.position}`}
              style={{ left: percent(from), width: percent(to - from), bottom: `${row * rowPx + 6}px` }}
            />
          ))}
      </div>
    </div>
  )
}

/**
 * Who answered what, and when: a lane for each position, a shape for each claim, a bar where its time is long.
 * The picture is one image with a text; over it the shapes are buttons, of which Tab reaches one and the arrow
 * keys the others, in the order of time.
 */
export function Timeline({ points, describe, onPick }: Props) {
  const t = useWords()
  const layout = layOutTimeline(points)
  const [tabStop, setTabStop] = useState(0)
  const [shown, setShown] = useState<number | null>(null)
  const overlay = useRef<HTMLDivElement>(null)
  if (!layout) return null

  const heights = layout.lanes.map(({ rows }) => rows * rowPx + padPx)
  const placed = layout.lanes
    .flatMap((lane, index) => {
      const belowPx = heights.slice(index + 1).reduce((sum, height) => sum + height, 0)
      return lane.points.map(point => ({ ...point, bottomPx: belowPx + point.row * rowPx }))
    })
    .toSorted((a, b) => a.at - b.at)
  const last = placed.length - 1
  const stop = Math.min(tabStop, last)
  const say = ({ point }: PlacedPoint) =>
    [
      t(positionWords[point.position]),
      ...(point.isHere ? [t('sidebar_inThisArticle')] : []),
      describe(point),
    ].join(' · ')

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: stop + 1,
      ArrowDown: stop + 1,
      ArrowLeft: stop - 1,
      ArrowUp: stop - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (event.key === 'Escape') setShown(null)
    if (to === undefined) return
    event.preventDefault()
    const next = Math.min(last, Math.max(0, to))
    setTabStop(next)
    overlay.current?.querySelectorAll('button')[next]?.focus()
  }
  const tip = shown === null ? undefined : placed[shown]

  return (
    <div class="timeline">
      <div class="timeline-stage">
        <div role="img" aria-label={summarise(t, layout)}>
          {layout.lanes.map(lane => (
            <LaneRow key={lane.position} lane={lane} />
          ))}
          <div class="axis" aria-hidden="true">
            {layout.ticks.map(({ at, label }) => (
              <span key={label} style={{ left: percent(at), transform: `translateX(${-at * 100}%)` }}>
                {label}
              </span>
            ))}
          </div>
        </div>
        <div
          class="timeline-points"
          ref={overlay}
          role="toolbar"
          aria-label={t('sidebar_timelinePoints')}
          onKeyDown={onKeyDown}
        >
          {placed.map((one, index) => (
            <button
              type="button"
              key={`${one.point.claim} ${one.point.position}`}
              class={`point${one.point.isHere ? ' is-here' : ''}${one.point.isPublished ? ' is-published' : ''}`}
              style={{ left: percent(one.at), bottom: `${one.bottomPx}px` }}
              tabIndex={index === stop ? 0 : -1}
              aria-label={say(one)}
              onFocus={() => {
                setTabStop(index)
                setShown(index)
              }}
              onBlur={() => setShown(null)}
              onMouseEnter={() => setShown(index)}
              onMouseLeave={() => setShown(null)}
              onClick={() => onPick(one.point.claim)}
            >
              <PositionShape position={one.point.position} />
            </button>
          ))}
          {tip && (
            // Its words are the button's name already.
            <div
              class="timeline-tip"
              aria-hidden="true"
              style={{
                left: percent(tip.at),
                bottom: `${tip.bottomPx + 20}px`,
                transform: `translateX(${-tip.at * 100}%)`,
              }}
            >
              {say(tip)}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
