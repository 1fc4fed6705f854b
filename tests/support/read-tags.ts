import { afterAll } from 'vitest'
import { createReadingModel } from '../../utils/inference/create-reading-model'
import type { TaggedPiece } from '../../utils/model/sentence-reading'
import { readModelFile } from './node-model'

const model = createReadingModel(readModelFile)
afterAll(() => model.dispose())

const known = new Map<string, TaggedPiece[]>()

/** The reading model's tags of sentences, in the order handed in. What it read once it does not read again. */
export async function readTags(sentences: readonly string[]): Promise<TaggedPiece[][]> {
  const missing = [...new Set(sentences)].filter(sentence => !known.has(sentence))
  const readings = await model.read(missing)
  if (!readings.ok) throw new Error(`${readings.failure.kind}: ${readings.failure.detail}`)
  for (const [index, { pieces }] of readings.value.entries()) known.set(missing[index] ?? '', pieces)
  return sentences.map(sentence => known.get(sentence) ?? [])
}
