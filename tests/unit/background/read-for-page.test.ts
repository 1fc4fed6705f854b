import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { readForPage } from '../../../entrypoints/background/read-for-page'
import {
  dropReading,
  editionNow,
  findReading,
  forgetReadings,
} from '../../../entrypoints/background/readings'
import type { ReadingPart, ReadingRequest } from '../../../utils/messaging/protocol'
import { type NumberedPart, readerPort } from '../../../utils/messaging/reader-port'
import { serveReader } from '../../../utils/messaging/serve-reader'
import type { ArticleText } from '../../../utils/model/article-text'
import { isReadingRequest } from '../../../utils/model/guards'
import { settingsStore } from '../../../utils/platform/settings-store'
import { importFile } from '../../../utils/services/import-file'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makePort } from '../../support/make-port'
import { createMemoryPorts } from '../../support/memory-ports'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const telling =
  'Sorland’s service went on hearing the calls of president Mirela Dovan all spring, says number'
const lines = Array.from({ length: 200 }, (_, at) =>
  at % 20 === 0 ? `${telling} ${at}.` : `The kettle of number ${at} stood by the window of the mill.`,
)
const text = lines.join('\n')
const article: ArticleText = {
  addresses: ['https://herald.example/live'],
  title: 'A long day',
  outlet: 'Herald',
  byline: '',
  published: null,
  modified: null,
  language: 'en',
  text,
  story: [{ start: 0, end: text.length }],
}
const request: ReadingRequest = { article, inView: null }
const fromPage = { tab: 7, url: '', isExtensionPage: false, isPrivate: false, document: null }

let fake: ReturnType<typeof makeFakeBrowser>
let ports: ReturnType<typeof createMemoryPorts>
/** How often the corpus was asked for claims of sentences: once for each portion. */
let portions: number

beforeEach(async () => {
  fake = makeFakeBrowser()
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, fake.browser)
  vi.stubGlobal('browser', fake.browser)
  forgetReadings()
  const memory = createMemoryPorts()
  const sample = readFileSync(new URL('../../fixtures/dossiers/sample.json', import.meta.url), 'utf8')
  await importFile({ ...memory, settings: settingsStore }, sample)
  // These are of terms; tests/unit/services/read-by-model has what the model adds.
  await settingsStore.save({ isModelOn: false })
  portions = 0
  ports = {
    ...memory,
    corpus: {
      ...memory.corpus,
      async findClaimsByTerms(...asked) {
        portions += 1
        // A database answers in a task of its own: what happens meanwhile is heard.
        await new Promise(resolve => setTimeout(resolve, 5))
        return memory.corpus.findClaimsByTerms(...asked)
      },
    },
  }
})

describe('an article that is read for a page', () => {
  test('comes in parts: each has what is new, together they are all', async () => {
    const parts: ReadingPart[] = []
    await readForPage(ports, request, fromPage, part => parts.push(part), new AbortController().signal)
    expect(parts.map(({ isAnew }) => isAnew)).toEqual([true, false, false, false, false])
    const starts = parts.flatMap(({ sentences }) => sentences.map(({ span }) => span.start))
    expect(starts).toEqual(
      [0, 20, 40, 60, 80, 100, 120, 140, 160, 180].map(at => text.indexOf(`${telling} ${at}.`)),
    )
    expect(fake.badges.get(7)).toBe('10')
    expect(findReading(7, article)?.sentences).toHaveLength(10)
    expect(findReading(7, { ...article, title: 'Another' })).toBeNull()
    expect(findReading(8, article)).toBeNull()
  })

  test('is abandoned between portions when the page is left, and leaves no badge and no reading', async () => {
    const life = new AbortController()
    const parts: ReadingPart[] = []
    await readForPage(
      ports,
      request,
      fromPage,
      part => {
        parts.push(part)
        life.abort()
      },
      life.signal,
    )
    expect(parts).toHaveLength(1)
    expect(portions).toBeLessThanOrEqual(2)
    expect(findReading(7, article)).toBeNull()
    const shown = fake.badges.get(7)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(fake.badges.get(7)).toBe(shown)
  })

  test('is not kept where what is on file changed meanwhile', async () => {
    const before = editionNow()
    await readForPage(ports, request, fromPage, () => forgetReadings(), new AbortController().signal)
    expect(editionNow()).toBeGreaterThan(before)
    expect(findReading(7, article)).toBeNull()
  })
})

