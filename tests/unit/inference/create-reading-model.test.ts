import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createReadingModel } from '../../../utils/inference/create-reading-model'
import type { LoadedModel } from '../../../utils/inference/hold-model'
import { modelOutputs, type RawOutputs } from '../../../utils/inference/read-outputs'
import type { Vocabulary } from '../../../utils/inference/vocabulary'
import { idleMs, mostFailures, retryAfterMs, workMs } from '../../../utils/inference/weights'
import { fail, type Result, succeed } from '../../../utils/model/result'

const { questions, dimensions } = modelOutputs
const words = ['[UNK]', '[CLS]', '[SEP]', 'a', 'phone', 'was', 'tapped']
const vocabulary: Vocabulary = {
  ids: new Map(words.map((word, id) => [word, id])),
  unknown: 0,
  first: 1,
  last: 2,
  longestWord: 100,
}

/** Numbers of the right size: the first of the vector, and the first question's score, say which sentence it was. */
const numbersFor = (ids: readonly number[]): RawOutputs => {
  const vector = new Float32Array(dimensions)
  vector[0] = ids.length
  const scores = new Float32Array(questions.length).fill(0.1)
  scores[5] = 0.9
  return {
    vector,
    questions: scores,
    positions: new Float32Array(questions.length * 4).map((_, at) => (at % 4 === 1 ? 0.7 : 0.1)),
    tags: new Float32Array(ids.length * 9).map((_, at) => Math.floor(at / 9)),
  }
}

let run: ReturnType<typeof vi.fn<(ids: readonly number[]) => Promise<RawOutputs>>>
let release: ReturnType<typeof vi.fn<() => Promise<void>>>
let load: ReturnType<typeof vi.fn<() => Promise<Result<LoadedModel>>>>
let nowMs: number

beforeEach(() => {
  nowMs = 1_000
  run = vi.fn(async ids => numbersFor(ids))
  release = vi.fn(async () => {})
  load = vi.fn(async () => succeed({ session: { run, release }, vocabulary }))
})
afterEach(() => {
  vi.useRealTimers()
})

const make = () =>
  createReadingModel(
    async () => null,
    load,
    () => nowMs,
  )
const lengths = (result: Awaited<ReturnType<ReturnType<typeof make>['read']>>) =>
  result.ok ? result.value.map(({ vector }) => vector[0]) : result.failure

describe('reading', () => {
  test('keeps the order, and reads what stands twice once', async () => {
    const model = make()
    expect(lengths(await model.read(['a phone was tapped', 'a', 'a phone', 'a']))).toEqual([6, 3, 4, 3])
    expect(run).toHaveBeenCalledTimes(3)
    await model.dispose()
  })

  test('gives the numbers their names, best question first, and pieces their places', async () => {
    const model = make()
    const result = await model.read(['a  phone'])
    const [reading] = result.ok ? result.value : []
    expect(reading?.questions).toHaveLength(questions.length)
    expect(reading?.questions[0]?.question).toBe(questions[5])
    expect(reading?.questions[0]?.positions.no).toBeCloseTo(0.7)
    expect(reading?.pieces.map(({ span, tags }) => [span, tags[0]])).toEqual([
      [{ start: 0, end: 1 }, 1],
      [{ start: 3, end: 8 }, 2],
    ])
    expect(reading?.isCut).toBe(false)
    await model.dispose()
  })

  test('of a sentence that is too long says that it was cut', async () => {
    const model = make()
    const result = await model.read(['a '.repeat(10_000)])
    expect(result.ok && result.value[0]).toMatchObject({ isCut: true })
    expect(run.mock.calls[0]?.[0]).toHaveLength(modelOutputs.maxPieces)
    await model.dispose()
  })

  test('of nothing loads nothing, and of no words says nothing', async () => {
    const model = make()
    expect(await model.read([])).toEqual(succeed([]))
    expect(load).not.toHaveBeenCalled()
    const result = await model.read(['', ' \u200b ', '\ud800', 'a'])
    const [empty, , lone, real] = result.ok ? result.value : []
    expect(empty).toEqual({ vector: new Float32Array(dimensions), questions: [], pieces: [], isCut: false })
    expect(lone).toEqual(empty)
    expect(real?.questions).not.toHaveLength(0)
    expect(run).toHaveBeenCalledTimes(1)
    await model.dispose()
  })

  test('takes 2,000 sentences of all kinds', async () => {
    const model = make()
    const sentences = Array.from(
      { length: 2_000 },
      (_, at) => `${'phone '.repeat(at % 130)}${at} 😀 שלום \u202e\udfff`,
    )
    const result = await model.read(sentences)
    expect(result.ok && result.value).toHaveLength(2_000)
    await model.dispose()
  })

  test('answers calls made at once in turn, and loads once for them', async () => {
    const model = make()
    const order: number[] = []
    run.mockImplementation(async ids => {
      order.push(ids.length)
      await new Promise(resolve => setTimeout(resolve, 1))
      return numbersFor(ids)
    })
    const both = await Promise.all([model.read(['a', 'a phone']), model.read(['a phone was', 'a'])])
    expect(both.map(lengths)).toEqual([
      [3, 4],
      [5, 3],
    ])
    expect(order).toEqual([3, 4, 5, 3])
    expect(load).toHaveBeenCalledTimes(1)
    await model.dispose()
  })

  test('lets others have their turn after so much work', async () => {
    const model = make()
    run.mockImplementation(async ids => {
      nowMs += workMs / 2
      return numbersFor(ids)
    })
    let turns = 0
    const other = setInterval(() => {
      turns += 1
    }, 0)
    await model.read(Array.from({ length: 40 }, (_, at) => `a ${at}`))
    clearInterval(other)
    expect(turns).toBeGreaterThanOrEqual(10)
    await model.dispose()
  })
})

