import type { GateSnapshot } from '../model/page-facts'
import { nativeBrowser } from './native-browser'

const key = 'gate'

/** What the gate knows, from `storage.local`; null where none of this format was compiled yet. */
export async function loadGateSnapshot(): Promise<GateSnapshot | null> {
  const snapshot = (await nativeBrowser().storage.local.get(key))[key] as GateSnapshot | undefined
  return snapshot?.format === 1 ? snapshot : null
}

export const saveGateSnapshot = (snapshot: GateSnapshot): Promise<void> =>
  nativeBrowser().storage.local.set({ [key]: snapshot })
