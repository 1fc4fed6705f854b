import type { Question } from '../../../utils/model/dossier'
import type { DossierId, QuestionId } from '../../../utils/model/ids'
import type { OpenedQuestion, QuestionEntry, Survey } from '../../../utils/model/questions-on-file'
import type { ClaimOnFile } from '../../../utils/model/reading'
import type { Result } from '../../../utils/model/result'
import type { ExportFormat } from '../export-format'

/** Reading that takes its time: told how far it is, and stopped where nobody waits for it any more. */
export interface Reading<T> {
  done: Promise<Result<T>>
  stop: () => void
}
/** Claims of one question, as a filter leaves them. */
export interface ShownClaims {
  dossier: DossierId
  question: Question
  claims: ClaimOnFile[]
}

/** `heading` once it is known what is read. */
export type OnRead = (read: number, of: number, heading?: string) => void

/** What the library can do with questions. All of it reads and changes nothing. */
export interface QuestionsActions {
  list: () => Promise<Result<QuestionEntry[]>>
  open: (question: QuestionId, dossier: DossierId, onRead: OnRead) => Reading<OpenedQuestion>
  /** Goes through all that is on file, for the views by speaker and by outlet. */
  survey: (onRead: OnRead) => Reading<Survey>
  saveSvg: (name: string, svg: string) => void
  /** The picture at twice its size, px as in the SVG; false where the browser could not draw it. */
  savePng: (name: string, svg: string, size: { widthPx: number; heightPx: number }) => Promise<boolean>
  /** Of the claims that are shown. */
  exportFormats: readonly ExportFormat<ShownClaims>[]
  nowMs: () => number
}
