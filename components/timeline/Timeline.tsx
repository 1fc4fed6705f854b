import { useId, useMemo, useRef, useState } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { Icon } from '../shared/Icon'
import { positionWords } from '../shared/model-words'
import { useWords } from '../shared/words'
import { findMiddle } from './frame'
import { layOutWhole, type TimelineSize } from './lay-out-whole'
import { type FindClaim, summarise } from './say-timeline'
import { Legend, OthersSwitch, ZoomButtons } from './TimelineControls'
import { TimelinePicture } from './TimelinePicture'
import { TimelinePoints } from './TimelinePoints'
import { TimelineTable } from './TimelineTable'
import { laneOrder } from './timeline-layout'
import { useGrowing } from './use-growing'
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
  size?: TimelineSize
  /** Open beside the timeline: its point says so. */
  picked?: ClaimId | null
}

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
  picked = null,
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
  const whole = useMemo(
    () => measured && layOutWhole(shown, readMs, measured, size, longestName),
    [shown, readMs, measured, size, longestName],
  )
  const { view, zoom } = useZoom(stage, {
    widthPx: whole?.frame.widthPx ?? 1,
    mostK: whole?.mostK ?? 1,
    isOn: whole?.isZoomable === true,
    ends: whole?.scale.domain().map(Number).join() ?? '',
  })
  const drawing = useMemo(() => whole?.draw(view), [whole, view])
  const count = useGrowing(whole, drawing?.seen.length ?? 0)
  const summary = useMemo(() => summarise(t, shown), [t, shown])
  // Made once for all that the pointer passes over: there may be thousands of shapes.
  const picture = useMemo(
    () =>
      whole &&
      drawing && <TimelinePicture frame={whole.frame} drawing={drawing} count={count} summary={summary} />,
    [whole, drawing, count, summary],
  )
  const isDrawn = whole && drawing
  return (
    <div class={`timeline is-${size}`} ref={outer}>
      {isDrawn && (
        <>
          <div class="timeline-stage" aria-busy={count < drawing.seen.length}>
            {picture}
            <TimelinePoints
              stage={stage}
              drawing={drawing}
              frame={whole.frame}
              view={view}
              zoom={zoom}
              find={find}
              onPick={onPick}
              picked={picked}
            />
          </div>
          <Legend layout={drawing.layout} sizePx={whole.frame.shapePx} />
        </>
      )}
      <div class="timeline-controls">
        {isDrawn && (
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
        {zoom && isDrawn && (
          <ZoomButtons
            zoom={zoom}
            aroundPx={findMiddle(drawing.layout, whole.frame)}
            isWhole={view.k <= 1}
            isClosest={view.k >= whole.mostK}
          />
        )}
      </div>
      {hasTable && (
        <TimelineTable id={tableId} points={showsOthers ? points : beside} find={find} onPick={onPick} />
      )}
    </div>
  )
}
