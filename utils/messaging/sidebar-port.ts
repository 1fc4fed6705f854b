import type { SidebarEvents } from './protocol'

/** The name under which a sidebar connects to the background. */
export const sidebarPort = 'sidebar'

/** The name under which a page's reader connects: it says and hears nothing, and ends when the extension does. */
export const readerPort = 'reader'

/** What travels over that port, one way: from the background to the sidebar. */
export type SidebarMessage = {
  [K in keyof SidebarEvents]: { name: K; event: SidebarEvents[K] }
}[keyof SidebarEvents]
