import type { ExportContent, ExportPart } from '../exchange/export-content'
import type { ExportFormat } from '../exchange/export-formats'
import { fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { type ChosenForExport, gatherInSteps } from './gather-articles'
import { createTurns, doInTurns, type Turns } from './take-turns'

/** Who waits for a file to be written. */
export interface ExportWatch extends Turns {
  /** Told now and then: how much was written, in UTF-16 units or bytes. */
  onProgress?: (written: number) => void
  signal?: StopSignal
}

/** Pieces of a file are joined to some kilobytes: a browser makes one file of a thousand sooner than of a million. */
const partLength = 65_536

/**
 * Writes what was chosen as one file, in turns with whatever else the page does. Gives its pieces, as a `Blob` takes them.
 * Cancelled where the signal says so.
 */
export async function writeExport(
  format: ExportFormat,
  chosen: ChosenForExport,
  about: Omit<ExportContent, 'articles'>,
  { onProgress, signal, ...turns }: ExportWatch,
): Promise<Result<ExportPart[]>> {
  let written = 0
  const takeTurn = createTurns(turns, signal, () => onProgress?.(written))
  const cancelled = fail('cancelled', 'the reader cancelled')

  const articles = await doInTurns(gatherInSteps(chosen), takeTurn)
  if (!articles) return cancelled
  const parts: ExportPart[] = []
  let text = ''
  for (const part of format.write({ ...about, articles })) {
    written += part.length
    if (typeof part === 'string') text += part
    else parts.push(part)
    if (text.length >= partLength) {
      parts.push(text)
      text = ''
    }
    if (!(await takeTurn())) return cancelled
  }
  if (text !== '') parts.push(text)
  onProgress?.(written)
  return succeed(parts)
}
