/** What a page of tests draws: one timeline, large as on a page of its own or small as in the sidebar. */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { Words } from '../../components/shared/words'
import { Timeline } from '../../components/timeline/Timeline'
import type { TimelinePoint } from '../../utils/model/reading'
import { english } from './english'
import { makeTimelinePoints } from './make-timeline-points'

interface Drawing {
  points: TimelinePoint[]
  size: 'sidebar' | 'page'
  readMs: number | null
}

function Drawn({ points, size, readMs }: Drawing) {
  const [showsOthers, setShowsOthers] = useState(false)
  return (
    <Timeline
      points={points}
      find={() => undefined}
      onPick={claim => {
        document.title = claim
      }}
      readMs={readMs}
      showsOthers={showsOthers}
      onShowOthers={setShowsOthers}
      size={size}
    />
  )
}

/** What a test asks for: points of its own, or so many of the seeded ones. */
export interface DrawingOrder extends Omit<Drawing, 'points'> {
  points: TimelinePoint[] | number
}

const seeded = new Map<number, TimelinePoint[]>()
function findSeeded(count: number): TimelinePoint[] {
  const points = seeded.get(count) ?? makeTimelinePoints(count)
  seeded.set(count, points)
  return points
}

/** Draws, and gives the ms it took until the browser had painted it. */
async function drawTimeline({ points, ...order }: DrawingOrder): Promise<number> {
  const drawing = { ...order, points: typeof points === 'number' ? findSeeded(points) : points }
  const root = document.querySelector('main')
  if (!root) throw new Error('no place to draw')
  render(null, root)
  const startMs = performance.now()
  render(
    <Words.Provider value={english}>
      <Drawn {...drawing} />
    </Words.Provider>,
    root,
  )
  // The frame after the last shapes: by then layout and paint are done.
  do await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  while (root.querySelector('[aria-busy=true]'))
  return performance.now() - startMs
}

Object.assign(globalThis, { drawTimeline })
