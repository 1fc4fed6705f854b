import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onTrusted } from '../../../utils/page/on-trusted'
import { createBelief, createMemory, type PageMemory } from '../../../utils/page/page-memory'
import { watchNavigation } from '../../../utils/page/watch-navigation'

describe('a page that shows something else without loading', () => {
  let stop: AbortController
  const seen = vi.fn<(kind: string) => void>()
  let memory: PageMemory
  beforeEach(() => {
    vi.useFakeTimers()
    seen.mockClear()
    stop = new AbortController()
    memory = createMemory()
    document.head.innerHTML = ''
    history.replaceState({}, '', '/start')
  })
  afterEach(() => {
    stop.abort()
    vi.useRealTimers()
    Reflect.deleteProperty(window, 'navigation')
  })
  const at = (path: string) => `http://localhost:3000${path}`

  it('is noticed through the Navigation API', () => {
    const navigation = new EventTarget()
    Object.assign(window, { navigation })
    watchNavigation(window, memory, seen, stop.signal)
    history.pushState({}, '', '/next')
    navigation.dispatchEvent(new Event('currententrychange'))
    navigation.dispatchEvent(new Event('currententrychange'))
    expect(seen.mock.calls).toEqual([['moved']])
  })

  it('is noticed after a click where there is none', () => {
    watchNavigation(window, memory, seen, stop.signal)
    document.body.click()
    history.pushState({}, '', '/next')
    vi.advanceTimersByTime(60)
    expect(seen.mock.calls).toEqual([['moved']])
    document.body.click()
    vi.advanceTimersByTime(500)
    history.pushState({}, '', '/late')
    vi.advanceTimersByTime(600)
    expect(seen).toHaveBeenLastCalledWith('moved')
    expect(seen).toHaveBeenCalledTimes(2)
  })

  it('is noticed on a step back', () => {
    watchNavigation(window, memory, seen, stop.signal)
    history.replaceState({}, '', '/back')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(seen.mock.calls).toEqual([['moved']])
  })

  it('does not count a place in the same page, but a path kept in the fragment', () => {
    watchNavigation(window, memory, seen, stop.signal)
    history.replaceState({}, '', '/start#comments')
    window.dispatchEvent(new Event('hashchange'))
    expect(seen).not.toHaveBeenCalled()
    history.replaceState({}, '', '/start#!/next')
    window.dispatchEvent(new Event('hashchange'))
    expect(seen.mock.calls).toEqual([['moved']])
  })

  it('says when a left page is restored, at the same address', () => {
    watchNavigation(window, memory, seen, stop.signal)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(seen).not.toHaveBeenCalled()
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(seen.mock.calls).toEqual([['restored']])
  })

  it('counts neither where the reader came from nor the order of a query', () => {
    const look = watchNavigation(window, memory, seen, stop.signal)
    for (const address of ['/start?utm_source=letter', '/start/?fbclid=7#top', '/start'])
      history.replaceState({}, '', address)
    look()
    expect(seen).not.toHaveBeenCalled()
    history.replaceState({}, '', '/start?id=7')
    look()
    expect(seen.mock.calls).toEqual([['moved']])
  })

  it('does not count the address that the page stated of itself, but the next one', () => {
    history.replaceState({}, '', '/start?session=9')
    document.head.innerHTML = '<link rel="canonical" href="/start">'
    createBelief(memory, location.href)('canonical', at('/start'))
    const look = watchNavigation(window, memory, seen, stop.signal)
    history.replaceState({}, '', '/start')
    look()
    expect(seen).not.toHaveBeenCalled()
    history.replaceState({}, '', '/next')
    look()
    // It came with the page that stood under it, so it is no other name of this one.
    history.replaceState({}, '', '/start')
    look()
    expect(seen.mock.calls).toEqual([['moved'], ['moved']])
  })

  it('says when a page is put away to be kept, and not when it is gone for good', () => {
    watchNavigation(window, memory, seen, stop.signal)
    window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }))
    expect(seen).not.toHaveBeenCalled()
    window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }))
    expect(seen.mock.calls).toEqual([['left']])
  })

  it('ends with its signal, timers under way too', () => {
    watchNavigation(window, memory, seen, stop.signal)
    document.body.click()
    history.pushState({}, '', '/next')
    stop.abort()
    vi.advanceTimersByTime(5000)
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(seen).not.toHaveBeenCalled()
  })
})

describe('listening to the reader only', () => {
  it('passes over events that a script made', () => {
    const stop = new AbortController()
    const heard = vi.fn()
    document.body.innerHTML = '<input>'
    const input = document.querySelector('input')
    expect(input).not.toBeNull()
    if (!input) return
    onTrusted(input, 'focus', heard, stop.signal)
    input.dispatchEvent(new FocusEvent('focus'))
    expect(heard).not.toHaveBeenCalled()
    // Jsdom, like a browser, trusts the event that follows from a real change of focus.
    input.focus()
    expect(heard).toHaveBeenCalledTimes(1)
    stop.abort()
    input.blur()
    input.focus()
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
