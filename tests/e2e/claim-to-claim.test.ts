import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { highlightName } from '../../utils/page/painter'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, waitForSidebar } from '../support/find-sidebar'
import { readPainted, scrollToPainted } from '../support/marks'
import { mainAddress, readSampleDossier, readSamplePage, sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))
const courier = sampleAddresses['courier-sorland-denies.html']
const passage = 'Madam President carries one device and one only'
/** Notes which words stood out: for a few seconds only. */
const watch = `<script>setInterval(() => { for (const range of CSS.highlights.get('${highlightName('current', true)}') ?? CSS.highlights.get('${highlightName('current', false)}') ?? []) window.stoodOut = String(range) }, 40)</script>`
/** So long that nothing of what is looked for is in view by itself. */
const long = readSamplePage('courier-sorland-denies.html')
  .replace('<head>', `<head>${watch}`)
  .replace(
    '<p>A day after',
    `${'<p>The herring came in late that year, and the harbour office kept its lamps lit until the last crate was weighed.</p>'.repeat(30)}<p>A day after`,
  )
/** The claim that the office makes there, as it stands in the sidebar of the other article. */
const claim = 'courier-2025-05-21#1'

const isMarkInView = (page: Page) =>
  page.evaluate(
    words =>
      [...CSS.highlights].some(([, highlight]) =>
        [...highlight].some(range => {
          if (!(range instanceof Range) || !String(range).includes(words)) return false
          const { top, bottom } = range.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
      ),
    passage,
  )
const hasStoodOut = (page: Page) =>
  page.evaluate(words => (window as { stoodOut?: string }).stoodOut?.includes(words) ?? false, passage)

/** Served without TLS, the articles on file have addresses that can be reached here. */
const takeSampleIn = (story: Story) =>
  askExtension(story.tested, 'file/import', { text: readSampleDossier().replaceAll('https://', 'http://') })

async function openMain(story: Story): Promise<Page> {
  const page = await story.tested.openPage(mainAddress)
  await waitUntil('the article is marked', async () => (await readPainted(page)).length >= 26)
  return page
}

/** The tab that was opened for the other article. */
const waitForTab = (page: Page) =>
  waitUntil('the article opens in a tab of its own', async () => {
    for (const other of await page.browser().pages()) if (other.url().startsWith(courier)) return other
    return null
  })

/** Also what a story that failed left open. */
async function closeTabs(story: Story): Promise<void> {
  const pages = (await story.tested.extensionPages())[0]?.browser().pages()
  for (const page of (await pages) ?? []) if (/^https?:/.test(page.url())) await page.close()
}

/** The link to the claim's article in the sidebar. */
async function findLink(page: Page) {
  const sidebar = await waitForSidebar(page)
  const link = await waitUntil('the claim is listed', () =>
    sidebar.$(`li[data-claim="${claim}"] a.article-link`),
  )
  await link.evaluate(element => element.scrollIntoView({ block: 'center' }))
  return link
}

/** What the article's own page could see of where its reader comes from. */
const whence = (page: Page) =>
  page.evaluate(() => ({
    href: location.href,
    referrer: document.referrer,
    opener: window.opener,
    history: history.length,
  }))

describe.each(browsers)('from claim to claim in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    story = await startStory(launch, { viewport: { width: 1400, height: 900 }, isWithoutSample: true })
    await takeSampleIn(story)
    story.server.put(courier, long)
  })
  afterAll(() => story?.end())
  afterEach(() => closeTabs(story))

  const setSidebar = (isSidebarOpen: boolean) =>
    askExtension(story.tested, 'settings/save', { change: { isSidebarOpen } })

  it('a link in the sidebar leads to the claim’s mark and to the claim in the sidebar there', async () => {
    await setSidebar(true)
    const page = await openMain(story)
    await (await findLink(page)).click()
    const opened = await waitForTab(page)
    await waitUntil('its mark is in view', () => isMarkInView(opened))
    await waitUntil('it stands out', () => hasStoodOut(opened))
    const sidebar = await waitForSidebar(opened)
    await waitUntil('it has the focus in the sidebar', () =>
      sidebar.evaluate(id => document.activeElement?.getAttribute('data-claim') === id, claim),
    )
    expect(await whence(opened)).toMatchObject({ href: courier, referrer: '', opener: null })
    const picture = await opened.screenshot({ path: `${shots}${story.tested.name}-claim-to-claim.png` })
    expect(picture.length).toBeGreaterThan(20_000)

    // Once: a reload is a page like any other.
    await opened.bringToFront()
    await opened.evaluate(() => scrollTo(0, 0))
    await opened.reload()
    await waitForSidebar(opened)
    await waitUntil('it is marked', async () => (await readPainted(opened)).length > 0)
    await staysFalse('led there again', () => isMarkInView(opened), 1_000)
  })

  it('by keyboard too, and though the worker sleeps meanwhile and the page is slow', async () => {
    await setSidebar(true)
    story.server.put(courier, { body: long, delayMs: 2_500 })
    const page = await openMain(story)
    const link = await findLink(page)
    story.server.forget()
    await link.press('Enter')
    await waitUntil('the page is asked for', () =>
      story.server.requests().some(({ host }) => host === new URL(courier).host),
    )
    await story.tested.stopWorker()
    const opened = await waitForTab(page)
    await waitUntil('its mark is in view', () => isMarkInView(opened))
    await waitUntil('it stands out', () => hasStoodOut(opened))
    story.server.put(courier, long)
  })

  it('a link in a card leads to the mark, and opens its card where the sidebar is closed', async () => {
    await setSidebar(false)
    const page = await openMain(story)
    const wanted = (await readPainted(page)).find(({ text }) => text.startsWith('Most evenings'))
    const point = await scrollToPainted(page, wanted?.text ?? '')
    await page.mouse.click(point.x, point.y)
    const link = await waitUntil('the card has a link', async () => {
      const root = await readClosedRoot(story.tested, mainAddress)
      return root?.controls.find(({ name }) => name.startsWith('Capital Courier'))
    })
    await page.mouse.click(link.x, link.y)
    const opened = await waitForTab(page)
    await waitUntil('the mark is in view', () => isMarkInView(opened))
    await waitUntil('its card is open', async () =>
      (await readClosedRoot(story.tested, courier))?.text.includes(shown('inline_showInSidebar')),
    )
    expect(await findSidebar(opened)).toBeNull()
    await opened.screenshot({ path: `${shots}${story.tested.name}-claim-to-card.png` })
  })

  it('says so where the claim’s words are gone', async () => {
    await setSidebar(true)
    story.server.put(courier, long.replace(passage, 'She carries a telephone of her own'))
    const page = await openMain(story)
    await (await findLink(page)).click()
    const opened = await waitForTab(page)
    await waitUntil('it is said', async () =>
      (await readClosedRoot(story.tested, courier))?.text.includes(shown('inline_wantedAbsent')),
    )
    await opened.screenshot({ path: `${shots}${story.tested.name}-claim-gone.png` })
    story.server.put(courier, long)
  })

  it('the archive is asked when the reader asks it, and not before', async () => {
    await setSidebar(true)
    story.server.forget()
    const page = await openMain(story)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the claim is listed', () => findRole(sidebar, 'link', /^archive\.org/))
    const asksArchive = () => story.server.requests().some(({ host }) => host === 'web.archive.org')
    expect(asksArchive()).toBe(false)
    await clickRole(sidebar, 'link', /^archive\.org/)
    await waitUntil('it is asked', asksArchive)
  })
})

describe.each(browsers)('from claim to claim where only one site is granted in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    const sites = ['http', 'https'].map(scheme => `${scheme}://www.lowland-herald.example/*`)
    story = await startStory(launch, { viewport: { width: 1400, height: 900 }, isWithoutSample: true, sites })
    await takeSampleIn(story)
  })
  afterAll(() => story?.end())

  it('the link just opens the page', async () => {
    const page = await openMain(story)
    await (await findLink(page)).click()
    const opened = await waitForTab(page)
    await waitUntil('it is loaded', () => opened.evaluate(() => document.readyState === 'complete'))
    await staysFalse('anything of ours there', () =>
      opened.evaluate(() => CSS.highlights.size > 0 || document.documentElement.children.length > 2),
    )
    expect(await whence(opened)).toMatchObject({ href: courier, referrer: '', opener: null })
  })
})
