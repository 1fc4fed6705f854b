import type { SettingsPort } from '../model/ports'
import { defaultSettings, type Settings } from '../model/settings'
import { browser } from './browser'

const key = 'settings'

/** Changes run one after the other: each sees what the one before it wrote. */
let last: Promise<unknown> = Promise.resolve()

/** The settings in `storage.local`, under one key; what is missing there has its default. */
export const settingsStore: SettingsPort = {
  async load() {
    const stored = await browser.storage.local.get(key)
    return { ...defaultSettings, ...(stored[key] as Partial<Settings> | undefined) }
  },
  save(change) {
    const saving = last.then(async () => {
      const now = await settingsStore.load()
      const settings = { ...now, ...(typeof change === 'function' ? change(now) : change) }
      await browser.storage.local.set({ [key]: settings })
      return settings
    })
    // One that failed is told to who asked for it, and does not stand in the way of the next.
    last = saving.catch(() => {})
    return saving
  },
}
