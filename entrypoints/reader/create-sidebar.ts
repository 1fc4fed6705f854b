import { sheetPx } from '../../components/inline/sheet-px'
import { askFromPage } from '../../utils/messaging/ask'
import type { DraggedPlace, Focus } from '../../utils/messaging/protocol'
import {
  type Beside,
  clampWidth,
  isSheetIn,
  nameRoom,
  type RoomHarm,
  type SidebarPlace,
} from '../../utils/model/sidebar-place'
import { hostAttribute } from '../../utils/page/host-attribute'
import { isWithin, measureColumn, type Strip } from '../../utils/page/measure-column'
import type { RoomScope } from '../../utils/page/try-room'
import type { StageHandle } from './create-stage'

interface Wiring {
  signal: AbortSignal
  stage: StageHandle
  /** Whether Sidelight is on for this page: off, the handle does not wait. */
  isOn: () => boolean
  /** The story's paragraphs, as they stand on the page now. */
  paragraphs: () => Range[]
}

/** A window that is drawn larger says so many times a second: it is looked at when it rests, ms. */
const restMs = 200

export type SidebarControl = ReturnType<typeof createSidebar>

/**
 * The sidebar on the page: opens and closes it, keeps it where the reader wants it, and sees to it that it covers no
 * words by itself: it makes room where that is wanted and measures what that did.
 */
