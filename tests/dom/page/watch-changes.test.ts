import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchChanges } from '../../../utils/page/watch-changes'

let life: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  life = new AbortController()
  document.body.textContent = ''
})
afterEach(() => {
  life.abort()
  vi.useRealTimers()
})

/** One change of the page, and the time that goes by after it. */
async function change(thenMs: number) {
  document.body.append('x')
  // Mutation observers are told in a microtask.
  await Promise.resolve()
  vi.advanceTimersByTime(thenMs)
}

test('looks once after a burst of changes, and not without any', async () => {
  const look = vi.fn(() => true)
  watchChanges(document.body, look, life.signal)
  vi.advanceTimersByTime(10_000)
  expect(look).not.toHaveBeenCalled()
  await change(100)
  await change(100)
  await change(600)
  expect(look).toHaveBeenCalledTimes(1)
})

test('looks ever more seldom where it was in vain, and soon again where it was not', async () => {
  const look = vi.fn(() => false)
  watchChanges(document.body, look, life.signal)
  await change(600)
  await change(600)
  expect(look).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(600)
  expect(look).toHaveBeenCalledTimes(2)
  look.mockReturnValue(true)
  await change(2400)
  expect(look).toHaveBeenCalledTimes(3)
  await change(600)
  expect(look).toHaveBeenCalledTimes(4)
})

test('ends', async () => {
  const look = vi.fn(() => true)
  watchChanges(document.body, look, life.signal)
  await change(0)
  life.abort()
  await change(60_000)
  expect(look).not.toHaveBeenCalled()
})
