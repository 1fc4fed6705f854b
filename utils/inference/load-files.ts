import { fail, type Result, succeed } from '../model/result'
import { type ModelFile, modelFiles } from './model-files'
import { readVocabulary, type Vocabulary } from './vocabulary'

/** Bytes of a file of the package; null where it is not there. */
export type ReadFile = (path: ModelFile['path']) => Promise<Uint8Array<ArrayBuffer> | null>

/** Everything that reading needs, proven to be what was built. */
export interface LoadedFiles {
  runtime: Uint8Array<ArrayBuffer>
  reader: Uint8Array<ArrayBuffer>
  vocabulary: Vocabulary
}

async function readFileChecked(
  readFile: ReadFile,
  file: ModelFile,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const bytes = await readFile(file.path)
  if (!bytes) return fail('model-damaged', `${file.path} is missing`)
  if (bytes.length !== file.bytes)
    return fail('model-damaged', `${file.path} has ${bytes.length} bytes, not ${file.bytes}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
  return sha256 === file.sha256 ? succeed(bytes) : fail('model-damaged', `${file.path} was altered`)
}

/**
 * Reads the model's files, one after the other, and checks each against its sum: a file that was cut or altered would
 * read nonsense, or worse, almost sense. Fails with the name of the first that is not as it should be.
 */
export async function loadFiles(
  readFile: ReadFile,
  files: Record<keyof typeof modelFiles, ModelFile> = modelFiles,
): Promise<Result<LoadedFiles>> {
  const tokenizer = await readFileChecked(readFile, files.tokenizer)
  if (!tokenizer.ok) return tokenizer
  const vocabulary = readVocabulary(new TextDecoder().decode(tokenizer.value))
  if (!vocabulary) return fail('model-damaged', `${files.tokenizer.path}: not of a kind known here`)
  const runtime = await readFileChecked(readFile, files.runtime)
  if (!runtime.ok) return runtime
  const reader = await readFileChecked(readFile, files.reader)
  if (!reader.ok) return reader
  return succeed({ runtime: runtime.value, reader: reader.value, vocabulary })
}
