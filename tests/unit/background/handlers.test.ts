import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '../../../entrypoints/background/commands'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { makePageHandlers, pageGuards } from '../../../entrypoints/background/page-handlers'
import { readForPage } from '../../../entrypoints/background/read-for-page'
import { forgetReadings } from '../../../entrypoints/background/readings'
import { leaveSites, reconcileSites } from '../../../entrypoints/background/sites'
import type { PageState, ReadingPart } from '../../../utils/messaging/protocol'
import type { ArticleText } from '../../../utils/model/article-text'
import { asClaimId, asDossierId, asHighlightId, asQuestionId } from '../../../utils/model/ids'
import type { GateSnapshot, Judgement } from '../../../utils/model/page-facts'
import type { Result } from '../../../utils/model/result'
import { loadGateSnapshot } from '../../../utils/platform/gate-snapshot'
import { settingsStore } from '../../../utils/platform/settings-store'
import { hashAddress } from '../../../utils/reading/judge-address'
import { importFile } from '../../../utils/services/import-file'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const address = 'https://herald.example/politics/private-phone'
const article: ArticleText = {
  addresses: [address],
  title: 'A page',
  outlet: 'Herald',
  byline: '',
  published: null,
  modified: null,
  language: 'en',
  text: 'Some words that are on no file at all.',
  story: [{ start: 0, end: 38 }],
}
const beside = { covers: false, isOtherSideFree: false, room: null }
const page: PageState = { article, anchors: [], beside }
const fromPage = { tab: 7, url: address, isExtensionPage: false, isPrivate: false, document: 'd7' }
const fromSidebar = {
  tab: 7,
  url: 'chrome-extension://sidelight/sidebar.html',
  isExtensionPage: true,
  isPrivate: false,
  document: null,
}
const highlight = {
  addresses: [address],
  title: 'A page',
  outlet: 'Herald',
  note: '',
  pageModified: null,
  selectors: [
    { type: 'TextQuoteSelector' as const, exact: 'words', prefix: 'Some ', suffix: ' that' },
    { type: 'TextPositionSelector' as const, start: 5, end: 10 },
  ],
}

let fake: ReturnType<typeof makeFakeBrowser>
let ports: ReturnType<typeof createMemoryPorts>
let asked: ReturnType<typeof makeExtensionHandlers>
let pageAsked: ReturnType<typeof makePageHandlers>

beforeEach(() => {
  fake = makeFakeBrowser(['https://herald.example/*', 'http://herald.example/*'])
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, fake.browser)
  vi.stubGlobal('browser', fake.browser)
  ports = createMemoryPorts()
  forgetReadings()
  asked = makeExtensionHandlers(ports)
  pageAsked = makePageHandlers(ports)
  fake.openTab(7, address, { 'page/collect': page, 'reader/ping': true, 'page/leave': true })
})

