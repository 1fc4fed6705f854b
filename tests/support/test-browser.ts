import type { Page } from 'puppeteer-core'

/** The manifest's `commands` and the letters of their suggested keys, all with Alt+Shift. */
export const commandLetters = {
  'toggle-sidebar': 'S',
  'save-highlight': 'H',
  'next-mark': 'K',
  'previous-mark': 'J',
}
export type CommandName = keyof typeof commandLetters

/** How a browser is started. */
export interface LaunchOptions {
  /** Port of `servePages`: everything the browser asks for goes there. */
  port: number
  /** Without the extension: what a page costs by itself. */
  isBare?: boolean
  /** For a reader to look at: a window, and the rest of the web in reach. Chromium only. */
  isHeaded?: boolean
  /** Match patterns granted from the start, without the reader's click. Chromium only. */
  grantedAtInstall?: string[]
  /** Changes the extension's copy before it is installed; gets the folder's path. */
  alterExtension?: (path: string) => void
  colorScheme?: 'light' | 'dark'
  /** Where downloads go. */
  downloadFolder?: string
  /** Width and height of pages, CSS pixels. */
  viewport?: { width: number; height: number }
}

/** What stories touch of the background's world. */
export interface BackgroundScope {
  IDBObjectStore: Instrumented
  IDBIndex: Instrumented
  /** Left there by a story. */
  testReads?: number
  /** The database's own methods of writing, while others stand in their place. */
  testWrites?: Instrumented['prototype']
}
interface Instrumented {
  prototype: Record<string, ((this: unknown, ...given: unknown[]) => unknown) | undefined>
}

/** A real browser with the built extension, the same for a story in Chromium and in Firefox. */
export interface TestBrowser {
  name: 'chromium' | 'firefox'
  version: string
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  origin: string
  openPage(address: string): Promise<Page>
  /** The page that opened by itself at install; null in a bare browser. */
  welcomePage: Page | null
  /** A page of the extension in a tab, by its path (`welcome.html`). */
  openExtensionPage(path: string): Promise<Page>
  /** Pages of the extension that stand open in tabs, of themselves too (the welcome page). */
  extensionPages(): Promise<Page[]>
  /**
   * Clicks the browser's own "Allow" or "Deny" when Chromium asks; Firefox is told to ask nothing.
   * `signal` ends the waiting where the browser may grant without asking (what was granted once before).
   */
  answerPrompt(isAllowed: boolean, signal?: AbortSignal): Promise<void>
  /** The keys of a command, as the reader presses them over the page: the browser hands them to the extension. */
  pressShortcut(page: Page, command: CommandName): Promise<void>
  /** Whether the background runs: it sleeps when nothing wakes it. */
  isWorkerRunning(): Promise<boolean>
  /** The button in the toolbar: grants `activeTab` for the page, like the reader's click. */
  clickToolbarButton(page: Page): Promise<void>
  /** Stops the background as the browser does after 30 idle seconds. */
  stopWorker(): Promise<void>
  /** Runs a function in the background's own world, which is started if it sleeps; it gets that world's global. */
  evaluateInBackground<T>(act: (world: { scope: BackgroundScope }) => T): Promise<Awaited<T>>
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>
  /** Replaces the running extension by one of another version; pages stay open. */
  updateExtension(version: string): Promise<void>
  close(): Promise<void>
}
