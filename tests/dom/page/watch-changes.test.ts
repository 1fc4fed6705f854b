import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTreeWatch, type LookResult, watchChanges } from '../../../utils/page/watch-changes'

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

const watch = (result: LookResult | Promise<LookResult>) => {
  const look = vi.fn(() => result)
  return { look, soon: watchChanges([document], look, life.signal) }
}

/** One change of the page, and the time that goes by after it. */
async function change(thenMs: number) {
  document.body.append('x')
  await vi.advanceTimersByTimeAsync(thenMs)
}

test('looks once after a burst of changes, and not without any', async () => {
  const { look } = watch('worth')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(look).not.toHaveBeenCalled()
  await change(100)
  await change(100)
  await change(600)
  expect(look).toHaveBeenCalledTimes(1)
})

test('looks ever more seldom where it was in vain, and soon again where it was not', async () => {
  const { look } = watch('vain')
  await change(600)
  await change(600)
  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(600)
  expect(look).toHaveBeenCalledTimes(2)
  look.mockReturnValue('worth')
  await change(2400)
  expect(look).toHaveBeenCalledTimes(3)
  await change(600)
  expect(look).toHaveBeenCalledTimes(4)
})

test('looks again without a change where it was asked to', async () => {
  const { look } = watch('again')
  await change(600)
  await vi.advanceTimersByTimeAsync(1_200)
  expect(look).toHaveBeenCalledTimes(3)
})

test('looks soon, but once, where somebody knows of something else', async () => {
  const { look, soon } = watch('vain')
  for (let i = 0; i < 500; i += 1) soon()
  await vi.advanceTimersByTimeAsync(290)
  soon()
  await vi.advanceTimersByTimeAsync(290)
  expect(look).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10)
  expect(look).toHaveBeenCalledTimes(1)
})

test('sees what changes while a look lasts', async () => {
  let done: (result: LookResult) => void = () => {}
  const { look } = watch(
    new Promise<LookResult>(resolve => {
      done = resolve
    }),
  )
  await change(600)
  await change(5_000)
  expect(look).toHaveBeenCalledTimes(1)
  done('worth')
  await vi.advanceTimersByTimeAsync(600)
  expect(look).toHaveBeenCalledTimes(2)
})

test('sees what comes with another body or another root', async () => {
  const { look } = watch('worth')
  document.body = document.createElement('body')
  await vi.advanceTimersByTimeAsync(600)
  expect(look).toHaveBeenCalledTimes(1)
  const root = document.createElement('html')
  root.append(document.createElement('head'), document.createElement('body'))
  document.replaceChild(root, document.documentElement)
  await vi.advanceTimersByTimeAsync(600)
  expect(look).toHaveBeenCalledTimes(2)
  await change(600)
  expect(look).toHaveBeenCalledTimes(3)
})

test('ends', async () => {
  const { look, soon } = watch('worth')
  await change(0)
  life.abort()
  soon()
  await change(60_000)
  expect(look).not.toHaveBeenCalled()
})

test('shadow trees are watched as long as they are the page’s, and what is due for them stays due', async () => {
  const attach = () => document.createElement('div').attachShadow({ mode: 'open' })
  const [first, second] = [attach(), attach()]
  const look = vi.fn(async (): Promise<LookResult> => 'worth')
  const watchTrees = createTreeWatch(look, life.signal)
  watchTrees([])
  watchTrees([first])
  first.append('x')
  await vi.advanceTimersByTimeAsync(300)
  watchTrees([first])
  await vi.advanceTimersByTimeAsync(300)
  expect(look).toHaveBeenCalledTimes(1)
  watchTrees([second])
  first.append('x')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(look).toHaveBeenCalledTimes(1)
  second.append('x')
  await vi.advanceTimersByTimeAsync(600)
  expect(look).toHaveBeenCalledTimes(2)
  life.abort()
  watchTrees([first])
  first.append('x')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(look).toHaveBeenCalledTimes(2)
})
