import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, tryExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { mainAddress, makeOddPages, readSampleDossier } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'
import '../support/webextension-api'

describe.each(browsers)('bad input in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch)
    for (const { address, body, type } of makeOddPages()) {
      story.server.put(address, { body, ...(type && { type }) })
    }
  })
  afterAll(() => story?.end())

  const listDossiers = () => askExtension(story.tested, 'dossier/list', {})

  it.each(makeOddPages())('throws nothing and shows nothing on a page: $name', async ({ address }) => {
    const page = await story.tested.openPage('about:blank')
    const errors: string[] = []
    // Browsers complain of such pages themselves; ours are the errors that come from the extension's files.
    page.on('pageerror', error => errors.push(`${error} ${error instanceof Error ? error.stack : ''}`))
    // A PDF is shown by the browser's own viewer: it never says that it loaded.
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 5_000 }).catch(() => {})
    await staysFalse('a sidebar', () => findSidebar(page), 800)
    expect(errors.filter(error => error.includes('-extension:'))).toEqual([])
    await page.close()
  })

  it('refuses a broken dossier with the path of the fault, and changes nothing', async () => {
    const before = await listDossiers()
    const broken = JSON.parse(readSampleDossier())
    broken.version = 2
    broken.claims[3].bearsOn[0].question = 'no-such-question'
    const reply = await tryExtension(story.tested, 'file/import', { text: JSON.stringify(broken) })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(JSON.stringify(reply)).toContain('claims[3].bearsOn[0].question')
    expect(await listDossiers()).toEqual(before)
  })

  it.each([
    '',
    'null',
    '[]',
    '{"format":"dossier"}',
    '{"format":"sidelight-backup","version":1}',
    '{'.repeat(9_999),
  ])('refuses %.30s', async text => {
    const reply = await tryExtension(story.tested, 'file/import', { text })
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
  })

  it('shows HTML and scripts of a dossier as text', async () => {
    const hostile = JSON.parse(readSampleDossier())
    hostile.version = 3
    const markup = '<img src=x onerror="document.title=\'broken in\'"><b>bold</b>'
    hostile.claims[0].statement = `${markup} she said.`
    hostile.claims[1].speaker.name = '<script>document.title="broken in"</script>'
    hostile.articles[1].url = 'javascript:document.title="broken in"'
    hostile.questions[0].text = `${markup}?`
    const reply = await tryExtension(story.tested, 'file/import', { text: JSON.stringify(hostile) })
    if (!reply.ok) {
      // An address that is none is refused by name; then without it.
      expect(JSON.stringify(reply)).toContain('articles[1].url')
      hostile.articles[1].url = 'https://capitalcourier.example/x'
      await askExtension(story.tested, 'file/import', { text: JSON.stringify(hostile) })
    }
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the words are shown', async () =>
      (await textOf(sidebar)).includes('<b>bold</b> she said.'),
    )
    const inside = await sidebar.evaluate(() => ({
      title: document.title,
      made: document.querySelectorAll('img, b b, script:not([src])').length,
      links: [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript')).length,
    }))
    expect(inside.title).not.toBe('broken in')
    expect(inside).toMatchObject({ made: 0, links: 0 })
    await page.close()
  })

  it('refuses what a page’s script may not ask, and what has the wrong shape', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const desk = await story.tested.openExtensionPage('options.html')
    const replies = await desk.evaluate(async address => {
      const tab = (await chrome.tabs.query({})).find(each => each.url?.startsWith(address))
      const ask = (name: string, request: unknown) =>
        chrome.runtime.sendMessage({ sidelight: 1, name, request }) as Promise<{
          ok: boolean
          failure?: { kind: string }
        } | null>
      // From a content script: what is for the extension's own pages, and nonsense.
      const fromPage = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        args: [],
        func: () =>
          Promise.all(
            [
              ['backup/export', {}],
              ['file/import', { text: '{}' }],
              ['settings/save', { change: { isPaused: true } }],
              ['model/check', { sentences: ['Who listened?'] }],
              ['highlight/save', { highlight: { addresses: 'x', selectors: [] } }],
              ['page/weigh', { article: null }],
              ['page/judged', { judgement: 7 }],
              ['sidebar/focus', { claim: { $ne: 1 } }],
            ].map(([name, request]) => chrome.runtime.sendMessage({ sidelight: 1, name, request })),
          ),
      })
      // The same over the port by which articles are read.
      const overPort = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        args: [],
        func: () =>
          new Promise<unknown>(resolve => {
            const port = chrome.runtime.connect({ name: 'reader' })
            port.onMessage.addListener(resolve)
            port.postMessage({ number: 7, request: { article: { text: 1 }, inView: null } })
          }),
      })
      return {
        fromPage: await fromPage[0]?.result,
        overPort: await overPort[0]?.result,
        unknown: await ask('no/such', {}),
      }
    }, mainAddress)
    expect(replies.fromPage).toMatchObject([
      { ok: false, failure: { kind: 'not-allowed' } },
      { ok: false, failure: { kind: 'not-allowed' } },
      { ok: false, failure: { kind: 'not-allowed' } },
      { ok: false, failure: { kind: 'not-allowed' } },
      { ok: false, failure: { kind: 'bad-input' } },
      { ok: false, failure: { kind: 'bad-input' } },
      { ok: false, failure: { kind: 'bad-input' } },
      { ok: false, failure: { kind: 'bad-input' } },
    ])
    expect(replies.overPort).toMatchObject({ number: 7, part: { failure: { kind: 'bad-input' } } })
    expect(replies.unknown ?? null).toBeNull()
    await desk.close()
    await page.close()
  })

  it('shows the sidebar though the background was stopped while the page was judged and read', async () => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.stopWorker()
    await waitForSidebar(page, 15_000)
    await page.close()
  })

  it('goes on in a sidebar whose background was stopped', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await story.tested.stopWorker()
    await clickRole(await waitForSidebar(page), 'tab', /Highlights/)
    await clickRole(await waitForSidebar(page), 'tab', /Claims/)
    await story.tested.stopWorker()
    await clickRole(await waitForSidebar(page), 'button', shown('sidebar_setApart'))
    await waitUntil('it was kept', async () =>
      (await textOf(await waitForSidebar(page))).includes(shown('sidebar_isSetApart')),
    )
    await page.close()
  })

  it('does nothing twice when it is injected a second time', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const desk = await story.tested.openExtensionPage('options.html')
    await desk.evaluate(async address => {
      const tab = (await chrome.tabs.query({})).find(each => each.url?.startsWith(address))
      const files = ['/gate.js', '/reader.js']
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files })
    }, mainAddress)
    await desk.close()
    await page.bringToFront()
    await staysFalse('a second frame', async () => page.frames().length > 2)
    const roots = await page.evaluate(
      () =>
        [...document.documentElement.children].filter(
          ({ tagName }) => tagName !== 'HEAD' && tagName !== 'BODY',
        ).length,
    )
    expect(roots).toBe(1)
    await page.close()
  })
})
