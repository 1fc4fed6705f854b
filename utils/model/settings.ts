/** What the reader chose. Kept in `storage.local`, one typed item with defaults. */
export interface Settings {
  isPaused: boolean
  /** Host names on which Sidelight is off. */
  offHosts: string[]
  /** Address hashes of pages that are "not about this". */
  dismissedAddresses: string[]
  /** Whether the sidebar opens by itself on a spotted article: the last thing the reader did with it. */
  isSidebarOpen: boolean
  areMarksShown: boolean
}

export const defaultSettings: Settings = {
  isPaused: false,
  offHosts: [],
  dismissedAddresses: [],
  isSidebarOpen: true,
  areMarksShown: true,
}