const snapshot = (): GateSnapshot => JSON.parse(String(fake.local.get('gate')))
const take = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.detail}`)
  return result.value
}

/** What a page's reader is told of an article, part by part. */
async function read(page = article, caller = fromPage): Promise<ReadingPart[]> {
  const parts: ReadingPart[] = []
  const { signal } = new AbortController()
  await readForPage(ports, { article: page, inView: null }, caller, part => parts.push(part), signal)
  return parts
}

describe('what a page may ask', () => {
  test('every request has a guard, and each refuses what is not an object of its shape', () => {
    expect(Object.keys(pageGuards).toSorted()).toEqual(Object.keys(pageAsked).toSorted())
    for (const guard of Object.values(pageGuards)) {
      expect([guard(null), guard('x'), guard(undefined), guard(7)]).toEqual([false, false, false, false])
    }
    expect(pageGuards['highlight/save']({ highlight })).toBe(true)
    expect(pageGuards['highlight/save']({ highlight: { ...highlight, selectors: [] } })).toBe(false)
    expect(pageGuards['sidebar/remember']({ isOpen: 'yes' })).toBe(false)
  })

  test('a page that was judged gets its rules and its reader, in that order', async () => {
    const judgement: Judgement = { verdict: 'spotted', dossier: null, reasons: [] }
    expect(await pageAsked['page/judged']({ judgement }, fromPage)).toMatchObject({ ok: true })
    expect(fake.browser.scripting.insertCSS).toHaveBeenCalledOnce()
    expect(fake.executed).toEqual([{ tab: 7, files: ['/reader.js'] }])
  })

  test('an article is read, and the button tells how much is on file', async () => {
    expect(await read()).toEqual([
      {
        claims: [],
        sentences: [],
        sentenceCount: 0,
        isAnew: true,
        questions: {},
        isDisputed: false,
        isOn: true,
        areMarksShown: true,
      },
    ])
    expect(fake.badges.get(7)).toBe('·')
  })

  test('a page that was left takes its badge along', async () => {
    await read()
    take(await pageAsked['page/left']({}, fromPage))
    expect(fake.badges.get(7)).toBe('')
  })

  test('marks are not shown where the reader said so: paused, off here, not about this, all of them', async () => {
    const areShown = async () => (await read())[0]?.areMarksShown
    for (const change of [{ isPaused: true }, { offHosts: ['herald.example'] }, { areMarksShown: false }]) {
      await settingsStore.save(change)
      expect(await areShown()).toBe(false)
      await settingsStore.save({ isPaused: false, offHosts: [], areMarksShown: true })
      expect(await areShown()).toBe(true)
    }
    await asked['page/dismiss']({ isDismissed: true }, fromSidebar)
    expect(await areShown()).toBe(false)
    await asked['page/dismiss']({ isDismissed: false }, fromSidebar)
    expect(await areShown()).toBe(true)
  })

  test('a highlight is saved, found again, and known to the gate', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const search = { addresses: [`${address}#top`], outlet: 'Herald' }
    expect(take(await pageAsked['highlight/find'](search, fromPage))).toEqual([
      { highlight: saved, isOwn: true },
    ])
    expect(snapshot().highlightedAddresses).toHaveLength(1)
  })

  test('a page whose address is like one with a highlight is weighed by its text, and its address is kept', async () => {
    await pageAsked['highlight/save']({ highlight }, fromPage)
    const amp = { ...article, addresses: [`${address}/amp`] }
    const other = { ...amp, text: 'Nothing of this is there, not a single one of it.', story: [] }
    const weigh = async (page: ArticleText) =>
      take(await pageAsked['page/weigh']({ article: page }, fromPage))
    expect([await weigh(amp), await weigh(other)]).toEqual([true, false])

    await read(other)
    await read(amp, { ...fromPage, isPrivate: true })
    expect(snapshot().highlightedAddresses).toHaveLength(1)
    await read({ ...amp, isAddressShared: true })
    expect(snapshot().highlightedAddresses).toHaveLength(1)
    await read(amp)
    expect(snapshot().highlightedAddresses).toEqual([address, `${address}/amp`].map(hashAddress).toSorted())
  })

  test('in a private window the sidebar is not remembered', async () => {
    await pageAsked['sidebar/remember']({ isOpen: false }, { ...fromPage, isPrivate: true })
    expect((await settingsStore.load()).isSidebarOpen).toBe(true)
    await pageAsked['sidebar/remember']({ isOpen: false }, fromPage)
    expect((await settingsStore.load()).isSidebarOpen).toBe(false)
  })
})

