import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { finish } from '../../../utils/model/finish'
import { collectArticle, collectInSteps } from '../../../utils/page/collect-article'
import { doInSlices, readInSlices, type Work } from '../../../utils/page/slices'

let nowMs: number
beforeEach(() => {
  nowMs = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  document.body.innerHTML = '<p>One</p>'
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** So many steps of a millisecond each. */
function* count(steps: number, done: number[] = []): Work<number> {
  for (let at = 0; at < steps; at += 1) {
    nowMs += 1
    done.push(at)
    yield
  }
  return steps
}
const never = () => false

describe('work in slices', () => {
  it('is done in pieces of some milliseconds, with a rest between them', async () => {
    // Timers in the tests' hands may go off in one: the page's idle moments come one at a time.
    const waiting: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (act: () => void) => waiting.push(act))
    const done: number[] = []
    const result = doInSlices(count(20, done), never)
    for (const reached of [8, 16]) {
      expect(done).toHaveLength(reached)
      expect(waiting).toHaveLength(1)
      waiting.pop()?.()
      await Promise.resolve()
      await Promise.resolve()
    }
    expect(await result).toBe(20)
    vi.unstubAllGlobals()
  })

  it('is done at once where it is little', async () => {
    const done: number[] = []
    const result = doInSlices(count(5, done), never)
    expect(done).toHaveLength(5)
    expect(await result).toBe(5)
  })

  it('is given up at the next rest', async () => {
    const done: number[] = []
    let isOver = false
    const result = doInSlices(count(100, done), () => isOver)
    isOver = true
    await vi.advanceTimersByTimeAsync(1)
    expect(await result).toBeNull()
    expect(done).toHaveLength(8)
  })

  it('can be finished without a rest', () => {
    expect(finish(count(100))).toBe(100)
  })
})

describe('reading a document in slices', () => {
  const { signal } = new AbortController()

  it('begins anew where the document changes meanwhile', async () => {
    const begun = vi.fn(() => count(20))
    const result = readInSlices(document, begun, signal)
    document.body.append('Two')
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(10)
    expect(await result).toBe(20)
    expect(begun).toHaveBeenCalledTimes(2)
  })

  it('is begun anew where something changes that the document does not speak for', async () => {
    const tree = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
    const begun = vi.fn((watch: (root: Node) => void) => {
      watch(tree)
      return count(20)
    })
    const result = readInSlices(document, begun, signal)
    tree.append('changed')
    await vi.advanceTimersByTimeAsync(20)
    expect(await result).toBe(20)
    expect(begun).toHaveBeenCalledTimes(2)
  })

  it('is done at once in the end where the document never rests', async () => {
    const begun = vi.fn(() => count(20))
    let isRead = false
    const result = readInSlices(document, begun, signal).finally(() => {
      isRead = true
    })
    for (let turn = 0; turn < 10 && !isRead; turn += 1) {
      document.body.append('x')
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(await result).toBe(20)
    expect(begun).toHaveBeenCalledTimes(4)
  })

  it('is given up with its signal', async () => {
    const life = new AbortController()
    const result = readInSlices(document, () => count(20), life.signal)
    life.abort()
    await vi.advanceTimersByTimeAsync(1)
    expect(await result).toBeNull()
  })

  it('gives the same article as at once', async () => {
    document.body.innerHTML = `<h1>The line</h1>${'<section><p>The minister said on Monday that the line had been safe at all times, and nobody listened to it.</p></section>'.repeat(80)}`
    const at = 'https://arvenpost.example/line'
    const steps = (function* () {
      const work = collectInSteps(document, at)
      for (let step = work.next(); ; step = work.next()) {
        nowMs += 1
        if (step.done) return step.value
        yield
      }
    })()
    const result = readInSlices(document, () => steps, signal)
    expect(nowMs).toBe(8)
    await vi.advanceTimersByTimeAsync(100)
    const article = (await result)?.article
    expect(article?.story).toHaveLength(81)
    expect(article).toEqual(collectArticle(document, at)?.article)
  })
})
