import type { Result } from '../../utils/model/result'
import type { MessageKey } from '../shared/words'
import type { SaveWatch } from './save-watch'

/** One way of handing out what was chosen, as a file. */
export interface ExportFormat<Chosen> {
  id: string
  label: MessageKey
  /** Hands the reader the file; gives its name. Cancelled where the signal says so. */
  save: (chosen: Chosen, watch: SaveWatch) => Promise<Result<string>>
}
