import { type SheetHeight, sheetHeights } from '../../utils/model/sidebar-place'

/** What peeks out: the sidebar's head, above which the page goes on. */
const peekPx = 120
/** What a full sheet leaves of the page, so that it is seen to be a sheet. */
const leftPx = 40

/** How high a sheet stands in a window of that height, px. */
export const sheetPx = (sheet: SheetHeight, windowPx: number): number =>
  sheet === 'peek' ? peekPx : Math.round(sheet === 'half' ? windowPx / 2 : windowPx - leftPx)

/** The height that a sheet settles at when it is let go. */
export const nearestSheet = (px: number, windowPx: number): SheetHeight => {
  const wayTo = (sheet: SheetHeight) => Math.abs(sheetPx(sheet, windowPx) - px)
  return sheetHeights.toSorted((a, b) => wayTo(a) - wayTo(b))[0] ?? 'half'
}