describe('what pages of ours may ask', () => {
  test('the view of the tab that the sidebar is framed in, or of the one it names', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const view = take(await asked['view/load']({}, fromSidebar))
    expect(view.keys).toEqual({ highlight: 'Alt+Shift+H', sidebar: '' })
    expect(view.site).toEqual({
      host: 'herald.example',
      isGranted: true,
      isPrivate: false,
      isOff: false,
      isDismissed: false,
    })
    expect(view.highlights).toEqual([
      { highlight: saved, anchoring: { state: 'lost', reason: 'absent', places: [] } },
    ])
    expect(take(await asked['view/load']({ tab: 7 }, { ...fromSidebar, tab: 99 })).reading.title).toBe(
      'A page',
    )
    expect(await asked['view/load']({ tab: 99 }, fromSidebar)).toMatchObject({
      failure: { kind: 'page-gone' },
    })
    expect(await asked['view/load']({}, { ...fromSidebar, tab: null })).toMatchObject({
      failure: { kind: 'page-gone' },
    })
  })

  test('a highlight of another address is shown where its words are, and is not called lost where they are not', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const amp = { ...article, addresses: [`${address}/amp`] }
    const showWith = async (anchors: PageState['anchors']) => {
      fake.openTab(7, address, { 'page/collect': { article: amp, anchors } })
      return take(await asked['view/load']({}, fromSidebar)).highlights
    }
    expect(await showWith([])).toEqual([])
    expect(
      await showWith([{ highlight: saved.id, anchoring: { state: 'moved' }, span: { start: 5, end: 10 } }]),
    ).toEqual([{ highlight: saved, anchoring: { state: 'moved' } }])
  })

  test('"not about this" is said of one page, not of all that state the same address', async () => {
    const stating = { ...article, addresses: ['https://herald.example/x', address] }
    fake.openTab(7, address, { 'page/collect': { article: stating, anchors: [] }, 'reader/ping': true })
    await asked['page/dismiss']({ isDismissed: true }, fromSidebar)
    expect(snapshot().dismissedAddresses).toEqual([hashAddress('https://herald.example/x')])
    const isOn = async (page: ArticleText) => (await read(page))[0]?.isOn
    expect([await isOn(stating), await isOn(article)]).toEqual([false, true])
  })

  test('a highlight is attached to what its page describes, and steps are listed', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const [quote, position] = highlight.selectors
    const place = { span: { start: 7, end: 12 }, words: 'other', prefix: 'an ', suffix: ' one' }
    const selectors = [{ ...quote, exact: 'other' }, position]
    fake.openTab(7, address, { 'highlight/describe': { selectors, pageModified: '2031-05-07' } })
    const ask = { highlight: saved.id, place }
    expect(take(await asked['highlight/attach'](ask, fromSidebar))).toMatchObject({
      highlight: { id: saved.id, selectors, pageModified: '2031-05-07' },
      entry: 2,
    })
    expect(fake.told).toContainEqual({ tab: 7, name: 'highlight/describe', request: { place } })
    const steps = take(await asked['journal/list']({}, fromSidebar))
    expect(steps.map(({ action }) => action)).toEqual(['change', 'create'])
    fake.openTab(7, address, { 'highlight/describe': { selectors: [quote], pageModified: null } })
    expect(await asked['highlight/attach'](ask, fromSidebar)).toMatchObject({
      failure: { kind: 'bad-input' },
    })
  })

  test('a colour that was chosen is that of the next highlight', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    expect(saved.colour).toBe('yellow')
    const recolour = { highlight: saved.id, change: { colour: 'pink' }, seen: { colour: 'yellow' } } as const
    take(await asked['highlight/change'](recolour, fromSidebar))
    const next = {
      ...highlight,
      selectors: [{ ...highlight.selectors[0], exact: 'next' }, highlight.selectors[1]],
    }
    expect(
      take(await pageAsked['highlight/save']({ highlight: next as typeof highlight }, fromPage)).colour,
    ).toBe('pink')
    expect(take(await asked['tag/list']({}, fromSidebar))).toEqual([])
  })

  test('a passage gets the colour that was chosen for it, highlighted before or not, and pages hear of it', async () => {
    const save = async (more: object, caller = fromPage) =>
      take(await pageAsked['highlight/save']({ highlight, ...more }, caller)).colour
    expect(await save({ colour: 'blue' }, { ...fromPage, isPrivate: true })).toBe('blue')
    expect((await settingsStore.load()).colour).toBe('yellow')
    expect(await save({ colour: 'pink' })).toBe('pink')
    expect(await save({})).toBe('pink')
    expect((await ports.highlights.listAll()).map(({ colour }) => colour)).toEqual(['pink'])
    const { areHighlightsShown, colourNames } = await settingsStore.load()
    const look = { areHighlightsShown, colour: 'pink', colourNames }
    expect(fake.told.filter(({ name }) => name === 'look/changed')).toEqual([
      { tab: 7, name: 'look/changed', request: { look, says: false } },
    ])
    expect(pageGuards['highlight/save']({ highlight, colour: 'mauve' })).toBe(false)
    expect(take(await pageAsked['reader/begin']({}, fromPage)).look).toEqual(look)
  })

  test('highlights are hidden without any article being read anew', async () => {
    take(await asked['settings/save']({ change: { areHighlightsShown: false } }, fromSidebar))
    expect(fake.told.map(({ name }) => name)).toEqual(['place/changed', 'look/changed'])
    take(await asked['settings/save']({ change: { areMarksShown: false } }, fromSidebar))
    expect(fake.told.map(({ name }) => name)).toContain('page/refresh')
  })

  test('the keys hide highlights in all tabs, said in the one in front; from the sidebar it is asked where to', async () => {
    fake.openTab(8, address, { 'focus/switch': 'in sidebar', 'reader/ping': true })
    await runCommand('toggle-highlights', 7)
    expect((await settingsStore.load()).areHighlightsShown).toBe(false)
    const says = fake.told
      .filter(({ name }) => name === 'look/changed')
      .map(({ tab, request }) => [tab, request])
    expect(says).toMatchObject([
      [7, { says: true }],
      [8, { says: false }],
    ])
    await runCommand('switch-focus', 8)
    expect(fake.told).toContainEqual({ tab: 8, name: 'focus/switch', request: {} })
  })

  test('deleting and undoing, and every page hears of it', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const { entry } = take(await asked['highlight/delete']({ highlight: saved.id }, fromSidebar))
    expect(await ports.highlights.listAll()).toEqual([])
    expect(snapshot().highlightedAddresses).toEqual([])
    expect(fake.told.filter(({ name }) => name === 'page/refresh')).toEqual([
      { tab: 7, name: 'page/refresh', request: { what: 'highlights' } },
    ])
    take(await asked['journal/undo']({ entry }, fromSidebar))
    expect(await ports.highlights.listAll()).toEqual([saved])
    expect(snapshot().highlightedAddresses).toHaveLength(1)
  })

  test('a failure changes nothing and announces nothing', async () => {
    const gone = await asked['highlight/change'](
      { highlight: asHighlightId('gone'), change: { note: 'x' }, seen: { note: '' } },
      fromSidebar,
    )
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    expect(fake.told).toEqual([])
  })

  test('a link to a highlight’s words is made from the page where it stands in one, else from what was saved', async () => {
    const { id } = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    const cite = async (tab?: number) =>
      take(
        await asked['highlight/cite']({ highlight: id, ...(tab && { tab }) }, { ...fromSidebar, tab: null }),
      ).url
    const openWith = (anchor: Omit<PageState['anchors'][number], 'highlight'>) =>
      fake.openTab(8, address, { 'page/collect': { ...page, anchors: [{ highlight: id, ...anchor }] } })
    openWith({ anchoring: { state: 'exact' }, span: { start: 5, end: 10 } })
    expect(await cite(8)).toBe(`${address}#:~:text=words`)
    const saved = `${address}#:~:text=Some-,words,-that`
    openWith({ anchoring: { state: 'lost', reason: 'absent', places: [] }, span: null })
    expect(await cite(8)).toBe(saved)
    fake.openTab(8, address, {})
    expect(await cite(8)).toBe(saved)
    expect(await cite()).toBe(saved)
  })

  test('a site is one, with www. and without', async () => {
    await asked['site/switch']({ host: 'www.Herald.example', isOff: true }, fromSidebar)
    expect(snapshot().offHosts).toEqual(['herald.example'])
    expect(take(await asked['view/load']({}, fromSidebar)).site.isOff).toBe(true)
    await asked['site/switch']({ host: 'herald.example', isOff: false }, fromSidebar)
    expect(snapshot().offHosts).toEqual([])
  })

  test('a page that was dismissed before it was loaded can be taken back: the reader is started for it', async () => {
    fake.openTab(8, address, { 'page/collect': page })
    await asked['page/dismiss']({ tab: 8, isDismissed: true }, fromSidebar)
    // The gate comes first: it knows when the page is left.
    expect(fake.executed).toEqual([
      { tab: 8, files: ['/gate.js'] },
      { tab: 8, files: ['/reader.js'] },
    ])
    expect(take(await asked['view/load']({ tab: 8 }, fromSidebar)).site.isDismissed).toBe(true)
    await asked['page/dismiss']({ tab: 8, isDismissed: false }, fromSidebar)
    expect(snapshot().dismissedAddresses).toEqual([])
  })

  test('a tab that hangs holds nobody up', async () => {
    fake.openTab(9, 'https://hangs.example/', { 'page/refresh': new Promise(() => {}) })
    expect(await asked['settings/save']({ change: { isPaused: true } }, fromSidebar)).toMatchObject({
      ok: true,
    })
    expect(snapshot().isPaused).toBe(true)
  })

  test('a highlight that the page has not placed yet is looked for before it is called lost', async () => {
    const saved = take(await pageAsked['highlight/save']({ highlight }, fromPage))
    let anchors: PageState['anchors'] = []
    fake.openTab(7, address, {
      get 'page/collect'() {
        return { article, anchors, beside }
      },
      get 'page/refresh'() {
        anchors = [{ highlight: saved.id, anchoring: { state: 'exact' }, span: { start: 5, end: 10 } }]
        return null
      },
    })
    expect(take(await asked['view/load']({}, fromSidebar)).highlights).toEqual([
      { highlight: saved, anchoring: { state: 'exact' } },
    ])
  })

  test('switches of two places at once are both kept', async () => {
    await Promise.all([
      asked['site/switch']({ host: 'a.example', isOff: true }, fromSidebar),
      asked['site/switch']({ host: 'b.example', isOff: true }, fromSidebar),
      asked['page/dismiss']({ isDismissed: true }, fromSidebar),
    ])
    const settings = await settingsStore.load()
    expect(settings.offHosts.toSorted()).toEqual(['a.example', 'b.example'])
    expect(settings.dismissedAddresses).toHaveLength(1)
    expect(snapshot().offHosts.toSorted()).toEqual(['a.example', 'b.example'])
  })

  test('a dossier is taken in, and its articles are known to the gate', async () => {
    const text = readFileSync(new URL('../../fixtures/dossiers/sample.json', import.meta.url), 'utf8')
    const taken = take(await asked['file/import']({ text }, fromSidebar))
    expect(taken.format).toBe('dossier')
    expect(snapshot().topics).toHaveLength(1)
    const known = [...fake.local].filter(([key]) => /^known-..$/.test(key))
    expect(known).toHaveLength(256)
    const addresses = known.flatMap(([, hashes]) => String(hashes).split(' ')).filter(hash => hash !== '')
    expect(addresses.length).toBeGreaterThan(3)
    const loaded = await loadGateSnapshot([addresses[0] ?? ''])
    expect(loaded?.knownAddresses).toContain(addresses[0])
    expect(loaded?.knownAddresses.length).toBeLessThan(addresses.length)
    expect(await importFile({ ...ports, settings: settingsStore }, '{"format":"dossier"}')).toMatchObject({
      failure: { kind: 'bad-input' },
    })
  })

  test('what the reader says that a sentence says is kept, taken back and put back', async () => {
    const text = readFileSync(new URL('../../fixtures/dossiers/sample.json', import.meta.url), 'utf8')
    await asked['file/import']({ text }, fromSidebar)
    const [dossier] = await ports.corpus.listDossiers()
    const [question] = await ports.corpus.listQuestions(dossier?.id ?? asDossierId(''))
    const said = {
      sentence: { start: 0, end: 38 },
      text: article.text,
      dossier: dossier?.id ?? asDossierId(''),
      question: question?.id ?? asQuestionId(''),
      position: 'yes' as const,
      subject: 'Mirela Dovan',
      statement: 'Something is on no file.',
    }
    const { claims } = take(await asked['claim/save']({ claims: [said] }, fromSidebar))
    const readClaims = async () => (await read()).at(-1)?.claims
    expect(await readClaims()).toMatchObject([
      { claim: { id: claims[0], source: { isReaders: true } }, sentence: said.sentence },
    ])
    const gone = take(await asked['claim/delete']({ claims }, fromSidebar))
    expect(await readClaims()).toEqual([])
    take(await asked['claim/restore']({ claims: gone }, fromSidebar))
    expect(await readClaims()).toHaveLength(1)
  })

  test('a backup goes out and comes in again', async () => {
    await pageAsked['highlight/save']({ highlight }, fromPage)
    const { name, text } = take(await asked['backup/export']({}, fromSidebar))
    expect(name).toMatch(/^sidelight-backup-\d{4}-\d{2}-\d{2}\.json$/)
    const [saved] = await ports.highlights.listAll()
    await asked['highlight/delete']({ highlight: saved?.id ?? asHighlightId('') }, fromSidebar)
    expect(take(await asked['file/import']({ text }, fromSidebar)).report.added).toBe(1)
    expect(await ports.highlights.listAll()).toEqual([saved])
  })

  test('selected words are looked up by the page’s reader', async () => {
    fake.openTab(8, address, { 'reader/ping': true, 'selection/compare': true })
    expect(take(await asked['selection/compare']({ tab: 8 }, fromSidebar))).toBe(true)
    fake.openTab(9, address, { 'reader/ping': true, 'selection/compare': false })
    expect(take(await asked['selection/compare']({ tab: 9 }, fromSidebar))).toBe(false)
    expect(await asked['selection/compare']({ tab: 99 }, fromSidebar)).toMatchObject({ ok: false })
  })

  test('words that are none are refused by name', async () => {
    expect(await asked['words/find']({ words: ' ' }, fromSidebar)).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input', detail: 'words: there are none' },
    })
    expect(take(await asked['words/find']({ words: 'She said so.' }, fromSidebar))).toMatchObject({
      dossiers: 0,
      questions: [],
    })
  })

  test('why a page was not spotted; a page that lets nobody in; one whose site is not granted', async () => {
    const judgement = { verdict: 'off-topic', dossier: null, reasons: [] }
    fake.openTab(7, address, { 'page/judge': judgement, 'reader/ping': true })
    const status = async (tab: number) => take(await asked['page/inspect']({ tab }, fromSidebar))
    expect(await status(7)).toEqual({ state: 'judged', host: 'herald.example', judgement, isReading: true })
    fake.openTab(8, 'https://else.example/', { 'page/judge': judgement })
    expect(await status(8)).toEqual({ state: 'not-granted', host: 'else.example', judgement })
    const alike = { ...judgement, verdict: 'alike' }
    await pageAsked['highlight/save']({ highlight }, fromPage)
    const open = (text: string) => {
      const amp = { ...article, addresses: [`${address}/amp`], text, story: [] }
      const collected = { article: amp, anchors: [] }
      fake.openTab(7, address, { 'page/judge': alike, 'reader/ping': true, 'page/collect': collected })
    }
    open(article.text)
    expect(await status(7)).toMatchObject({
      judgement: { verdict: 'known', reasons: [{ rule: 'like_text' }] },
    })
    open('Other ones.')
    expect(await status(7)).toMatchObject({ judgement: { verdict: 'alike' } })
    fake.openTab(9, 'chrome://settings/')
    expect(await status(9)).toEqual({ state: 'closed-to-us' })
  })
})

