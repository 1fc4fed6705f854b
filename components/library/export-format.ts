import type { Result } from '../../utils/model/result'
import type { MessageKey } from '../shared/words'

/** One way of handing out what was chosen, as a file. */
export interface ExportFormat<Chosen> {
  id: string
  label: MessageKey
  /** Hands the reader the file; gives its name. Cancelled where the signal says so. */
  save: (chosen: Chosen, watch: SaveWatch) => Promise<Result<string>>
}

/** Who waits for a file to be written. */
export interface SaveWatch {
  /** Told now and then, in UTF-16 units or bytes. */
  onProgress: (written: number) => void
  signal: AbortSignal
}
