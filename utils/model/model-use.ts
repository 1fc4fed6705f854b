import type { Failure } from './result'

/** How sure a machine's reading of a sentence is. What is only possible never says that it contradicts something. */
export type Certainty = 'likely' | 'possibly'

/** Whether the reading model read the article. */
export type ModelUse =
  /** The article is on file, or nothing stands on file that could be compared. */
  | { is: 'not needed' }
  /** So many of its sentences by now. */
  | { is: 'reading'; read: number; of: number }
  | { is: 'done' }
  /** The reader switched it off. */
  | { is: 'off' }
  /** It reads English alone. */
  | { is: 'other language' }
  | { is: 'failed'; failure: Failure }
