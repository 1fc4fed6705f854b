import type { Comparing, FileImport, FileProgress } from './backup'
import type { FilePreview, HeldDossier } from './file-preview'
import type { Failure, Result } from './result'

export type ArrivalId = number

/** A file that the reader had taken in, from the moment it was chosen until what came of it was dismissed. */
export interface Arrival {
  id: ArrivalId
  name: string
  sizeBytes: number
  stage: KeptStage | RunningStage
}

/** How far it is, as it is kept over a restart. */
export type KeptStage =
  | { is: 'waiting' }
  /** Read, and nothing changed yet. `isAnew`: what is on file changed since it was shown. */
  | { is: 'ready'; preview: FilePreview; isAnew: boolean }
  /** The reader wants it. */
  | { is: 'wanted'; preview: FilePreview }
  | { is: 'in'; outcome: FileImport; comparing?: Comparing }
  | { is: 'refused'; failure: Failure }
  | { is: 'stopped' }

/** What is known only while the background is at it. */
export type RunningStage = { is: 'reading'; progress: FileProgress }

/** As much of a `Blob` as is needed, which the pure rooms do not know. */
export interface FileContent {
  readonly size: number
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

export interface NewArrival {
  name: string
  content: FileContent
}

export interface KeptArrival extends Omit<Arrival, 'stage'> {
  stage: KeptStage
  /** The dossier that it was prepared as. */
  held: HeldDossier | null
}

/**
 * Files on their way in. The page that has a file puts it here itself, since no message carries one; all else is for the
 * background. Calls without a `Result` reject with a `FailureError` where storage fails.
 */
export interface ArrivalPort {
  /** All or none; ids in the same order. */
  add(files: readonly NewArrival[]): Promise<Result<ArrivalId[]>>
  /** Oldest first. */
  list(): Promise<KeptArrival[]>
  /** Null where it is gone, or was no longer needed. */
  loadContent(id: ArrivalId): Promise<FileContent | null>
  /** One that is gone stays so. The content goes where `isRead`: nobody reads it again. */
  save(arrival: Pick<KeptArrival, 'id' | 'stage' | 'held'>, isRead: boolean): Promise<Result<void>>
  delete(id: ArrivalId): Promise<Result<void>>
}

/** Nothing more comes of it by itself. */
export const hasEnded = ({ stage }: Pick<Arrival, 'stage'>): boolean =>
  stage.is === 'in' || stage.is === 'refused' || stage.is === 'stopped'
