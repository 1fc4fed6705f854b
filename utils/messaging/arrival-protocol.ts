import type { Arrival, ArrivalId } from '../model/arrival'

/** What pages ask about files on their way in: those that were put into the database to be taken in. */
export interface ArrivalRequests {
  /** Oldest first. */
  'arrival/list': (request: Record<string, never>) => Arrival[]
  /** These were put there; not-found where the background does not see them (a private window of Firefox's). */
  'arrival/begin': (request: { arrivals: ArrivalId[] }) => void
  /** The reader's word on one that was shown: taken in, or left. */
  'arrival/answer': (request: { arrival: ArrivalId; isWanted: boolean }) => void
  'arrival/stop': (request: { arrival: ArrivalId }) => void
  /** What came of it was seen. */
  'arrival/dismiss': (request: { arrival: ArrivalId }) => void
}

/** What the background tells pages that show files on their way in. */
export interface ArrivalNews {
  'arrivals/changed': (request: { arrivals: Arrival[] }) => void
}
