import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  everySite,
  groupByHost,
  hostPatterns,
  listGrantedPatterns,
  removeSites,
  requestSites,
} from '../../../utils/platform/permissions'

/** The part of the browser that keeps permissions. It asks only while a click is going on, as browsers do. */
function makeBrowser(granted: string[], isAnsweredYes = true) {
  const state = { granted: new Set(granted), isInClick: true, asked: [] as string[][] }
  const permissions = {
    request: async ({ origins }: { origins: string[] }) => {
      if (!state.isInClick) throw new Error('may only be called from a user input handler')
      state.asked.push(origins)
      if (isAnsweredYes) for (const origin of origins) state.granted.add(origin)
      return isAnsweredYes
    },
    getAll: async () => ({ origins: [...state.granted], permissions: ['storage'] }),
    remove: async ({ origins }: { origins: string[] }) => {
      if (origins.some(origin => !state.granted.has(origin))) throw new Error('not granted')
      for (const origin of origins) state.granted.delete(origin)
      return true
    },
  }
  return { state, browser: { permissions } }
}
const scope = globalThis as { browser?: unknown }
const install = (...parts: Parameters<typeof makeBrowser>) => {
  const { state, browser } = makeBrowser(...parts)
  scope.browser = browser
  return state
}
let before: unknown
beforeEach(() => {
  before = scope.browser
})
afterEach(() => {
  scope.browser = before
})

describe('hostPatterns', () => {
  test('names both schemes', () => {
    expect(hostPatterns('www.Courier.example')).toEqual([
      'http://www.courier.example/*',
      'https://www.courier.example/*',
    ])
  })
  test('leaves a port out, and keeps the asterisk for what is below', () => {
    expect(hostPatterns('courier.example:8080')[0]).toBe('http://courier.example/*')
    expect(hostPatterns('*.courier.example')[1]).toBe('https://*.courier.example/*')
  })
})

describe('requestSites', () => {
  test('asks before it gives the thread away: later the browser would refuse', async () => {
    const state = install([])
    const asked = requestSites(hostPatterns('courier.example'))
    state.isInClick = false
    expect(await asked).toBe(true)
    expect(await listGrantedPatterns()).toEqual(hostPatterns('courier.example'))
  })
  test('is false where the reader says no, and where the browser refuses', async () => {
    const state = install([], false)
    expect(await requestSites(everySite)).toBe(false)
    state.isInClick = false
    expect(await requestSites(everySite)).toBe(false)
    expect(state.asked).toHaveLength(1)
  })
})

test('listGrantedPatterns gives web sites only', async () => {
  install([
    'https://courier.example/*',
    '<all_urls>',
    '*://post.example/*',
    'moz-extension://1/*',
    'file:///*',
  ])
  expect(await listGrantedPatterns()).toEqual([
    'https://courier.example/*',
    '<all_urls>',
    '*://post.example/*',
  ])
})

test('removeSites gives back what was granted, and is false for what was not', async () => {
  install([...everySite])
  expect(await removeSites(['https://courier.example/*'])).toBe(false)
  expect(await removeSites(everySite)).toBe(true)
  expect(await listGrantedPatterns()).toEqual([])
})

test('groupByHost puts schemes together, in alphabetical order, every site under one star', () => {
  expect(
    groupByHost([
      'https://www.post.example/*',
      'http://*.courier.example/*',
      ...everySite,
      'https://*.courier.example/*',
    ]),
  ).toEqual([
    { host: '*', patterns: [...everySite] },
    { host: '*.courier.example', patterns: ['http://*.courier.example/*', 'https://*.courier.example/*'] },
    { host: 'www.post.example', patterns: ['https://www.post.example/*'] },
  ])
  expect(groupByHost(['<all_urls>'])).toEqual([{ host: '*', patterns: ['<all_urls>'] }])
})
