import type { Highlight } from '../../utils/model/highlight'
import type { HighlightGroup } from './arrange-highlights'

/** Highlights under one heading, or those that go on under the heading before. */
export interface RowPart {
  key: string
  /** Null where the part goes on with the one before. */
  heading: { key: string; count: number; first: Highlight } | null
  highlights: Highlight[]
  /** How many rows stand before it in the whole list. */
  start: number
}

/** Rows that are drawn, or left out, together: some windows' worth at most. */
export const rowsPerChunk = 25

/** Cuts a list into chunks; a group goes over several where it is longer. */
export function chunkRows(groups: readonly HighlightGroup[], hasHeadings: boolean): RowPart[][] {
  const chunks: RowPart[][] = []
  let chunk: RowPart[] = []
  let filled = 0
  let start = 0
  for (const { key, highlights } of groups) {
    for (let at = 0; at < highlights.length; ) {
      const part = highlights.slice(at, at + rowsPerChunk - filled)
      const [first] = part
      const heading = hasHeadings && at === 0 && first ? { key, count: highlights.length, first } : null
      chunk.push({ key: `${key}/${at}`, heading, highlights: part, start })
      at += part.length
      start += part.length
      filled += part.length
      if (filled < rowsPerChunk) continue
      chunks.push(chunk)
      chunk = []
      filled = 0
    }
  }
  if (chunk.length > 0) chunks.push(chunk)
  return chunks
}