describe('a stop', () => {
  test('before it began: nothing is loaded', async () => {
    const model = make()
    expect(await model.read(['a'], { aborted: true })).toMatchObject({ failure: { kind: 'stopped' } })
    expect(load).not.toHaveBeenCalled()
  })

  test('between two sentences: the rest is not read, and the next call is answered', async () => {
    const model = make()
    const signal = { aborted: false }
    run.mockImplementation(async ids => {
      signal.aborted = run.mock.calls.length === 2
      return numbersFor(ids)
    })
    const sentences = ['a', 'a phone', 'a phone was', 'a phone was tapped']
    const stopped = model.read(sentences, signal)
    const next = model.read(['a'])
    expect(await stopped).toMatchObject({ ok: false, failure: { kind: 'stopped' } })
    expect(lengths(await next)).toEqual([3])
    expect(run).toHaveBeenCalledTimes(3)
    await model.dispose()
  })

  test('is no failure of the model: the session stays', async () => {
    const model = make()
    await model.read(['a'])
    await model.read(['a'], { aborted: true })
    await model.read(['a'])
    expect(load).toHaveBeenCalledTimes(1)
    await model.dispose()
  })
})

describe('a failure', () => {
  const damaged = fail('model-damaged', '/model/reader.onnx is missing')

  test('to load is given again for a while, then tried anew, and after several is final', async () => {
    const model = make()
    load.mockResolvedValue(damaged)
    for (let failures = 1; failures <= mostFailures; failures += 1) {
      expect(await model.read(['a'])).toEqual(damaged)
      expect(await model.read(['a'])).toEqual(damaged)
      expect(load).toHaveBeenCalledTimes(failures)
      nowMs += retryAfterMs
    }
    expect(await model.read(['a'])).toEqual(damaged)
    expect(load).toHaveBeenCalledTimes(mostFailures)
  })

  test('that is over is forgotten', async () => {
    const model = make()
    for (let time = 0; time < mostFailures * 2; time += 1) {
      load.mockResolvedValueOnce(damaged)
      expect(await model.read(['a'])).toEqual(damaged)
      nowMs += retryAfterMs
      expect(lengths(await model.read(['a']))).toEqual([3])
      await model.dispose()
    }
  })

  test('while it reads lets the session go; the next call after a while has another', async () => {
    const model = make()
    run.mockRejectedValueOnce(new RangeError('out of memory'))
    expect(await model.read(['a'])).toEqual(fail('model-refused', 'RangeError: out of memory'))
    expect(release).toHaveBeenCalledTimes(1)
    expect(await model.read(['a'])).toMatchObject({ failure: { kind: 'model-refused' } })
    nowMs += retryAfterMs
    expect(lengths(await model.read(['a']))).toEqual([3])
    expect(load).toHaveBeenCalledTimes(2)
    await model.dispose()
  })

  test.each([
    ['too few scores', { questions: new Float32Array(3) }],
    ['too few positions', { positions: new Float32Array(3) }],
    ['a vector of another size', { vector: new Float32Array(16) }],
    ['no numbers', { vector: new Float32Array(dimensions).fill(Number.NaN) }],
    ['tags of another sentence', { tags: new Float32Array(9) }],
  ])('is %s', async (_, wrong) => {
    const model = make()
    run.mockImplementation(async ids => ({ ...numbersFor(ids), ...wrong }))
    expect(await model.read(['a'])).toMatchObject({ ok: false, failure: { kind: 'model-damaged' } })
  })
})

test('when nobody asks for long the session is let go, and the next call loads it anew', async () => {
  vi.useFakeTimers()
  const model = make()
  await model.read(['a'])
  await vi.advanceTimersByTimeAsync(idleMs - 1)
  expect(release).not.toHaveBeenCalled()
  await model.read(['a'])
  await vi.advanceTimersByTimeAsync(idleMs - 1)
  expect(release).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(release).toHaveBeenCalledTimes(1)
  expect(lengths(await model.read(['a']))).toEqual([3])
  expect(load).toHaveBeenCalledTimes(2)
  await model.dispose()
})
