import type { Comparing, FileImport, ImportProgress } from '../model/backup'
import type { Result } from '../model/result'

/** The name under which a page of ours connects to hand a file over, portion by portion. */
export const filePort = 'file'

/** From the page. Each portion of text is sent when the one before it was taken. */
export type FileMessage =
  | { do: 'take'; text: string }
  | { do: 'finish' }
  /** The background says how far it is and may say nothing for a while: this keeps it from being put to sleep. */
  | { do: 'wait' }
  | { do: 'cancel' }

/** From the background. */
export type FileNews =
  | { is: 'taken'; progress: ImportProgress }
  /** The file is wanted once more from its beginning. */
  | { is: 'again' }
  | { is: 'settling'; share: number }
  /** The last word about the file; where it is in and its claims are read for comparison, that is told too. */
  | { is: 'done'; result: Result<FileImport>; isComparing: boolean }
  | ({ is: 'comparing' } & Comparing)
  | { is: 'compared' }
