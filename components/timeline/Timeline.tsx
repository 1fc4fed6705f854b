import { useId, useMemo, useRef, useState } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { Icon } from '../shared/Icon'
import { positionWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { findMiddle, makeFrame, makeRoom } from './frame'
import { type FindClaim, summarise } from './say-timeline'
import { Legend, OthersSwitch, ZoomButtons } from './TimelineControls'
import { TimelinePicture } from './TimelinePicture'
import { TimelinePoints } from './TimelinePoints'
import { TimelineTable } from './TimelineTable'
import { findMostZoom, listTicks, makeTimeScale, zoomScale } from './time-axis'
import { type Lane, laneKey, laneOrder, layOutTimeline } from './timeline-layout'
import { useSize } from './use-size'
import { useZoom } from './use-zoom'

interface Props {
  points: readonly TimelinePoint[]
  find: FindClaim
  /** Leads to a claim. */
  onPick: (claim: ClaimId) => void
  /** The day the article being read was published, ms since 1970, UTC; null where it is not known to the day. */
  readMs: number | null
  /** Points about others are shown, faintly. */
  showsOthers: boolean
  onShowOthers: (shows: boolean) => void
  /** In the sidebar it is small and zooms where it is crowded; on a page of its own it is large and always zooms. */
  size?: 'sidebar' | 'page'
}

/** How many shapes may stand above each other before they are gathered. */
const mostRows = { sidebar: 5, page: 8 }
/** Those about others are there to be seen, not to be read first. */
const mostRowsApart = 3

/**
 * Who answered what, and when: a lane for each position, a shape for each source, a bar where its time is long. The picture
 * is one image with a text; over it the shapes are buttons; under it the same is a table.
 */
export function Timeline({
  points,
  find,
  onPick,
  readMs,
  showsOthers,
  onShowOthers,
  size = 'sidebar',
}: Props) {
  const t = useWords()
  const outer = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const measured = useSize(outer)
  const beside = useMemo(() => points.filter(({ isApart }) => !isApart), [points])
  const others = useMemo(() => points.filter(({ isApart }) => isApart), [points])
  const shown = useMemo(() => (showsOthers ? [...beside, ...others] : beside), [beside, others, showsOthers])

  const tableId = useId()
  const [hasTable, setTable] = useState(false)

  const longestName = Math.max(...laneOrder.map(position => t(positionWords[position]).length))
  const whole = useMemo(() => {
    if (!measured) return null
    const { widthPx, emPx } = measured
    const room = makeRoom(widthPx, emPx, longestName)
    const scale = makeTimeScale(shown, readMs, room)
    if (!scale) return null
    const layout = layOutTimeline(shown, scale, room, ({ isApart }) =>
      isApart ? mostRowsApart : mostRows[size],
    )
    const isZoomed = layout.isCrowded || size === 'page'
    // While one zooms, the lanes keep their height, or all under them would jump.
    const rows = new Map(
      layout.lanes.map(lane => [laneKey(lane), isZoomed ? Math.max(2, lane.rows) : lane.rows]),
    )
    const rowsOf = (lane: Pick<Lane, 'position' | 'isApart'>) => rows.get(laneKey(lane)) ?? 1
    const frame = makeFrame(room, emPx, layout, rowsOf, readMs !== null)
    return { room, scale, layout, isZoomed, rowsOf, frame, mostK: findMostZoom(scale, room) }
  }, [shown, readMs, measured, longestName, size])

  const { view, zoom } = useZoom(stage, {
    widthPx: whole?.frame.widthPx ?? 1,
    mostK: whole?.mostK ?? 1,
    isOn: whole?.isZoomed === true && whole.mostK > 1,
  })
  const seen = useMemo(() => {
    if (!whole) return null
    const { scale, room, rowsOf } = whole
    if (view.k === 1) return { scale, layout: whole.layout }
    const zoomed = zoomScale(scale, view)
    return { scale: zoomed, layout: layOutTimeline(shown, zoomed, room, rowsOf) }
  }, [whole, view, shown])
  const summary = useMemo(() => summarise(t, shown), [t, shown])
  const picture = useMemo(() => {
    if (!whole || !seen) return null
    const readPx = readMs === null ? null : seen.scale(readMs)
    const isInView = readPx !== null && readPx >= 0 && readPx <= whole.frame.widthPx
    return (
      <TimelinePicture
        layout={seen.layout}
        frame={whole.frame}
        ticks={listTicks(seen.scale, whole.frame, whole.frame.emPx)}
        summary={summary}
        readPx={isInView ? readPx : null}
      />
    )
  }, [whole, seen, summary, readMs])

  const isEmpty = !whole || !seen
  return (
    <div class={`timeline is-${size}`} ref={outer}>
      {!isEmpty && (
        <>
          <div class="timeline-stage">
            {picture}
            <TimelinePoints
              stage={stage}
              layout={seen.layout}
              frame={whole.frame}
              view={view}
              zoom={zoom}
              find={find}
              onPick={onPick}
            />
          </div>
          <Legend layout={seen.layout} sizePx={whole.frame.shapePx} />
        </>
      )}
      <div class="timeline-controls">
        {!isEmpty && (
          <button
            type="button"
            class="timeline-toggle"
            aria-expanded={hasTable}
            aria-controls={hasTable ? tableId : undefined}
            onClick={() => setTable(!hasTable)}
          >
            <Icon name="open" /> {t('timeline_asTable')}
          </button>
        )}
        {others.length > 0 && (
          <OthersSwitch count={others.length} isOn={showsOthers} onChange={onShowOthers} />
        )}
        {zoom && !isEmpty && (
          <ZoomButtons
            zoom={zoom}
            aroundPx={findMiddle(seen.layout, whole.frame)}
            isWhole={view.k <= 1}
            isClosest={view.k >= whole.mostK}
          />
        )}
      </div>
      {hasTable && <TimelineTable id={tableId} points={shown} find={find} onPick={onPick} />}
    </div>
  )
}
