import type { Arrival, ArrivalId, NewArrival } from '../../utils/model/arrival'
import type { Result } from '../../utils/model/result'

/** What a page can do with files on their way in. None of it throws. */
export interface ArrivalsActions {
  /** Calls back with where the files are, now and whenever that changes, until the returned function is called. */
  listen: (onNews: (arrivals: Arrival[]) => void) => () => void
  /** Bad input, with the most megabytes that a file may have, where one is larger: then none is taken. */
  add: (files: readonly NewArrival[]) => Promise<Result<void>>
  answer: (arrival: ArrivalId, isWanted: boolean) => Promise<Result<void>>
  stop: (arrival: ArrivalId) => Promise<Result<void>>
  /** Forgets one that has ended. */
  dismiss: (arrival: ArrivalId) => Promise<Result<void>>
}
