import type { PageStatus } from '../../utils/messaging/protocol'
import type { Result } from '../../utils/model/result'

/** What the popup can do to the tab it was opened over. */
export interface PopupActions {
  inspect: () => Promise<Result<PageStatus>>
  /** Reads the page, opens the sidebar on it and closes the popup. */
  open: () => Promise<Result<void>>
  /**
   * Shows what is on file about the words selected on the page, and closes the popup; false where none are that could be
   * looked up.
   */
  findSelected: () => Promise<Result<boolean>>
  /** Asks the browser for this host. Called straight from the click: after any waiting it would be refused. */
  grantSite: (host: string) => Promise<boolean>
  takeDismissalBack: () => Promise<Result<void>>
  switchSite: (host: string, isOff: boolean) => Promise<Result<void>>
  setPaused: (isPaused: boolean) => Promise<Result<void>>
  /** Brings the library to the front and closes the popup. */
  showLibrary: () => void
  showOptions: () => void
  showWelcome: () => void
}
