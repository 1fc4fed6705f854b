import { fail } from '../../utils/model/result'
import type { ReadingModelPort } from '../../utils/model/sentence-reading'
import { inTurn } from '../../utils/platform/in-turn'
import { logFailure } from '../../utils/platform/log'
import { settingsStore } from '../../utils/platform/settings-store'
import { fillMissingVectors } from '../../utils/services/fill-missing-vectors'
import type { Stores } from './stores'

/** How many claims have their vector by now, and of how many. */
type Watch = (done: number, of: number) => void

const takeTurn = inTurn()
let before: Promise<unknown> = Promise.resolve()

/** Somebody waits for this work, and nobody for claims to be read for comparison: that goes on after it. */
export function fillAfter(work: Promise<unknown>): void {
  before = Promise.allSettled([before, work])
}

const watches = new Set<Watch>()

/**
 * Makes the vectors that dossiers on file want, where the reading model is on; a failure is logged. May be asked for at any
 * time: one goes on at once, and who asks meanwhile hears of that one too. It ends with the worker, and goes on at the
 * browser's next start, the next import, or when the model is switched on.
 */
export async function fillVectors(stores: Stores, watch: Watch = () => {}): Promise<void> {
  watches.add(watch)
  try {
    await takeTurn(() => fillInTurn(stores))
  } catch (error) {
    logFailure('vectors', String(error))
  } finally {
    watches.delete(watch)
  }
}

async function fillInTurn(stores: Stores): Promise<void> {
  if (!(await settingsStore.load()).isModelOn) return
  const filled = await fillMissingVectors(
    { ...stores, model: whileOn(stores.model) },
    {
      onProgress: (done, of) => {
        for (const watch of watches) watch(done, of)
      },
    },
  )
  if (!filled.ok && filled.failure.kind !== 'not-allowed') logFailure('vectors', filled.failure.detail)
}

/**
 * The model, which says no as soon as the reader switches it off. That it looks lets other messages have their turn before
 * each few sentences.
 */
const whileOn = (model: ReadingModelPort): ReadingModelPort => ({
  ...model,
  read: async (sentences, signal) => {
    await before
    return (await settingsStore.load()).isModelOn
      ? model.read(sentences, signal)
      : fail('not-allowed', 'the reading model is switched off')
  },
})