describe('from claim to claim', () => {
  const text = readFileSync(new URL('../../fixtures/dossiers/sample.json', import.meta.url), 'utf8')
  const claim = asClaimId('courier-2025-05-21#1')
  const inNewTab = { ...fromPage, tab: 70 }
  const wantedIn = async (caller: typeof fromPage) => take(await pageAsked['reader/begin']({}, caller)).wanted
  beforeEach(async () => {
    take(await asked['file/import']({ text }, fromSidebar))
  })

  test.each([
    ['the sidebar', () => asked['article/open']({ claim }, fromSidebar)],
    ['a card', () => pageAsked['claim/follow']({ claim }, fromPage)],
  ])('%s opens the article beside its tab, and the claim is told there, once', async (_, open) => {
    expect(await open()).toEqual({ ok: true, value: undefined })
    expect(fake.browser.tabs.create.mock.calls).toEqual([
      [
        {
          url: 'https://capitalcourier.example/2025/05/21/sorland-denies-listening',
          windowId: 3,
          openerTabId: 7,
          index: 5,
        },
      ],
    ])
    expect(await wantedIn(fromPage)).toBeNull()
    expect(await wantedIn(inNewTab)).toBe(claim)
    expect(await wantedIn(inNewTab)).toBeNull()
  })

  test('a page that begins much later in that tab is another one', async () => {
    await asked['article/open']({ claim }, fromSidebar)
    ports.clock.nowIs(ports.clock.nowMs() + 121_000)
    expect(await wantedIn(inNewTab)).toBeNull()
  })

  test('a claim of the reader’s leads to where it was made', async () => {
    const made = 'https://herald.example/off-topic'
    const own = makeReaderClaim('reader:1', { addresses: [made, 'https://herald.example/later'] })
    await ports.readerClaims.save([own])
    await asked['article/open']({ claim: own.id }, { ...fromSidebar, tab: null })
    expect(fake.browser.tabs.create.mock.calls).toEqual([[{ url: made }]])
  })

  test.each(['lens-2025-06#1', 'nobody#1'])('%s has no address: no tab is opened', async id => {
    expect(await asked['article/open']({ claim: asClaimId(id) }, fromSidebar)).toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect(fake.browser.tabs.create).not.toHaveBeenCalled()
    expect(pageGuards['claim/follow']({ claim: 7 })).toBe(false)
  })
})