export function createSidebar({ signal, stage, isOn, paragraphs }: Wiring) {
  /** Rooms whose rule the page has. */
  const prepared = new Set<string>()
  /** A focus that was asked for before the sidebar stood. */
  let waiting: Focus | null = null
  let isHandleHidden = false
  let harm: RoomHarm | null = null
  let told = ''

  const isOpen = () => stage.state().sidebar === 'open'
  const isSheet = () => isSheetIn(innerWidth)
  const place = (): SidebarPlace => {
    const chosen = stage.state().place
    return { ...chosen, widthPx: clampWidth(chosen.widthPx, innerWidth) }
  }
  const otherSide = () => (place().side === 'left' ? 'right' : 'left')
  const freeBeside = (side: SidebarPlace['side']): Strip => {
    const { clientWidth } = document.documentElement
    const { widthPx } = place()
    return side === 'left' ? { left: widthPx, right: clientWidth } : { left: 0, right: clientWidth - widthPx }
  }
  /** Whether the sidebar can stand at that side without covering words. Where none is drawn nobody knows: false. */
  const fits = (side: SidebarPlace['side']): boolean => {
    const column = measureColumn(paragraphs())
    return column !== null && isWithin(column, freeBeside(side))
  }

  /** The script that makes room is there once it was asked for. */
  const roomTools = () => (globalThis as RoomScope).sidelightRoom
  const keepReading = <T>(act: () => T): T => {
    const tools = roomTools()
    return tools ? tools.keepReading(paragraphs(), act) : act()
  }

  /**
   * Whether the sidebar covers no words, open as it is or is about to be. Where it would, room is made if the reader
   * wants that; what did harm is taken back within the same task, so that nobody sees it.
   */
  async function settleRoom(isOpening = false): Promise<boolean> {
    const { side, widthPx, makesRoom } = place()
    const name = nameRoom({ side, widthPx })
    let room: string | null = null
    /** Null: what it takes is not on the page yet. */
    const attempt = (): boolean | null =>
      keepReading(() => {
        stage.tryRoom(null)
        harm = null
        if (isSheet() || fits(side)) return true
        if (!makesRoom) return false
        const tools = roomTools()
        if (!tools || !prepared.has(name)) return null
        harm = tools.tryRoom(paragraphs(), freeBeside(side), isMade => stage.tryRoom(isMade ? name : null))
        if (!harm) room = name
        return !harm
      })
    let isFree = attempt()
    if (isFree === null) {
      const put = await askFromPage('room/prepare', { side, widthPx })
      if (put.ok) prepared.add(name)
      // Meanwhile it may have been closed, or chosen otherwise: then somebody else settles that.
      if (signal.aborted || nameRoom(place()) !== name || !(isOpen() || isOpening)) return false
      isFree = put.ok && attempt()
      if (!put.ok) harm = 'refused'
    }
    stage.change({ room, ...(isOpening && isFree && { sidebar: 'open' }) })
    return isFree === true
  }

  const state = (): Beside => {
    const isBeside = !isSheet()
    const isMade = isOpen() && stage.state().room !== null
    return {
      covers: isBeside && !fits(place().side),
      isOtherSideFree: isBeside && !isMade && fits(otherSide()),
      room: isMade ? 'made' : harm,
    }
  }
  /** After what may have changed how it stands to the words; the sidebar hears of it where that is so. */
  async function settle(): Promise<void> {
    if (!isOpen() || signal.aborted) return
    await settleRoom()
    const now = JSON.stringify(state())
    if (now === told || signal.aborted) return
    told = now
    askFromPage('page/changed', {})
  }

  function set(to: 'open' | 'closed', isByKeyboard = false): void {
    const sidebar = to === 'closed' && (!isOn() || isHandleHidden) ? 'absent' : to
    if (stage.state().sidebar === sidebar) return
    // Within our closed root nobody but us knows more: the frame had the focus, or something beside it.
    const hadFocus = document.activeElement?.hasAttribute(hostAttribute) === true
    const takesFocus = isByKeyboard || (to === 'closed' && hadFocus)
    const change = () => stage.change({ sidebar, isSidebarReady: false, takesFocus })
    if (to === 'open') {
      isHandleHidden = false
      change()
      settle()
    } else keepReading(change)
  }
  function choose(to: 'open' | 'closed', isByKeyboard = false): void {
    set(to, isByKeyboard)
    askFromPage('sidebar/remember', { isOpen: to === 'open' })
  }

  /** How much of the window is under a sheet, px. */
  const hiddenPx = () => (isOpen() && isSheet() ? sheetPx(stage.state().place.sheet, innerHeight) : 0)
  const setSheet = (sheet: SidebarPlace['sheet']) =>
    stage.change({ place: { ...stage.state().place, sheet } })

  let rest: ReturnType<typeof setTimeout> | undefined
  for (const type of ['resize', 'load']) {
    const settleSoon = () => {
      clearTimeout(rest)
      rest = setTimeout(settle, restMs)
    }
    addEventListener(type, settleSoon, { signal })
  }

  return {
    state,
    set,
    choose,
    /** At the start of a page: it opens by itself where that was left so and covers no words; else the handle waits. */
    async begin(isWanted: boolean, chosen: SidebarPlace): Promise<void> {
      stage.change({ place: chosen })
      // Somebody may have opened it meanwhile, by the toolbar button.
      if (isOpen()) return settle()
      const isFree = isWanted && !isSheet() && (await settleRoom(true))
      if (!isFree && !signal.aborted && !isOpen()) set('closed')
    },
    toggle(to: 'open' | 'closed' = isOpen() ? 'closed' : 'open', isEscape = false): void {
      if (!isEscape || isSheet()) choose(to)
    },
    /** It was dragged here: kept, and told to the other tabs. */
    move(change: DraggedPlace): void {
      stage.change({ place: { ...stage.state().place, ...change } })
      askFromPage('place/remember', { change })
      settle()
    },
    /** It was chosen elsewhere. */
    take(chosen: SidebarPlace): void {
      stage.change({ place: chosen })
      settle()
    },
    hideHandle(): void {
      isHandleHidden = true
      set('closed')
    },
    /** Opens it at something; by the keyboard the focus goes there too. */
    show(focus: Focus, isByKeyboard = false): void {
      if (isByKeyboard && isOpen()) stage.focusSidebar()
      set('open', isByKeyboard)
      if (stage.state().isSidebarReady) askFromPage('sidebar/focus', focus)
      else waiting = focus
    },
    ready(): void {
      stage.change({ isSidebarReady: true })
      if (waiting) askFromPage('sidebar/focus', waiting)
      waiting = null
    },
    /**
     * Lowers a sheet so far that a passage can be seen above it, for this time; gives what stays hidden, px. At the end
     * of a page there may be nothing left to scroll.
     */
    uncover(range: Range): number {
      if (hiddenPx() > 0 && stage.state().place.sheet === 'full') setSheet('half')
      const { scrollHeight, scrollTop } = document.scrollingElement ?? document.documentElement
      const atEnd = range.getBoundingClientRect().bottom - (scrollHeight - innerHeight - scrollTop)
      if (hiddenPx() > 0 && atEnd > innerHeight - hiddenPx()) setSheet('peek')
      return hiddenPx()
    },
  }
}
