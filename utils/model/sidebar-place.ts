/** Where the sidebar stands, how large, and how large its text: the reader's choice, the same on every page. */
export interface SidebarPlace {
  side: 'left' | 'right'
  /** As chosen; a narrow window shows less (`clampWidth`). */
  widthPx: number
  /** How high it stands where the window is too narrow for a side: it comes from below then. */
  sheet: SheetHeight
  /** Where the handle's upper edge stands, as a share of the window's height, 0..1. */
  handleAt: number
  textPercent: TextPercent
  /** Narrow the page's own column where the sidebar would cover it, and where that does no harm. */
  makesRoom: boolean
}

export const sheetHeights = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof sheetHeights)[number]

export const textPercents = [87, 100, 112, 125, 150] as const
export type TextPercent = (typeof textPercents)[number]

export const defaultPlace: SidebarPlace = {
  side: 'right',
  widthPx: 392,
  sheet: 'half',
  handleAt: 0.38,
  textPercent: 100,
  makesRoom: false,
}

export const narrowestPx = 300
export const widestPx = 720
/** Wider than this share of the window the page beside it is no longer read. */
const widestShare = 0.6
/** In a narrower window the sidebar is a sheet from below. */
const sheetBelowPx = 600

export const isSheetIn = (windowPx: number): boolean => windowPx < sheetBelowPx

/** The widest that the sidebar may be in a window, px. */
export const widestIn = (windowPx: number): number =>
  Math.max(narrowestPx, Math.min(widestPx, Math.round(windowPx * widestShare)))

/** A width as it can stand in a window, in whole px. */
export const clampWidth = (px: number, windowPx: number): number =>
  Math.max(narrowestPx, Math.min(Math.round(px), widestIn(windowPx)))

/** How the sidebar stands to the story's words on a page. */
export interface Beside {
  /** It stands, or would stand, over some of them. */
  covers: boolean
  isOtherSideFree: boolean
  /** What came of making room, where it was tried. */
  room: 'made' | RoomHarm | null
}

/** Why the page was put back as it was: each is measured on the narrowed page against the one before. */
export type RoomHarm = 'scrolls' | 'covered' | 'narrow' | 'overlaid' | 'refused'

/** On our own element of a page: the rule that makes room holds only while it stands there with this value. */
export const roomAttribute = 'data-sl-room'

/** Names a side and a width ("r392"), the same for the page's script and the rule. */
export const nameRoom = ({ side, widthPx }: Pick<SidebarPlace, 'side' | 'widthPx'>): string =>
  `${side[0]}${widthPx}`
