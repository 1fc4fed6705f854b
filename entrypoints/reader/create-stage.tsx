import { render } from 'preact'
import inlineCss from '../../components/inline/inline.css?inline'
import { type MessageKey, Words } from '../../components/shared/words'
import { defaultPlace } from '../../utils/model/sidebar-place'
import { createElementHost } from '../../utils/page/element-host'
import { isExtensionAlive, nativeBrowser } from '../../utils/platform/native-browser'
import { translate } from '../../utils/platform/translate'
import { Stage, type StageActions, type StageState } from './Stage'

const firstState: StageState = {
  card: null,
  selection: null,
  sidebar: 'absent',
  isSidebarReady: false,
  takesFocus: false,
  place: defaultPlace,
  room: null,
  claims: 0,
  sentences: 0,
  isDisputed: false,
  notice: null,
  look: null,
  said: { text: '', count: 0 },
  shortcut: null,
}

export interface StageHandle {
  state: () => StageState
  change: (change: Partial<StageState>) => void
  /** Makes this room, or none, as a trial: the next change of the state decides what stays. */
  tryRoom: (room: string | null) => void
  /** Whether the keys go to the sidebar's page, and where they are sent from there and to it. */
  isSidebarFocused: () => boolean
  focusSidebar: () => void
  leaveSidebar: () => void
  dispose: () => void
}

/** Draws what stands on the page into the closed root, and draws it again whenever the state changes. */
export function createStage(actions: StageActions): StageHandle {
  const host = createElementHost(document, inlineCss, isExtensionAlive)
  // Fixed at the start: once the extension was reloaded, `runtime` can no longer be asked.
  const sidebarSrc = nativeBrowser().runtime.getURL('/sidebar.html')
  let state = firstState
  const draw = () =>
    render(
      <Words.Provider value={translate as (key: MessageKey, ...values: (string | number)[]) => string}>
        <Stage state={state} actions={actions} sidebarSrc={sidebarSrc} />
      </Words.Provider>,
      host.root,
    )
  // Only while the sidebar stands beside the page: however it is closed, the room ends with it.
  const settleRoom = () => host.markRoom(state.sidebar === 'open' ? state.room : null)
  const frame = () => host.root.querySelector('iframe')
  draw()
  return {
    state: () => state,
    change(change) {
      state = { ...state, ...change }
      settleRoom()
      draw()
    },
    tryRoom: host.markRoom,
    isSidebarFocused: () => host.root.activeElement?.localName === 'iframe',
    focusSidebar: () => frame()?.focus(),
    leaveSidebar() {
      frame()?.blur()
      window.focus()
    },
    dispose() {
      render(null, host.root)
      host.dispose()
    },
  }
}
