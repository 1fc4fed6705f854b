import type { ClockPort, SettingsPort } from '../../utils/model/ports'
import { defaultSettings, type Settings } from '../../utils/model/settings'
import { hashesOf } from '../../utils/reading/judge-address'
import { createMemoryArrivals } from './memory-arrivals'
import { createMemoryCorpus } from './memory-corpus'
import { createMemoryHighlights } from './memory-highlights'
import { createMemoryClaimVectors, createMemoryModel, createMemoryReadingCache } from './memory-model'
import { createMemoryReaderClaims } from './memory-reader-claims'
import { createMemoryRemarks } from './memory-remarks'
import { createMemoryVisits } from './memory-visits'

export function createMemorySettings(initial: Partial<Settings> = {}): SettingsPort {
  let settings: Settings = { ...defaultSettings, ...initial }
  return {
    load: async () => settings,
    async save(change) {
      settings = { ...settings, ...(typeof change === 'function' ? change(settings) : change) }
      return settings
    },
  }
}

/** A clock that a test sets, and ids that count up. */
export function createTestClock(startMs = Date.UTC(2031, 4, 6, 12)): ClockPort & { nowIs(ms: number): void } {
  let nowMs = startMs
  let count = 0
  return {
    nowMs: () => nowMs,
    nowIs: ms => {
      nowMs = ms
    },
    newId: () => {
      count++
      return `id-${count}`
    },
  }
}

/** All ports on plain memory: what the services are tested with. */
export const createMemoryPorts = (settings: Partial<Settings> = {}) => ({
  corpus: createMemoryCorpus(hashesOf),
  highlights: createMemoryHighlights(hashesOf),
  readerClaims: createMemoryReaderClaims(hashesOf),
  remarks: createMemoryRemarks(),
  visits: createMemoryVisits(),
  folders: { load: async () => null },
  arrivals: createMemoryArrivals(),
  model: createMemoryModel(),
  vectors: createMemoryClaimVectors(),
  cache: createMemoryReadingCache(),
  settings: createMemorySettings(settings),
  clock: createTestClock(),
})