describe('the view of an article that is not read yet', () => {
  const fromSidebar = { tab: 7, url: '', isExtensionPage: true, isPrivate: false, document: null }
  const asked: string[][] = []
  beforeEach(async () => {
    await settingsStore.save({ isModelOn: true })
    asked.length = 0
    const { read } = ports.model
    ports.model.read = async (sentences, signal) => {
      await new Promise(resolve => setTimeout(resolve, 5))
      if (!signal?.aborted) asked.push([...sentences])
      return read(sentences, signal)
    }
    const beside = { covers: false, isOtherSideFree: false, room: null }
    fake.openTab(7, 'https://herald.example/live', { 'page/collect': { article, anchors: [], beside } })
  })
  const load = async () => {
    const view = await makeExtensionHandlers(ports)['view/load']({}, fromSidebar)
    if (!view.ok) throw new Error(view.failure.detail)
    return view.value.reading
  }
  const readCount = () => new Set(asked.flat()).size

  test('is whole where nobody reads it for the page', async () => {
    expect((await load()).modelUse).toEqual({ is: 'done' })
    expect(readCount()).toBe(200)
  })

  test('has what was found so far where it is being read for the page, and reads nothing itself', async () => {
    const life = new AbortController()
    const [reading] = await Promise.all([
      load(),
      readForPage(ports, request, fromPage, () => {}, life.signal),
    ])
    expect(reading.modelUse).toMatchObject({ is: 'reading' })
    expect(asked.flat()).toHaveLength(200)
  })

  test.each([
    ['its tab is closed', () => fake.browser.tabs.onRemoved.fire(7)],
    ['its page is left', () => dropReading(7)],
  ])('is read no further when %s', async (_, leave) => {
    const loading = load()
    await vi.waitFor(() => expect(asked).toHaveLength(1), { interval: 1 })
    leave()
    await loading
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(readCount()).toBeLessThan(100)
  })

  test('is not read where the page is left while it is asked for its text', async () => {
    let answer = (): void => {}
    const collected = new Promise(resolve => {
      answer = () => resolve({ article, anchors: [] })
    })
    fake.openTab(7, 'https://herald.example/live', { 'page/collect': collected })
    const loading = load()
    await vi.waitFor(() => expect(fake.told.map(({ name }) => name)).toContain('page/collect'))
    dropReading(7)
    answer()
    await loading
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(asked).toEqual([])
  })

  test('is read on when another tab is closed', async () => {
    const loading = load()
    await vi.waitFor(() => expect(asked).toHaveLength(1), { interval: 1 })
    fake.browser.tabs.onRemoved.fire(8)
    dropReading(8)
    expect((await loading).modelUse).toEqual({ is: 'done' })
  })
})

describe('the port of a page’s reader', () => {
  const onError = vi.fn()
  const serve = () =>
    serveReader({
      read: (...asked) => readForPage(ports, ...asked),
      guard: isReadingRequest,
      allows: caller => caller.tab !== null && !caller.isExtensionPage,
      onError,
    })
  const pageSender = { id: 'sidelight', url: 'https://herald.example/live', tab: { id: 7 } }
  const connect = (sender: object = pageSender, name = readerPort) => {
    const port = makePort(name, sender)
    fake.browser.runtime.onConnect.fire(port)
    return port
  }
  const partsTo = (port: ReturnType<typeof makePort>) => port.posted as NumberedPart[]
  const whenEnded = (port: ReturnType<typeof makePort>, number: number) =>
    vi.waitFor(() => expect(partsTo(port)).toContainEqual({ number, part: { ok: true, value: null } }), {
      timeout: 4_000,
    })

  test('gives parts, then their end', async () => {
    serve()
    const port = connect()
    port.say({ number: 1, request })
    await whenEnded(port, 1)
    expect(partsTo(port)).toHaveLength(6)
  })

  test('closed, it ends the work', async () => {
    serve()
    const port = connect()
    port.say({ number: 1, request })
    await vi.waitFor(() => expect(portions).toBe(1), { interval: 1 })
    port.hangUp()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(portions).toBeLessThanOrEqual(2)
    expect(partsTo(port).length).toBeLessThanOrEqual(2)
  })

  test('asked again, it leaves the older reading', async () => {
    serve()
    const port = connect()
    port.say({ number: 1, request })
    await vi.waitFor(() => expect(partsTo(port)).toHaveLength(1), { interval: 1 })
    port.say({
      number: 2,
      request: { article: { ...article, title: 'Anew' }, inView: { start: 0, end: 10 } },
    })
    await whenEnded(port, 2)
    expect(partsTo(port).filter(({ number }) => number === 1).length).toBeLessThan(4)
    expect(partsTo(port).filter(({ number }) => number === 2)).toHaveLength(6)
  })

  test('refuses other extensions, pages of ours, and what has another shape', async () => {
    serve()
    expect(connect({ ...pageSender, id: 'another' }).isClosed).toBe(true)
    expect(connect({ ...pageSender, url: 'chrome-extension://sidelight/sidebar.html' }).isClosed).toBe(true)
    expect(connect({ id: 'sidelight', url: 'https://herald.example/' }).isClosed).toBe(true)
    const other = connect(pageSender, 'something')
    expect(other.isClosed).toBe(false)
    other.say({ number: 1, request })
    expect(other.posted).toEqual([])

    const port = connect()
    for (const message of [
      null,
      'x',
      { number: 'one', request },
      { number: 3, request: { article: { ...article, text: 7 }, inView: null } },
      { number: 3, request: { article, inView: { start: 5, end: text.length + 1 } } },
      { number: 3, request: { article } },
    ])
      port.say(message)
    await vi.waitFor(() => expect(partsTo(port)).not.toEqual([]))
    expect(partsTo(port).every(({ part }) => !part.ok && part.failure.kind === 'bad-input')).toBe(true)
    expect(portions).toBe(0)
  })

  test('names what went wrong', async () => {
    serve()
    ports.corpus.listLocatorLengths = () => Promise.reject(new Error('a mistake'))
    const port = connect()
    port.say({ number: 1, request })
    await vi.waitFor(() =>
      expect(partsTo(port)).toEqual([
        { number: 1, part: { ok: false, failure: { kind: 'unexpected', detail: 'a mistake' } } },
      ]),
    )
    expect(onError).toHaveBeenCalledWith('reading', 'a mistake')
  })
})
