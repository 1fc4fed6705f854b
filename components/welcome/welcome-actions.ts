/** What the welcome page shows of the world. */
export interface WelcomeData {
  /** Host names of outlets on file. */
  outlets: string[]
  isEverySite: boolean
  /** How many hosts are granted one by one. */
  grantedSites: number
  /** The browser's own names and keys; '' where no key is set. */
  shortcuts: { description: string; keys: string }[]
}

/** What the welcome page can do. */
export interface WelcomeActions {
  load: () => Promise<WelcomeData>
  /** Ask the browser, with all that is below each host. Called straight from the click. */
  grantHosts: (hosts: string[]) => Promise<boolean>
  /** Called straight from the click. */
  grantEverySite: () => Promise<boolean>
  /** Gives back whatever was granted. */
  revokeAll: () => Promise<boolean>
  /** Asks the browser to keep what is stored even when space is short. */
  persist: () => Promise<boolean>
  changeShortcuts: () => void
  showOptions: () => void
}
