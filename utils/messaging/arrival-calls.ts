import type { Arrival, ArrivalId, ArrivalPort, NewArrival } from '../model/arrival'
import { fail, type Result } from '../model/result'
import type { ArrivalNews } from './arrival-protocol'
import { askBackground } from './ask'
import { serve } from './serve'

/** How often a page asks by itself, ms: a background that was stopped in the middle is started by it, and goes on. */
const askEveryMs = 5_000

/** Nothing of ours is larger: four times a dossier of a million claims. */
const largestBytes = 2_000_000_000

const isUnderWay = ({ stage }: Arrival): boolean =>
  stage.is === 'waiting' ||
  stage.is === 'reading' ||
  stage.is === 'wanted' ||
  (stage.is === 'in' && stage.comparing !== undefined)

/**
 * What pages do with files on their way in. `add` puts them into the database: no message carries a file, so this is the
 * one thing that pages write there themselves.
 */
export const makeArrivalCalls = (add: ArrivalPort['add']) => ({
  /** Calls back with where the files are, now and whenever that changes, until the returned function is called. */
  listen(onNews: (arrivals: Arrival[]) => void): () => void {
    let isAtIt = false
    const hear = (arrivals: Arrival[]): void => {
      isAtIt = arrivals.some(isUnderWay)
      onNews(arrivals)
    }
    const ask = async (): Promise<void> => {
      const listed = await askBackground('arrival/list', {})
      if (listed.ok) hear(listed.value)
    }
    const end = serve<ArrivalNews>({
      handlers: {
        'arrivals/changed': ({ arrivals }) => {
          hear(arrivals)
          return { ok: true, value: undefined }
        },
      },
      allows: caller => caller.isExtensionPage,
    })
    ask()
    const timer = setInterval(() => isAtIt && ask(), askEveryMs)
    return () => {
      clearInterval(timer)
      end()
    }
  },
  /** Bad input, with the most megabytes that a file may have, where one is larger: then none is taken. */
  async add(files: readonly NewArrival[]): Promise<Result<void>> {
    if (files.some(({ content }) => content.size > largestBytes)) {
      return fail('bad-input', String(largestBytes / 1_000_000))
    }
    const added = await add(files)
    return added.ok ? askBackground('arrival/begin', { arrivals: added.value }) : added
  },
  answer: (arrival: ArrivalId, isWanted: boolean): Promise<Result<void>> =>
    askBackground('arrival/answer', { arrival, isWanted }),
  stop: (arrival: ArrivalId): Promise<Result<void>> => askBackground('arrival/stop', { arrival }),
  dismiss: (arrival: ArrivalId): Promise<Result<void>> => askBackground('arrival/dismiss', { arrival }),
})
