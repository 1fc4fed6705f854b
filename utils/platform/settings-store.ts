import type { SettingsPort } from '../model/ports'
import { defaultSettings, type Settings } from '../model/settings'
import { browser } from './browser'
import { inTurn } from './in-turn'

const key = 'settings'

const takeTurn = inTurn()

/** The settings in `storage.local`, under one key; what is missing there has its default. */
export const settingsStore: SettingsPort = {
  async load() {
    const stored = await browser.storage.local.get(key)
    return { ...defaultSettings, ...(stored[key] as Partial<Settings> | undefined) }
  },
  save(change) {
    return takeTurn(async () => {
      const now = await settingsStore.load()
      const settings = { ...now, ...(typeof change === 'function' ? change(now) : change) }
      await browser.storage.local.set({ [key]: settings })
      return settings
    })
  },
}
