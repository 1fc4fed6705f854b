import { afterAll } from 'vitest'
import { createReadingModel } from '../../utils/inference/create-reading-model'
import type { TaggedPiece } from '../../utils/model/sentence-reading'
import { readModelFile } from './node-model'

const model = createReadingModel(readModelFile)
afterAll(() => model.dispose())

/** The reading model's tags of sentences, in the order handed in. */
export async function readTags(sentences: readonly string[]): Promise<TaggedPiece[][]> {
  const readings = await model.read(sentences)
  if (!readings.ok) throw new Error(`${readings.failure.kind}: ${readings.failure.detail}`)
  return readings.value.map(({ pieces }) => pieces)
}
