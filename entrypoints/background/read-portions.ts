import type { FileContent } from '../../utils/model/arrival'
import { FailureError } from '../../utils/model/failure-error'
import type { FailureKind } from '../../utils/model/result'

/** Some hundred claims: taken in a tenth of a second. Of a file no more stands in memory. */
const portionBytes = 256 * 1024

const refuse = (kind: FailureKind, detail: string): FailureError => new FailureError({ kind, detail })

/**
 * A file's text, a portion at a time, each with the share of the file that ends with it, 0..1. Rejects with a
 * `FailureError`: bad input for what is no UTF-8, not-found where the file cannot be read.
 */
export async function* readPortions(file: FileContent): AsyncGenerator<{ text: string; share: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < file.size; from += portionBytes) {
    const to = from + portionBytes
    const bytes = await readBytes(file, from, to)
    if (from === 0 && isUtf16(bytes)) {
      throw refuse('bad-input', 'the file is in UTF-16: it must be in UTF-8')
    }
    yield { text: decode(decoder, bytes, to < file.size), share: Math.min(1, to / file.size) }
  }
}

async function readBytes(file: FileContent, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer())
  } catch {
    // It was moved, or its storage is damaged.
    throw refuse('not-found', 'the file could not be read')
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, isMore: boolean): string {
  try {
    return decoder.decode(bytes, { stream: isMore })
  } catch {
    throw refuse('bad-input', 'the file is no text in UTF-8')
  }
}

/** By the mark at its beginning. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
