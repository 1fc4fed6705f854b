import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { mainAddress, sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))

describe.each(browsers)('the sidebar in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const openArticle = async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the first question stands', () => findRole(sidebar, 'heading', /Has a foreign power/))
    return { page, sidebar }
  }

  it('says question by question who says what, disputed ones first', async () => {
    const { page, sidebar } = await openArticle()
    const words = (await textOf(sidebar)).replace(/\s+/g, ' ')
    expect(words).toContain('12 claims in this article bear on 6 questions')
    expect(words).toMatch(/In this article: Ilar Venn says yes, Petra Lunde says no/)
    const headings = await sidebar.evaluate(() =>
      [...document.querySelectorAll('h2')].map(h => h.textContent),
    )
    expect(headings.filter(text => text?.endsWith('?'))).toHaveLength(6)
    await page.close()
  })

  it('is worth looking at, in light and in dark', async () => {
    const { page } = await openArticle()
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      const picture = await page.screenshot({ path: `${shots}${story.tested.name}-${scheme}.png` })
      expect(picture.length).toBeGreaterThan(20_000)
    }
    await story.tested.setColorScheme(page, 'light')
    await page.close()
  })

  it('gives the reasons on "Why?"', async () => {
    const { page, sidebar } = await openArticle()
    const before = (await textOf(sidebar)).length
    await clickRole(sidebar, 'button', shown('sidebar_why'))
    await waitUntil('there are reasons', async () => (await textOf(sidebar)).length > before + 20)
    expect(await textOf(sidebar)).not.toMatch(/reason_\w+/)
    await page.close()
  })

  it('compares two claims side by side and comes back', async () => {
    const { page, sidebar } = await openArticle()
    await clickRole(sidebar, 'button', shown('sidebar_compare'))
    await waitUntil('both stand', async () =>
      (await textOf(sidebar)).includes(shown('sidebar_nobodyIsRight')),
    )
    await clickRole(sidebar, 'button', shown('sidebar_back'))
    await waitUntil('the questions stand again', () => findRole(sidebar, 'heading', /Has a foreign power/))
    await page.close()
  })

  it('links to other articles without telling them where the reader came from', async () => {
    const { page, sidebar } = await openArticle()
    const links = await sidebar.evaluate(() =>
      [...document.querySelectorAll('a[href^="http"]')].map(link => link.getAttribute('rel') ?? ''),
    )
    expect(links.length).toBeGreaterThan(5)
    for (const rel of links) expect(rel).toContain('noreferrer')
    await page.close()
  })

  it('stays closed once it was closed, and opens again by the shortcut', async () => {
    const { page, sidebar } = await openArticle()
    await clickRole(sidebar, 'button', shown('sidebar_close'))
    await waitUntil('it is closed', async () => !(await findSidebar(page)))
    await page.reload()
    await staysFalse('a sidebar', () => findSidebar(page))
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    await page.close()
  })

  it('leaves a page that is "not about this", and does not come again there', async () => {
    const { page, sidebar } = await openArticle()
    await clickRole(sidebar, 'button', shown('sidebar_menu'))
    await clickRole(sidebar, 'menuitem', shown('sidebar_menuNotAboutThis'))
    await waitUntil('it was kept', async () => {
      const { dismissedAddresses } = await askExtension(story.tested, 'settings/load', {})
      return dismissedAddresses.length > 0
    })
    await page.bringToFront()
    await page.reload()
    await staysFalse('a sidebar', () => findSidebar(page))
    await askExtension(story.tested, 'settings/save', { change: { dismissedAddresses: [] } })
    await page.bringToFront()
    await page.reload()
    await waitForSidebar(page)
    await page.close()
  })

  it('pauses everywhere and goes on', async () => {
    await askExtension(story.tested, 'settings/save', { change: { isPaused: true } })
    const page = await story.tested.openPage(sampleAddresses['courier-sorland-denies.html'])
    await staysFalse('a sidebar', () => findSidebar(page))
    await askExtension(story.tested, 'settings/save', { change: { isPaused: false } })
    await page.bringToFront()
    await page.reload()
    const sidebar = await waitForSidebar(page)
    expect(await textOf(sidebar)).toContain('Capital Courier')
    await page.close()
  })
})
