import type { SidebarEvents } from './protocol'

/** The name under which a sidebar connects to the background. */
export const sidebarPort = 'sidebar'

/** What travels over that port, one way: from the background to the sidebar. */
export type SidebarMessage = {
  [K in keyof SidebarEvents]: { name: K; event: SidebarEvents[K] }
}[keyof SidebarEvents]
