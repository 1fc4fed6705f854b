import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted } from '../support/marks'
import { mainAddress, readSamplePage, sampleAddresses } from '../support/sample-pages'
import { hasShared, shared } from '../support/shared'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

if (!hasShared)
  process.stdout.write('skipped: the two real articles stand beside the checkout, and it is alone\n')

describe.each(browsers)('spotting in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch)
  })
  afterAll(() => story?.end())

  it('knows an article on file by its address and places all its claims', async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    expect(await textOf(sidebar)).toContain('The phone of Arvenia’s president')
    const { reading } = await loadView(story.tested, mainAddress)
    expect(reading.recognition.how).toBe('address')
    expect(reading.claims).toHaveLength(13)
    expect(reading.claims.filter(claim => claim.span === null)).toEqual([])
    await page.close()
  })

  it('knows the article by its passages where another address carries it whole', async () => {
    const address = 'http://mirror.example/saved/8812'
    const html = readSamplePage('herald-private-phone.html')
    story.server.put(address, html.replace(/<link rel="canonical"[^>]*>/, ''))
    const page = await story.tested.openPage(address)
    await waitForSidebar(page)
    const { reading } = await loadView(story.tested, address)
    expect(reading.recognition).toMatchObject({ how: 'locators', found: 13, of: 13 })
    await page.close()
  })

  it('spots an unknown article on the topic and says which outlet carries the same words', async () => {
    const address = sampleAddresses['northcoast-carries.html']
    const page = await story.tested.openPage(address)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the outlet is named', async () => (await textOf(sidebar)).includes('The Lowland Herald'))
    const { reading } = await loadView(story.tested, address)
    expect(reading.recognition.how).toBe('none')
    expect(reading.carriedBy).toMatchObject([{ found: 2, of: 13 }])
    await page.close()
  })

  it.each([
    ['a story about a festival', 'off-topic-harbour.html'],
    ['a section front', 'section-front.html'],
    ['a review of a phone', 'phone-review.html'],
    ['a leak at a bank', 'bank-leak.html'],
  ] as const)('leaves %s alone: nothing is shown, and the background is not woken', async (_, name) => {
    await story.tested.stopWorker()
    const page = await story.tested.openPage(sampleAddresses[name])
    const before = await page.evaluate(() => document.documentElement.outerHTML)
    await staysFalse('something of ours', async () => {
      const hasChanged = (await page.evaluate(() => document.documentElement.outerHTML)) !== before
      const isPainted = (await readPainted(page)).length > 0
      return hasChanged || isPainted || (await findSidebar(page)) !== null
    })
    expect(await story.tested.isWorkerRunning()).toBe(false)
    await page.close()
  })

  it.skipIf(!hasShared).each([
    ['abc13.com', 13, 'abc-2018.html'],
    ['rt.com', 19, 'rt-2025.html'],
  ])('places every claim of the real article of %s', async (host, claims, file) => {
    const address = await findAddress(host)
    story.server.put(address, { file: shared(`pages/${file}`) })
    const page = await story.tested.openPage(address)
    await waitForSidebar(page)
    const { reading } = await loadView(story.tested, address)
    expect(reading.claims).toHaveLength(claims)
    expect(reading.claims.filter(claim => claim.span === null)).toEqual([])
    await page.close()
  })

  /** The starter dossier's own address of that outlet's article, without TLS. */
  async function findAddress(host: string): Promise<string> {
    const [dossier] = (await askExtension(story.tested, 'dossier/list', {})).filter(
      ({ id }) => id === 'presidential-phone-security',
    )
    expect(dossier?.articleCount).toBeGreaterThan(100)
    const { readFileSync } = await import('node:fs')
    const path = new URL('../../public/dossiers/presidential-phone-security.json', import.meta.url)
    const { articles } = JSON.parse(readFileSync(path, 'utf8')) as { articles: { id: string; url: string }[] }
    const year = host === 'rt.com' ? '2025' : '2018'
    const found = articles.find(
      ({ id, url }) => url && new URL(url).hostname.endsWith(host) && id.includes(year),
    )
    if (!found) throw new Error(`no article of ${host} on file`)
    return found.url.replace(/^https:/, 'http:')
  }
})
