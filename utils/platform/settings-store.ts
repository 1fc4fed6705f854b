import type { SettingsPort } from '../model/ports'
import { defaultSettings, type Settings } from '../model/settings'
import { browser } from './browser'

const key = 'settings'

/** The settings in `storage.local`, under one key; what is missing there has its default. */
export const settingsStore: SettingsPort = {
  async load() {
    const stored = await browser.storage.local.get(key)
    return { ...defaultSettings, ...(stored[key] as Partial<Settings> | undefined) }
  },
  async save(change) {
    const settings = { ...(await settingsStore.load()), ...change }
    await browser.storage.local.set({ [key]: settings })
    return settings
  },
}