describe('where Sidelight may look', () => {
  test('the gate is registered for what is granted, anew when that changes, and not at all without', async () => {
    await reconcileSites()
    expect(fake.scripts.get('gate')?.matches).toHaveLength(2)
    expect(fake.executed).toEqual([{ tab: 7, files: ['/gate.js'] }])
    fake.origins.add('https://else.example/*')
    await reconcileSites()
    expect(fake.scripts.get('gate')?.matches).toHaveLength(3)
    fake.origins.clear()
    await leaveSites(['https://herald.example/*'])
    expect(fake.scripts.size).toBe(0)
    expect(fake.told).toContainEqual({
      tab: 7,
      name: 'page/leave',
      request: { removed: ['https://herald.example/*'], granted: [] },
    })
  })
})

describe('the reading model', () => {
  test('is tried for an extension page, and given up when the reader switches it off', async () => {
    const check = take(await asked['model/check']({}, fromSidebar))
    expect(check).toMatchObject({ version: 'test-1', outcome: { is: 'ready' } })
    await asked['settings/save']({ change: { areMarksShown: false } }, fromSidebar)
    expect(ports.model.state.isDisposed).toBe(false)
    await asked['settings/save']({ change: { isModelOn: false } }, fromSidebar)
    expect(ports.model.state.isDisposed).toBe(true)
    expect(take(await asked['model/check']({}, fromSidebar)).outcome).toEqual({ is: 'off' })
  })
})
