import { describe, expect, test, vi } from 'vitest'
import { FailureError } from '../../../utils/model/failure-error'
import { fail } from '../../../utils/model/result'
import { readSentences } from '../../../utils/services/read-sentences'
import { createMemoryModel, createMemoryReadingCache } from '../../support/memory-model'
import { createMemorySettings } from '../../support/memory-ports'

const makePorts = (settings = {}) => ({
  model: createMemoryModel(),
  cache: createMemoryReadingCache(),
  settings: createMemorySettings(settings),
})
const openly = { isPrivate: false }
const sentences = ['Who listened?', 'An aide did.', '', 'Who listened?']

describe('sentences are read', () => {
  test('in order, each once, and from the cache the second time, with the same numbers', async () => {
    const ports = makePorts()
    const first = await readSentences(ports, sentences, openly)
    expect(ports.model.asked).toEqual([['Who listened?', 'An aide did.', '']])
    const second = await readSentences(ports, sentences.toReversed(), openly)
    expect(ports.model.asked).toHaveLength(1)
    if (!first.ok || !second.ok) return expect.fail('both are read')
    expect(second.value).toEqual(first.value.toReversed())
    expect(first.value).toHaveLength(4)
    expect(first.value[0]).toEqual(first.value[3])
    expect(first.value[0]?.pieces[1]?.span).toEqual({ start: 4, end: 13 })
    expect(first.value[2]?.pieces).toEqual([])
  })

  test('in a private window too, and nothing is kept of them; what was kept is used', async () => {
    const ports = makePorts()
    const save = vi.spyOn(ports.cache, 'save')
    await readSentences(ports, ['Secret.'], { isPrivate: true })
    await readSentences(ports, ['Secret.'], { isPrivate: true })
    expect(save).not.toHaveBeenCalled()
    expect(ports.model.asked).toEqual([['Secret.'], ['Secret.']])
    await readSentences(ports, ['Open.'], openly)
    await readSentences(ports, ['Open.'], { isPrivate: true })
    expect(ports.model.asked).toHaveLength(3)
  })

  test('a few at a time: what was read before it was broken off is kept, and told', async () => {
    const ports = makePorts()
    const many = Array.from({ length: 100 }, (_, at) => `Sentence ${at}.`)
    ports.model.state.failsAfter = 70
    const told: number[] = []
    const broken = await readSentences(ports, many, {
      ...openly,
      onRead: readings => told.push(readings.size),
    })
    expect(broken).toEqual(fail('model-damaged', '/model/reader.onnx is missing'))
    expect(told).toEqual([32, 32])
    ports.model.state.failsAfter = Number.POSITIVE_INFINITY
    ports.model.asked.length = 0
    told.length = 0
    const whole = await readSentences(ports, many, {
      ...openly,
      onRead: readings => told.push(readings.size),
    })
    expect(whole.ok && whole.value).toHaveLength(100)
    expect(ports.model.asked.flat()).toEqual(many.slice(64))
    expect(told).toEqual([64, 32, 4])
  })

  test('not where the reader switched the model off', async () => {
    const ports = makePorts({ isModelOn: false })
    expect(await readSentences(ports, sentences, openly)).toMatchObject({ failure: { kind: 'not-allowed' } })
    expect(ports.model.asked).toEqual([])
  })

  test('not when nobody waits any more', async () => {
    const ports = makePorts()
    const stopped = await readSentences(ports, sentences, { ...openly, signal: { aborted: true } })
    expect(stopped).toMatchObject({ failure: { kind: 'stopped' } })
  })

  test('slower, but read, where the cache fails or keeps nonsense', async () => {
    const ports = makePorts()
    const full = { kind: 'storage-full' as const, detail: 'full' }
    const broken = {
      load: async () => Promise.reject(new FailureError(full)),
      save: async () => fail(full.kind, full.detail),
    }
    const read = await readSentences({ ...ports, cache: broken }, sentences, openly)
    expect(read.ok && read.value).toHaveLength(4)
    const nonsense = {
      ...broken,
      load: async (_: string, hashes: readonly string[]) => hashes.map(() => Uint8Array.of(1, 2, 3)),
    }
    const again = await readSentences({ ...ports, cache: nonsense }, sentences, openly)
    expect(again).toEqual(read)
  })
})
