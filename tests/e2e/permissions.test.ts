import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostPatterns } from '../../utils/platform/permissions'
import { browsers } from '../support/browsers'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { grantSites, revokeSites } from '../support/grant-sites'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { everySite, type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'
import '../support/webextension-api'

const passage = 'who would not be named'

describe.each(browsers)('permissions in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { sites: [] })
  })
  afterAll(() => story?.end())

  const readGrants = async () => {
    const desk = await story.tested.openExtensionPage('options.html')
    const grants = await desk.evaluate(async () => ({
      origins: (await chrome.permissions.getAll()).origins ?? [],
      scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id, matches }) => ({
        id,
        matches,
      })),
    }))
    await desk.close()
    return grants
  }

  it('asks for no site at install, registers nothing, and says where it may look', async () => {
    expect(await readGrants()).toEqual({ origins: [], scripts: [] })
    const { welcomePage } = story.tested
    if (!welcomePage) throw new Error('no welcome page')
    await waitUntil('the choice stands', async () =>
      (await textOf(welcomePage)).includes(shown('welcome_click')),
    )
  })

  it('does nothing on a page that was not granted', async () => {
    const page = await story.tested.openPage(mainAddress)
    await staysFalse('a sidebar', () => findSidebar(page))
    expect(await readPainted(page)).toEqual([])
    await page.close()
  })

  it('reads a page that was not granted when the shortcut asks for it', async () => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    await waitUntil('it is marked', async () => (await readPainted(page)).length > 0)
    expect((await readGrants()).origins).toEqual([])
    await page.close()
  })

  it('reads it at a click on the toolbar button, and brings highlights back that were saved there', async () => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    await selectWords(page, passage)
    await story.tested.pressShortcut(page, 'save-highlight')
    const isBack = async () => (await readPainted(page)).some(({ text }) => text === passage)
    await waitUntil('it is highlighted', isBack)
    await page.reload()
    await staysFalse('anything painted', async () => (await readPainted(page)).length > 0)
    await story.tested.clickToolbarButton(page)
    await waitUntil('the highlight is back', isBack)
    expect((await readGrants()).origins).toEqual([])
    await page.close()
  })

  it('is granted one site from the sidebar, in a tab where the browser lets no frame ask', async () => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', new RegExp(shown('sidebar_tabHighlights')))
    const always = new RegExp(`^${shown('sidebar_grantButton', '')}`)
    await clickRole(sidebar, 'button', always)
    if (story.tested.name === 'firefox') {
      const findDesk = async () => {
        const pages = await story.tested.extensionPages()
        const addresses = await Promise.all(
          pages.map(each => each.evaluate(() => location.href).catch(() => '')),
        )
        return pages[addresses.findIndex(address => address.includes('?grant='))]
      }
      const desk = await waitUntil('the tab stands', findDesk)
      await clickRole(desk, 'button', always)
      await clickRole(desk, 'button', shown('options_grantClose'))
      await waitUntil('the tab is closed', async () => !(await findDesk()))
      await page.bringToFront()
    } else await story.tested.answerPrompt(true)
    await waitUntil('it is not offered any more', async () => !(await findRole(sidebar, 'button', always)))
    const { origins } = await readGrants()
    expect(origins.sort()).toEqual(hostPatterns(new URL(mainAddress).hostname))
    await page.close()
    await revokeSites(story.tested, origins)
  })

  it('is granted every site by the button of the welcome page, and looks at tabs already open', async () => {
    const page = await story.tested.openPage(mainAddress)
    const { welcomePage } = story.tested
    if (!welcomePage) throw new Error('no welcome page')
    await welcomePage.bringToFront()
    await clickRole(welcomePage, 'radio', new RegExp(shown('welcome_every')))
    await clickRole(welcomePage, 'button', shown('welcome_allowEvery'))
    await story.tested.answerPrompt(true)
    await waitUntil('it says so', async () => (await textOf(welcomePage)).includes(shown('welcome_granted')))
    const { origins, scripts } = await readGrants()
    expect(origins.sort()).toEqual(everySite)
    expect(scripts).toMatchObject([{ id: 'gate', matches: everySite }])
    await page.bringToFront()
    await waitForSidebar(page)
    await page.close()
  })

  it('leaves open pages when the sites are taken back, and comes again when they are granted again', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await revokeSites(story.tested, everySite)
    await waitUntil('it left the page', async () => !(await findSidebar(page)))
    await waitUntil('the marks are gone', async () => (await readPainted(page)).length === 0)
    expect(await readGrants()).toEqual({ origins: [], scripts: [] })
    await page.reload()
    await staysFalse('a sidebar', () => findSidebar(page))
    await grantSites(story.tested, everySite)
    await page.bringToFront()
    await waitForSidebar(page)
    await page.close()
  })
})
