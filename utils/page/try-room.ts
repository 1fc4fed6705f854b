import type { RoomHarm } from '../model/sidebar-place'
import { hostAttribute } from './host-attribute'
import { judgeRoom, type RoomFacts } from './judge-room'
import { measureColumn, type Strip } from './measure-column'

/** What the reader's script finds in the world it shares with the script that brings this. */
export interface RoomScope {
  sidelightRoom?: { tryRoom: typeof tryRoom; keepReading: typeof keepReading }
}

/** Does something that breaks lines anew; what is read stays where it is in the window, below a page's top. */
export function keepReading<T>(paragraphs: Range[], act: () => T): T {
  if (scrollY === 0) return act()
  const read = paragraphs.find(range => range.getBoundingClientRect().bottom > 0)
  const top = () => read?.getBoundingClientRect().top ?? 0
  const before = top()
  const done = act()
  const by = top() - before
  if (Math.abs(by) > 1) scrollBy({ top: by, behavior: 'instant' })
  return done
}

/**
 * Makes room on the page by `mark`, measures what that did to it, and takes it back where it did harm; all within one
 * task, so that nobody sees a page that is not left so. Null where the room stays.
 */
export function tryRoom(paragraphs: Range[], free: Strip, mark: (isMade: boolean) => void): RoomHarm | null {
  const before = measureRoom(paragraphs)
  if (!before) return 'covered'
  mark(true)
  const harm = judgeRoom(before, measureRoom(paragraphs), free)
  if (harm) mark(false)
  return harm
}

function measureRoom(paragraphs: Range[]): RoomFacts | null {
  const column = measureColumn(paragraphs)
  const parent = paragraphs[0]?.startContainer.parentElement
  if (!column || !parent) return null
  return {
    ...column,
    fontPx: Number.parseFloat(getComputedStyle(parent).fontSize),
    overflowPx: overflowOf(document.documentElement) + overflowOf(document.body),
    pinned: countPinned(column),
  }
}

const overflowOf = ({ scrollWidth, clientWidth }: Element) => Math.max(0, scrollWidth - clientWidth)

/** Our own element is left out: it is what room is made for. */
function countPinned({ left, right }: Strip): number {
  const points = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].flatMap(y =>
    [0.02, 0.5, 0.98].map(x => [left + (right - left) * x, innerHeight * y] as const),
  )
  const isPinned = (at: Element | null): boolean =>
    at !== null &&
    (/fixed|sticky/.test(getComputedStyle(at).position)
      ? !at.hasAttribute(hostAttribute)
      : isPinned(at.parentElement))
  return points.filter(([x, y]) => isPinned(document.elementFromPoint(x, y))).length
}
