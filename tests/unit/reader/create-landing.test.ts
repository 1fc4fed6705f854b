import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLanding } from '../../../entrypoints/reader/create-landing'
import { asClaimId } from '../../../utils/model/ids'

const claim = asClaimId('a#1')
const show = vi.fn()
const onAbsent = vi.fn()
let life: AbortController

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  life = new AbortController()
})
afterEach(() => vi.useRealTimers())
const arrive = () => createLanding({ signal: life.signal, show, onAbsent })

test('what is placed is shown at once, and once', () => {
  show.mockReturnValue(true)
  const landing = arrive()
  landing.look()
  expect(show).not.toHaveBeenCalled()
  landing.expect(claim)
  landing.look()
  vi.runAllTimers()
  expect(show.mock.calls).toEqual([[claim]])
  expect(onAbsent).not.toHaveBeenCalled()
})

test('a page may write its story late', () => {
  show.mockReturnValueOnce(false).mockReturnValueOnce(true)
  const landing = arrive()
  landing.expect(claim)
  vi.advanceTimersByTime(3_000)
  landing.look()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(2)
  expect(onAbsent).not.toHaveBeenCalled()
})

test('what is not placed after some patience is absent, and not looked for any more', () => {
  show.mockReturnValue(false)
  const landing = arrive()
  landing.expect(claim)
  vi.advanceTimersByTime(3_900)
  expect(onAbsent).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(onAbsent.mock.calls).toEqual([[claim]])
  landing.look()
  expect(show).toHaveBeenCalledTimes(1)
})

test('nothing comes after the session’s end', () => {
  show.mockReturnValue(false)
  const landing = arrive()
  landing.expect(claim)
  life.abort()
  landing.expect(claim)
  landing.look()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(1)
  expect(onAbsent).not.toHaveBeenCalled()
})
