import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHighlights, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress, readSamplePage, sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

const herald = readSamplePage('herald-private-phone.html')
const harbour = readSamplePage('off-topic-harbour.html')
const harbourAddress = sampleAddresses['off-topic-harbour.html']
const words = 'crumbs included'
/** The same page without what it says of its own address. */
const unstated = (html: string) => html.replace(/<link rel="canonical"[^>]*>/, '')
const stating = (html: string, address: string) =>
  unstated(html).replace('<head>', `<head><link rel="canonical" href="${address}">`)

describe.each(browsers)('other addresses of one article in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const open = async (address: string, html: string) => {
    story.server.put(address, html)
    return story.tested.openPage(address)
  }
  const isPainted = async (page: Page) => (await readPainted(page)).some(({ text }) => text === words)
  const nothingStands = async (page: Page, address: string) => {
    await staysFalse('anything of ours', async () => {
      const [frame, root] = [await findSidebar(page), await readClosedRoot(story.tested, address)]
      return frame !== null || root !== null || (await readPainted(page)).length > 0
    })
  }
  const savedAddresses = async (): Promise<string[]> => {
    const [first] = await listHighlights(story.tested)
    return first?.addresses ?? expect.fail('no highlight is saved')
  }

  // Caches are reached by https alone, which is not served here: the unit tests have them.
  it.each([
    ['an AMP page', `${mainAddress}/amp/`],
    ['a phone host', mainAddress.replace('www.', 'm.')],
    ['a print version', `${mainAddress}?print=1`],
    ['an archive', `http://web.archive.org/web/20250521101010/${mainAddress}`],
  ])('%s is the article on file', async (_, address) => {
    const page = await open(address, unstated(herald))
    const sidebar = await waitForSidebar(page)
    await waitUntil('it says how it is known', async () =>
      (await textOf(sidebar)).includes(shown('sidebar_knownByOtherAddress', '13', '13')),
    )
    const { reading } = await loadView(story.tested, address)
    expect(reading.recognition).toMatchObject({ how: 'other address', found: 13, of: 13 })
    await page.close()
  })

  it('a redirect ends at the article’s own address, and asks for nothing else', async () => {
    const short = 'http://herald.example/s/7'
    story.server.put(mainAddress, herald)
    story.server.put(short, { status: 302, headers: { location: `${mainAddress}?utm_source=short` } })
    story.server.forget()
    const page = await story.tested.openPage(short)
    await waitForSidebar(page)
    const { reading } = await loadView(story.tested, mainAddress)
    expect(reading.recognition).toMatchObject({ how: 'address' })
    const asked = story.server.requests().filter(({ path }) => path !== '/favicon.ico')
    expect(asked.map(({ path }) => path)).toEqual([
      '/s/7',
      `${new URL(mainAddress).pathname}?utm_source=short`,
    ])
    await page.close()
  })

  it.each([
    ['states its address', 'http://www.lowland-herald.example/harbour/ropes', mainAddress],
    ['has an address like it', `${mainAddress}/amp`, `${mainAddress}/amp`],
    ['of another site states its address', 'http://copies.example/harbour', mainAddress],
  ])('a page of other words that %s gets nothing', async (_, address, stated) => {
    const page = await open(address, stating(harbour, stated))
    await nothingStands(page, address)
    await page.close()
  })

  it('brings a highlight to a variant where its words are, keeps the address, and no other page gets it', async () => {
    const made = await open(harbourAddress, unstated(harbour))
    await selectWords(made, words)
    await story.tested.pressShortcut(made, 'save-highlight')
    await waitUntil('the words are painted', () => isPainted(made))
    await made.close()
    await waitUntil('it is kept', async () => (await savedAddresses()).length === 1)

    const other = `${harbourAddress}/print`
    const rewritten = await open(other, unstated(harbour).replace(words, 'no crumb at all'))
    await nothingStands(rewritten, other)
    await rewritten.close()
    expect(await savedAddresses()).toEqual([harbourAddress])

    const amp = `${harbourAddress}/amp`
    const variant = await open(amp, unstated(harbour))
    await waitUntil('the words are painted there too', () => isPainted(variant))
    await waitUntil('its address is kept', async () => (await savedAddresses()).includes(amp))
    // From now on it is one of its own: where the words go, the highlight is listed as lost.
    await variant.bringToFront()
    story.server.put(amp, unstated(harbour).replace(words, 'no crumb at all'))
    await variant.reload()
    await waitUntil('it is listed as lost', async () => {
      const { highlights } = await loadView(story.tested, amp)
      return highlights.some(({ anchoring }) => anchoring.state === 'lost')
    })
    await variant.close()
  })

  it('a site that states one address on all of its pages has as many articles as before', async () => {
    const stated = 'http://www.lowland-herald.example/harbour/all'
    const address = 'http://www.lowland-herald.example/harbour/second'
    await open('http://www.lowland-herald.example/harbour/first', stating(harbour, stated)).then(
      async page => {
        const second = 'we have soup'
        await selectWords(page, second)
        await story.tested.pressShortcut(page, 'save-highlight')
        await waitUntil('the words are painted', async () =>
          (await readPainted(page)).some(({ text }) => text === second),
        )
        await page.close()
      },
    )
    const page = await open(address, stating(harbour.replace('we have soup', 'we have stew'), stated))
    await nothingStands(page, address)
    await page.close()
  })
})
