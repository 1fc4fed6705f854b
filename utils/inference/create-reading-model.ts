import { fail, type Result, succeed } from '../model/result'
import type { ReadingModelPort, SentenceReading, StopSignal } from '../model/sentence-reading'
import { inTurn } from '../platform/in-turn'
import { encodeSentence } from './encode-sentence'
import { holdModel, type LoadedModel } from './hold-model'
import { loadFiles, type ReadFile } from './load-files'
import { modelFiles, modelVersion } from './model-files'
import { openSession } from './open-session'
import { modelOutputs, readNothing, readOutputs } from './read-outputs'
import { idleMs, workMs } from './weights'

/** The reading model of the extension's own package. `dispose` lets its memory go; the next call loads it anew. */
export interface ReadingModel extends ReadingModelPort {
  dispose(): Promise<void>
}

/** Lets other messages have their turn: only what waits in the browser's own queue does that. */
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))

const stopped = fail('stopped', 'nobody waits for this reading any more')

/** Files first, then the session: nothing of it is read before the first sentence is. */
async function loadModel(readFile: ReadFile): Promise<Result<LoadedModel>> {
  const files = await loadFiles(readFile)
  if (!files.ok) return files
  const { runtime, reader, vocabulary } = files.value
  const session = await openSession(runtime, reader)
  return session.ok ? succeed({ session: session.value, vocabulary }) : session
}

/**
 * Reads sentences one at a time. The int8 model scales its numbers by the largest in a batch, so beside others a
 * sentence would get other ones: of two runs the vectors differ by up to 0.1, and the gain is small
 * (tests/bench). `load` and `nowMs` are handed in by tests.
 */
export function createReadingModel(
  readFile: ReadFile,
  load: (readFile: ReadFile) => Promise<Result<LoadedModel>> = loadModel,
  nowMs: () => number = () => performance.now(),
): ReadingModel {
  const takeTurn = inTurn()
  const holder = holdModel(() => load(readFile), nowMs)
  let idle: ReturnType<typeof setTimeout> | undefined

  async function readOne(model: LoadedModel, sentence: string): Promise<Result<SentenceReading>> {
    const encoded = encodeSentence(sentence, model.vocabulary, modelOutputs.maxPieces)
    if (encoded.spans.length === 0) return succeed(readNothing())
    try {
      const reading = readOutputs(await model.session.run(encoded.ids), encoded)
      return reading
        ? succeed(reading)
        : fail('model-damaged', 'the numbers it gives are not those it should')
    } catch (error) {
      return fail('model-refused', error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
  }

  async function readAll(
    sentences: readonly string[],
    signal: StopSignal | undefined,
  ): Promise<Result<SentenceReading[]>> {
    if (signal?.aborted) return stopped
    if (sentences.length === 0) return succeed([])
    const model = await holder.take()
    if (!model.ok) return model
    // A sentence that stands twice is read once: headlines and captions do.
    const readings = new Map<string, SentenceReading>()
    let pausedMs = nowMs()
    for (const sentence of new Set(sentences)) {
      if (nowMs() - pausedMs >= workMs) {
        await pause()
        pausedMs = nowMs()
      }
      if (signal?.aborted) return stopped
      const reading = await readOne(model.value, sentence)
      if (!reading.ok) {
        await holder.refuse(reading.failure)
        return reading
      }
      readings.set(sentence, reading.value)
    }
    holder.approve()
    return succeed(sentences.map(sentence => readings.get(sentence) ?? readNothing()))
  }

  return {
    version: modelVersion,
    dossier: modelOutputs.dossier,
    questions: modelOutputs.questions,
    dimensions: modelOutputs.dimensions,
    bytes: Object.values(modelFiles).reduce((sum, { bytes }) => sum + bytes, 0),
    read: (sentences, signal) =>
      takeTurn(async () => {
        clearTimeout(idle)
        const result = await readAll(sentences, signal)
        clearTimeout(idle)
        idle = setTimeout(() => takeTurn(holder.release), idleMs)
        return result
      }),
    dispose() {
      clearTimeout(idle)
      return takeTurn(holder.release)
    },
  }
}
