import { fingerprint } from '../model/fingerprint'
import type { ModelUse } from '../model/model-use'
import type { SettingsPort } from '../model/ports'
import { type Failure, fail, type Result, succeed } from '../model/result'
import type {
  ReadingCachePort,
  ReadingModelPort,
  SentenceReading,
  StopSignal,
} from '../model/sentence-reading'
import { packReading, unpackReading } from './pack-reading'

export interface ReadingPorts {
  model: ReadingModelPort
  cache: ReadingCachePort
  settings: SettingsPort
}

export interface ReadingOptions {
  /** A private window: what is kept is used, and nothing is written. */
  isPrivate: boolean
  signal?: StopSignal
  /** Told of each few sentences when they are read, those that were kept first. */
  onRead?: (readings: ReadonlyMap<string, SentenceReading>) => void
}

/**
 * Sentences read before they are kept: about a second's work, which is all that is lost with a worker that the browser
 * stops in the middle.
 */
const batchSize = 32

/**
 * What the reading model says of sentences, in the order handed in: from the cache where it said so before, which a
 * page that is opened again is. Fresh and kept readings are rounded alike (`packReading`), so that a page is not read
 * otherwise the second time.
 * Fails as the model does, and with not-allowed where the reader switched it off. A cache that fails is a slower read.
 */
export async function readSentences(
  { model, cache, settings }: ReadingPorts,
  sentences: readonly string[],
  { isPrivate, signal, onRead = () => {} }: ReadingOptions,
): Promise<Result<SentenceReading[]>> {
  if (!(await settings.load()).isModelOn) return fail('not-allowed', 'the reading model is switched off')
  const { version, questions, dimensions } = model
  const unpack = (bytes: Uint8Array) => unpackReading(bytes, questions, dimensions)
  const readings = new Map<string, SentenceReading>()

  const asked = [...new Set(sentences)]
  const kept = await cache.load(version, asked.map(fingerprint)).catch(() => asked.map(() => null))
  for (const [index, sentence] of asked.entries()) {
    const reading = unpack(kept[index] ?? new Uint8Array())
    if (reading) readings.set(sentence, reading)
  }
  if (readings.size > 0) onRead(readings)

  const missing = asked.filter(sentence => !readings.has(sentence))
  for (let from = 0; from < missing.length; from += batchSize) {
    const batch = missing.slice(from, from + batchSize)
    const read = await model.read(batch, signal)
    if (!read.ok) return read
    const entries = read.value.map((reading, index) => ({
      hash: fingerprint(batch[index] ?? ''),
      bytes: packReading(reading, questions),
    }))
    const fresh = new Map(
      batch.map((sentence, index) => [sentence, unpack(entries[index]?.bytes ?? new Uint8Array())] as const),
    )
    for (const [sentence, reading] of fresh) if (reading) readings.set(sentence, reading)
    if (!isPrivate) await cache.save(version, entries)
    onRead(new Map(batch.flatMap(sentence => [[sentence, readings.get(sentence)]])) as typeof readings)
  }
  return succeed(sentences.flatMap(sentence => readings.get(sentence) ?? []))
}

/** Why the model did not read, as it is told. */
export const useOf = (failure: Failure): ModelUse =>
  failure.kind === 'not-allowed' ? { is: 'off' } : { is: 'failed', failure }
