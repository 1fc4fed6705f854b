import type { GateSnapshot } from '../model/page-facts'
import { nativeBrowser } from './native-browser'

const key = 'gate'

/**
 * What the gate knows, from `storage.local`; null where none of this format was compiled yet. Kept as one text: the
 * browser takes an object apart value by value on its way to a page, and hands over a text in one piece. The starter's
 * snapshot added 17 ms to a page as an object and 3 to 9 ms as a text, in single runs on a loaded machine.
 */
export async function loadGateSnapshot(): Promise<GateSnapshot | null> {
  const text = (await nativeBrowser().storage.local.get(key))[key]
  const snapshot: GateSnapshot | null = typeof text === 'string' ? JSON.parse(text) : null
  return snapshot?.format === 2 ? snapshot : null
}

export const saveGateSnapshot = (snapshot: GateSnapshot): Promise<void> =>
  nativeBrowser().storage.local.set({ [key]: JSON.stringify(snapshot) })
