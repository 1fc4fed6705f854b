import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ConnectionNews, connectSidebar } from '../../../../entrypoints/sidebar/connect-sidebar'

/** A browser whose ports the test opens and closes. */
function makeBrowser() {
  const names: string[] = []
  const ends: (() => void)[] = []
  const deliveries: ((message: unknown) => void)[] = []
  const runtime: { id: string | undefined; connect: (info: { name: string }) => object } = {
    id: 'sidelight',
    connect: ({ name }) => {
      names.push(name)
      return {
        onMessage: { addListener: (listener: (message: unknown) => void) => deliveries.push(listener) },
        onDisconnect: { addListener: (listener: () => void) => ends.push(listener) },
        disconnect: () => {},
      }
    },
  }
  return {
    runtime,
    names,
    end: () => ends.at(-1)?.(),
    deliver: (message: unknown) => deliveries.at(-1)?.(message),
  }
}

let browser: ReturnType<typeof makeBrowser>
let news: ConnectionNews[]
beforeEach(() => {
  vi.useFakeTimers()
  browser = makeBrowser()
  news = []
  vi.stubGlobal('chrome', browser)
})
afterEach(() => {
  for (const hangUp of ends.splice(0)) hangUp()
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const ends: (() => void)[] = []
const connect = (tab?: number) => {
  const hangUp = connectSidebar(one => news.push(one), tab)
  ends.push(hangUp)
  return hangUp
}
const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('the port of a sidebar', () => {
  test('passes messages on; its name carries a tab where there is one', () => {
    connect()
    connect(12)
    expect(browser.names).toEqual(['sidebar', 'sidebar:12'])
    browser.deliver({ name: 'view/changed', event: {} })
    expect(news).toEqual([{ name: 'view/changed', event: {} }])
  })

  test('a worker that slept is connected to again, and nothing is loaded for that', () => {
    connect()
    vi.advanceTimersByTime(30_000)
    browser.end()
    vi.advanceTimersByTime(200)
    expect(browser.names).toHaveLength(2)
    expect(news).toEqual([])
  })

  test('what may have been missed in a longer gap is loaded', () => {
    connect()
    for (let tries = 0; tries < 6; tries += 1) {
      browser.end()
      vi.advanceTimersToNextTimer()
    }
    expect(news).toEqual([{ name: 'connected' }, { name: 'connected' }])
  })

  test('of a tab that is not looked at wakes no worker, until it is', () => {
    connect()
    show('hidden')
    vi.advanceTimersByTime(30_000)
    browser.end()
    vi.advanceTimersByTime(3_600_000)
    expect(browser.names).toHaveLength(1)
    show('visible')
    expect(browser.names).toHaveLength(2)
    expect(news).toEqual([{ name: 'connected' }])
  })

  test('of a tab that is left while it waits to connect does not', () => {
    connect()
    browser.end()
    show('hidden')
    vi.advanceTimersByTime(60_000)
    expect(browser.names).toHaveLength(1)
    show('visible')
    show('visible')
    vi.advanceTimersByTime(60_000)
    expect(browser.names).toHaveLength(2)
  })

  test('that still stands is kept when the reader comes back, and what may have changed is loaded', () => {
    const hangUp = connect()
    show('hidden')
    show('visible')
    expect(browser.names).toHaveLength(1)
    expect(news).toEqual([{ name: 'connected' }])
    hangUp()
    show('visible')
    expect(news).toHaveLength(1)
  })

  test('one that cannot start is not tried for ever', () => {
    connect()
    for (let tries = 0; tries < 50; tries += 1) {
      browser.end()
      vi.advanceTimersByTime(60_000 * Number(tries > 40))
      vi.advanceTimersToNextTimer()
    }
    expect(browser.names.length).toBeLessThanOrEqual(9)
    expect(news.at(-1)).toEqual({ name: 'lost', isForGood: false })
  })

  test('an extension that was reloaded is lost for good', () => {
    connect()
    browser.runtime.id = undefined
    browser.end()
    vi.advanceTimersByTime(200)
    expect(news).toEqual([{ name: 'lost', isForGood: true }])
  })

  test('after hanging up there is silence', () => {
    const hangUp = connect()
    hangUp()
    browser.end()
    vi.advanceTimersByTime(60_000)
    expect(browser.names).toHaveLength(1)
    expect(news).toEqual([])
  })
})
