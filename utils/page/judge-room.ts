import type { RoomHarm } from '../model/sidebar-place'
import { isWithin, type Strip } from './measure-column'

/** How a story's words stand in the window; px of the viewport. */
export interface RoomFacts extends Strip {
  fontPx: number
  /** How much of the page reaches beyond its width: it can be scrolled sideways, or is cut off. */
  overflowPx: number
  /** Of some points across the words' column: how many belong to what stays in place while the page scrolls. */
  pinned: number
}

/** A column narrower than this, or with fewer letters a line, is no longer read with ease. */
const narrowestColumnPx = 320
const fewestLetters = 45
/** A letter's width as a share of the font's size: between what text faces with and without serifs have. */
const letterShare = 0.5

/**
 * What making room did to a page that it must not do; null where it did no harm. Before and after in the same window,
 * of which `free` is left beside the sidebar.
 */
export function judgeRoom(before: RoomFacts, after: RoomFacts | null, free: Strip): RoomHarm | null {
  if (!after || !isWithin(after, free)) return 'covered'
  if (after.overflowPx > before.overflowPx + 1) return 'scrolls'
  const wanted = Math.max(narrowestColumnPx, fewestLetters * letterShare * after.fontPx)
  // A column that was as narrow before was not made so by us.
  const least = Math.min(wanted, before.right - before.left)
  if (after.right - after.left < least - 1) return 'narrow'
  return after.pinned > before.pinned ? 'overlaid' : null
}
