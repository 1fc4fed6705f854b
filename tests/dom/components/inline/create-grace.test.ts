import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createGrace } from '../../../../components/inline/create-grace'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('ends a while after it was let go, once', () => {
  const end = vi.fn()
  const grace = createGrace(end, 300)
  grace.release()
  grace.release()
  vi.advanceTimersByTime(299)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(end).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(end).toHaveBeenCalledTimes(1)
})

test('stays while it is held, and after it was disposed of', () => {
  const end = vi.fn()
  const grace = createGrace(end, 300)
  grace.release()
  vi.advanceTimersByTime(200)
  grace.hold()
  vi.advanceTimersByTime(1000)
  grace.release()
  grace.dispose()
  vi.advanceTimersByTime(1000)
  expect(end).not.toHaveBeenCalled()
})
