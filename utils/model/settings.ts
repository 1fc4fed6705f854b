import type { HighlightColour } from './highlight'
import type { DossierId } from './ids'
import { defaultPlace, type SidebarPlace } from './sidebar-place'
import type { HistoryDays } from './visit'

/** What the reader chose. Kept in `storage.local`, one typed item with defaults. */
export interface Settings extends SidebarPlace {
  isPaused: boolean
  /** Host names on which Sidelight is off. */
  offHosts: string[]
  /** Address hashes of pages that are "not about this". */
  dismissedAddresses: string[]
  /** The last thing the reader did with the sidebar: open, it opens by itself on the next article where it fits. */
  isSidebarOpen: boolean
  /** The sidebar never opens by itself, whatever was done last: the handle waits. */
  isHandleOnly: boolean
  areMarksShown: boolean
  /** All of the reader's highlights, on every page. */
  areHighlightsShown: boolean
  /** What the next highlight has: what was chosen last. */
  colour: HighlightColour
  /** What the reader calls each colour; '' where it has its own name. */
  colourNames: Record<HighlightColour, string>
  /** Whether the reading model may read. */
  isModelOn: boolean
  /** How sure a machine's reading must be to be marked: more marks and less sure, or fewer and surer. */
  sureness: Sureness
  /** For how long articles that were spotted are remembered; 0: not at all. */
  historyDays: HistoryDays
  /** Dossiers that come with the package and that the reader removed: they are not put on file again. */
  removedDossiers: DossierId[]
}

/** How highlights are shown on pages, and made there. */
export type HighlightLook = Pick<Settings, 'areHighlightsShown' | 'colour' | 'colourNames'>

export const lookOf = ({ areHighlightsShown, colour, colourNames }: Settings): HighlightLook => ({
  areHighlightsShown,
  colour,
  colourNames,
})

export type Sureness = 'more' | 'even' | 'fewer'
export const surenesses: readonly Sureness[] = ['more', 'even', 'fewer']

export const defaultSettings: Settings = {
  isPaused: false,
  offHosts: [],
  dismissedAddresses: [],
  isSidebarOpen: true,
  isHandleOnly: false,
  areMarksShown: true,
  areHighlightsShown: true,
  colour: 'yellow',
  colourNames: { yellow: '', green: '', blue: '', pink: '', violet: '' },
  ...defaultPlace,
  isModelOn: true,
  sureness: 'even',
  historyDays: 0,
  removedDossiers: [],
}

/** The part of the settings that says how the sidebar stands. */
export const placeOf = ({
  side,
  widthPx,
  sheet,
  handleAt,
  textPercent,
  makesRoom,
}: Settings): SidebarPlace => ({ side, widthPx, sheet, handleAt, textPercent, makesRoom })
