import { expect, test } from 'vitest'
import { fail } from '../../../utils/model/result'
import { checkModel } from '../../../utils/services/check-model'
import { createMemoryPorts } from '../../support/memory-ports'

test('the model reads a few sentences, and how long that takes is told', async () => {
  const ports = createMemoryPorts()
  const read = ports.model.read.bind(ports.model)
  let nowMs = 0
  const clock = { ...ports.clock, nowMs: () => nowMs }
  ports.model.read = async (sentences, signal) => {
    nowMs += sentences.length * 20 + (nowMs === 0 ? 1_000 : 0)
    return read(sentences, signal)
  }
  const check = await checkModel({ ...ports, clock })
  expect(check).toMatchObject({
    version: 'test-1',
    bytes: 38_000_000,
    outcome: { is: 'ready', startMs: 1_020, sentenceMs: 20, digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
  })
  expect(new Set(ports.model.asked.flat()).size).toBeGreaterThan(2)
})

test('the digest follows from what was read, and from nothing else', async () => {
  const digestOf = async (...sentences: string[]) => {
    const { outcome } = await checkModel(createMemoryPorts(), sentences)
    return outcome.is === 'ready' ? outcome.digest : outcome
  }
  expect(await digestOf('One.', 'Two.')).toBe(await digestOf('One.', 'Two.'))
  expect(await digestOf('One.', 'Two.')).not.toBe(await digestOf('One.', 'Three.'))
})

test('a model that is off is not tried', async () => {
  const ports = createMemoryPorts({ isModelOn: false })
  expect((await checkModel(ports)).outcome).toEqual({ is: 'off' })
  expect(ports.model.asked).toEqual([])
})

test.each([0, 1])('a model that fails after %i sentences says why', async failsAfter => {
  const ports = createMemoryPorts()
  ports.model.state.failsAfter = failsAfter
  expect((await checkModel(ports)).outcome).toEqual({
    is: 'failed',
    failure: fail('model-damaged', '/model/reader.onnx is missing').failure,
  })
})
