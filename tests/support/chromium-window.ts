import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntil } from './wait-until.ts'

/** A node of the browser's own window, as Chromium's UI DevTools lists them. */
interface ViewNode {
  nodeId: number
  nodeName: string
  attributes?: string[]
  children?: ViewNode[]
}

type Send = (method: string, params: object) => Promise<unknown>

/**
 * The arguments a Chromium needs so that its own window can be driven. Its dialogs and shortcuts are the
 * browser's: no page's protocol reaches them, but the UI DevTools protocol does (components/ui_devtools in
 * Chromium's source; synthetic events are behind a feature).
 */
export const nativeWindowArguments = [
  '--enable-ui-devtools=0', // a free port, written into the profile
  '--enable-features=ui-debug-tools-enable-synthetic-events',
]

/**
 * Answers the dialog that Chromium shows for `permissions.request`, as soon as it comes up.
 * Gives up without a word when `signal` says that none will come.
 */
export function clickNativeDialog(profile: string, isAccepted: boolean, signal?: AbortSignal): Promise<void> {
  return withWindow(profile, async send => {
    const findButtons = async () => {
      const row = findViews(await loadViews(send), 'DialogClientView::ButtonRowContainer')[0]
      const buttons = row ? findViews(row, 'MdTextButton') : []
      return buttons.length === 2 ? buttons : null
    }
    await waitUntil('Chromium asks', async () => signal?.aborted || (await findButtons()))
    // Clicks are ignored for a moment after the dialog came up: click until it left. Each listing numbers views anew.
    await waitUntil("Chromium's dialog is gone", async () => {
      const buttons = await findButtons()
      if (!buttons) return true
      const nodeId = buttons[isAccepted ? 1 : 0]?.nodeId // Linux's order: deny, allow
      for (const type of ['mousePressed', 'mouseReleased']) {
        const event = { type, x: 20, y: 10, button: 'left', wheelDirection: 'none' }
        await send('DOM.dispatchMouseEvent', { nodeId, event }).catch(() => {})
      }
      return !(await findButtons())
    })
  })
}

/** Presses Alt+Shift and a letter in the browser's window, where it looks for shortcuts of extensions. */
export function pressAltShift(profile: string, letter: string): Promise<void> {
  return withWindow(profile, async send => {
    const window = findViews(await loadViews(send), 'BrowserWidget')[0]
    if (!window) throw new Error('Chromium has no window')
    const keyCode = letter.charCodeAt(0)
    const flags = 10 // ui::EF_SHIFT_DOWN | ui::EF_ALT_DOWN
    for (const type of ['keyPressed', 'keyReleased']) {
      const event = { type, keyCode, code: 0, key: keyCode, flags, isChar: false }
      await send('DOM.dispatchKeyEvent', { nodeId: window.nodeId, event })
    }
  })
}

async function loadViews(send: Send): Promise<ViewNode> {
  const { root } = (await send('DOM.getDocument', {})) as { root: ViewNode }
  return root
}

function findViews(node: ViewNode, name: string): ViewNode[] {
  if (node.attributes?.includes(name)) return [node]
  return (node.children ?? []).flatMap(child => findViews(child, name))
}

/** Connects, acts and disconnects: Chromium's window takes one client at a time. */
async function withWindow<T>(profile: string, act: (send: Send) => Promise<T>): Promise<T> {
  const port = (await readFile(join(profile, 'UIDevToolsActivePort'), 'utf8')).split('\n')[0]?.trim()
  const socket = new WebSocket(`ws://127.0.0.1:${port}/0`)
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = () => reject(new Error('Chromium has no UI DevTools'))
  })
  const waiting = new Map<number, (reply: { result?: unknown; error?: { message: string } }) => void>()
  socket.onmessage = event => {
    const reply = JSON.parse(String(event.data))
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  }
  let last = 0
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, reply => (reply.error ? reject(new Error(reply.error.message)) : resolve(reply.result)))
      socket.send(JSON.stringify({ id, method, params }))
    })
  try {
    await send('DOM.enable', {})
    return await act(send)
  } finally {
    socket.close()
  }
}
