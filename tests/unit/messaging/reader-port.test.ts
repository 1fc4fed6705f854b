import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReadingPart, ReadingRequest } from '../../../utils/messaging/protocol'
import { connectReader, type NumberedRequest } from '../../../utils/messaging/reader-port'
import { makePort } from '../../support/make-port'

const request = { article: { title: 'One' }, inView: null } as unknown as ReadingRequest
const part = { sentences: [] } as unknown as ReadingPart

let ports: ReturnType<typeof makePort>[]
let life: AbortController
const onLost = vi.fn()
let runtime: { id?: string; connect: (options: { name: string }) => unknown }

beforeEach(() => {
  ports = []
  life = new AbortController()
  onLost.mockClear()
  runtime = {
    id: 'sidelight',
    connect({ name }) {
      if (!runtime.id) throw new Error('Extension context invalidated.')
      const port = makePort(name, {})
      ports.push(port)
      return port
    },
  }
  vi.stubGlobal('chrome', { runtime })
})
afterEach(() => {
  life.abort()
  vi.unstubAllGlobals()
})

const listen = () => ({ onPart: vi.fn(), onEnd: vi.fn() })
const lastPort = () => {
  const port = ports.at(-1)
  if (!port) throw new Error('nobody connected')
  return port
}
const askedOf = (port: ReturnType<typeof makePort>) => port.posted as NumberedRequest[]

test('parts are told as they come, then the end', () => {
  const listener = listen()
  connectReader(life.signal, onLost).read(request, listener)
  expect(askedOf(lastPort())).toEqual([{ number: 1, request }])
  lastPort().say({ number: 1, part: { ok: true, value: part } })
  lastPort().say({ number: 1, part: { ok: true, value: null } })
  expect(listener.onPart.mock.calls).toEqual([[part]])
  expect(listener.onEnd.mock.calls).toEqual([[{ ok: true, value: undefined }]])
  lastPort().say({ number: 1, part: { ok: true, value: part } })
  expect(listener.onPart).toHaveBeenCalledOnce()
})

test('of a reading whose place another took nothing more is told', () => {
  const [older, newer] = [listen(), listen()]
  const connection = connectReader(life.signal, onLost)
  connection.read(request, older)
  connection.read(request, newer)
  expect(older.onEnd).toHaveBeenCalledOnce()
  lastPort().say({ number: 1, part: { ok: true, value: part } })
  lastPort().say({ number: 2, part: { ok: true, value: part } })
  expect(older.onPart).not.toHaveBeenCalled()
  expect(newer.onPart).toHaveBeenCalledOnce()
  expect(ports).toHaveLength(1)
})

test('what a worker that was stopped did not answer is asked once more, and then given up', () => {
  const listener = listen()
  connectReader(life.signal, onLost).read(request, listener)
  lastPort().hangUp()
  expect(ports).toHaveLength(2)
  expect(askedOf(lastPort())).toEqual([{ number: 1, request }])
  expect(listener.onEnd).not.toHaveBeenCalled()
  lastPort().hangUp()
  expect(listener.onEnd.mock.calls).toMatchObject([[{ ok: false, failure: { kind: 'worker-lost' } }]])
  expect(onLost).toHaveBeenCalledTimes(2)
})

test('a port that was lost in between is opened again when it is needed, not before', () => {
  const connection = connectReader(life.signal, onLost)
  lastPort().hangUp()
  expect(ports).toHaveLength(1)
  expect(onLost).toHaveBeenCalledOnce()
  connection.read(request, listen())
  expect(ports).toHaveLength(2)
})

test('an extension that is gone is named so', () => {
  const listener = listen()
  const connection = connectReader(life.signal, onLost)
  delete runtime.id
  lastPort().hangUp()
  connection.read(request, listener)
  expect(listener.onEnd.mock.calls).toMatchObject([[{ ok: false, failure: { kind: 'extension-gone' } }]])
})

test('its end closes the port, and nothing more is told', () => {
  const listener = listen()
  connectReader(life.signal, onLost).read(request, listener)
  life.abort()
  expect(lastPort().isClosed).toBe(true)
  lastPort().say({ number: 1, part: { ok: true, value: part } })
  lastPort().hangUp()
  expect(listener.onPart).not.toHaveBeenCalled()
  expect(listener.onEnd).not.toHaveBeenCalled()
  expect(onLost).not.toHaveBeenCalled()
})
