import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { encodeSentence } from '../../utils/inference/encode-sentence'
import type { ModelFile } from '../../utils/inference/model-files'
import { modelOutputs, readOutputs } from '../../utils/inference/read-outputs'
import { readVocabulary } from '../../utils/inference/vocabulary'
import type { SentenceReading } from '../../utils/model/sentence-reading'
import { readModelFile } from './node-model'

/**
 * The model read sixteen sentences at a time and padded, as the card's figures were measured. An int8 model's numbers depend on
 * what it reads beside: so the extension reads alone, and its figures are others.
 */
export async function readInSixteens(sentences: readonly string[]): Promise<SentenceReading[]> {
  const file = async (path: ModelFile['path']) => (await readModelFile(path)) ?? new Uint8Array()
  const vocabulary = readVocabulary(new TextDecoder().decode(await file('/model/tokenizer.json')))
  if (!vocabulary) throw new Error('no vocabulary')
  env.wasm.numThreads = 1
  env.wasm.wasmBinary = await file('/model/runtime.wasm')
  const session = await InferenceSession.create(await file('/model/reader.onnx'))
  const readings: SentenceReading[] = []
  for (let from = 0; from < sentences.length; from += 16) {
    const encoded = sentences
      .slice(from, from + 16)
      .map(sentence => encodeSentence(sentence, vocabulary, modelOutputs.maxPieces))
    const longest = Math.max(...encoded.map(({ ids }) => ids.length))
    const shape = [encoded.length, longest]
    const place = (numbers: (ids: readonly number[]) => number[]) =>
      new Tensor(
        'int64',
        BigInt64Array.from(
          encoded.flatMap(({ ids }) => [...numbers(ids), ...Array(longest - ids.length).fill(0)]),
          BigInt,
        ),
        shape,
      )
    const output = await session.run({
      input_ids: place(ids => [...ids]),
      attention_mask: place(ids => ids.map(() => 1)),
    })
    for (const [row, sentence] of encoded.entries()) {
      const numbers = (name: string, most = Number.POSITIVE_INFINITY): Float32Array => {
        const data = output[name]?.data as Float32Array
        const width = data.length / encoded.length
        return data.slice(row * width, row * width + Math.min(width, most))
      }
      const reading = readOutputs(
        {
          vector: numbers('vector'),
          questions: numbers('questions'),
          positions: numbers('positions'),
          tags: numbers('tags', sentence.ids.length * 9),
        },
        sentence,
      )
      if (reading) readings.push(reading)
    }
  }
  await session.release()
  return readings
}
