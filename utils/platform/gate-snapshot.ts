import type { GateSnapshot } from '../model/page-facts'
import { nativeBrowser } from './native-browser'

const key = 'gate'

/**
 * What the gate knows, from `storage.local`; null where none of this format was compiled yet. Kept as one text: the
 * browser takes an object apart value by value on its way to a page, some 15 ms for this one, and a text in one piece.
 */
export async function loadGateSnapshot(): Promise<GateSnapshot | null> {
  const text = (await nativeBrowser().storage.local.get(key))[key]
  const snapshot: GateSnapshot | null = typeof text === 'string' ? JSON.parse(text) : null
  return snapshot?.format === 2 ? snapshot : null
}

export const saveGateSnapshot = (snapshot: GateSnapshot): Promise<void> =>
  nativeBrowser().storage.local.set({ [key]: JSON.stringify(snapshot) })
