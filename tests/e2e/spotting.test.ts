import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadView } from '../support/ask-extension'
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
    [
      13,
      'abc-2018.html',
      'http://abc13.com/news/president-trumps-phones-are-secure-white-house-insists/3507117/',
    ],
    [19, 'rt-2025.html', 'http://saved.example/rt/private-phone'],
  ])('places all %i claims of the real article %s', async (claims, file, address) => {
    story.server.put(address, { file: shared(`pages/${file}`) })
    const page = await story.tested.openPage(address)
    await waitUntil('it is marked', async () => (await readPainted(page)).length > 0)
    const { reading } = await loadView(story.tested, address)
    expect(reading.claims).toHaveLength(claims)
    expect(reading.claims.filter(claim => claim.span === null)).toEqual([])
    await page.close()
  })
})
