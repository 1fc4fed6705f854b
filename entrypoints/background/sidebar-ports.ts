import { askTab } from '../../utils/messaging/ask'
import { readerPort } from '../../utils/messaging/reader-port'
import { type SidebarMessage, sidebarPort } from '../../utils/messaging/sidebar-port'
import { browser } from '../../utils/platform/browser'
import type { Port } from '../../utils/platform/native-browser'

/**
 * The open sidebars, by tab. Lost when the worker sleeps, and that is no harm: the ports close with it,
 * and every sidebar connects again.
 */
const ports = new Map<number, Set<Port>>()

/** Takes in sidebars that connect: those in a frame on a page by their tab, others by the tab in the port's name. */
export function listenForSidebars(): void {
  browser.runtime.onConnect.addListener(port => {
    const [name, named] = port.name.split(':')
    const tab = named ? Number(named) : port.sender?.tab?.id
    const isOurs =
      port.sender?.id === browser.runtime.id && /^(chrome|moz)-extension:/.test(port.sender?.url ?? '')
    if (name === readerPort) return
    if (name !== sidebarPort || !isOurs || tab === undefined) return port.disconnect()
    const open = ports.get(tab) ?? new Set()
    ports.set(tab, open.add(port))
    port.onDisconnect.addListener(() => open.delete(port))
    askTab(tab)('sidebar/ready', {})
  })
}

/** Tells the sidebars of one tab, or of all. */
export function tellSidebars(message: SidebarMessage, tab?: number): void {
  const open = tab === undefined ? [...ports.values()] : [ports.get(tab) ?? new Set<Port>()]
  for (const port of open.flatMap(set => [...set])) port.postMessage(message)
}
