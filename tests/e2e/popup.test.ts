import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, findTab } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { mainAddress, sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

describe.each(browsers)('the toolbar button’s popup in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const openPopup = async (address: string) => {
    const popup = await story.tested.openExtensionPage(
      `popup.html?tab=${await findTab(story.tested, address)}`,
    )
    await waitUntil('it has looked', async () => !(await textOf(popup)).includes(shown('popup_loading')))
    return popup
  }

  it('says why a page was not spotted, and compares it anyway', async () => {
    const address = sampleAddresses['off-topic-harbour.html']
    const page = await story.tested.openPage(address)
    expect(await findSidebar(page)).toBeNull()
    const popup = await openPopup(address)
    await waitUntil('it says so', async () => (await textOf(popup)).includes(shown('popup_offTopic')))
    expect(await textOf(popup)).toContain(shown('reason_topic_no_words'))
    await clickRole(popup, 'button', shown('popup_compare'))
    await page.bringToFront()
    expect(await textOf(await waitForSidebar(page))).toContain(shown('sidebar_unknownHead'))
    await popup.close()
    await page.close()
  })

  it('switches a site off and on again', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const popup = await openPopup(mainAddress)
    await clickRole(popup, 'button', shown('popup_switchOff'))
    await page.bringToFront()
    await waitUntil('the sidebar says so', async () => {
      const frame = await findSidebar(page)
      return frame && (await textOf(frame)).includes(shown('sidebar_switchOn'))
    })
    await page.reload()
    const again = await openPopup(mainAddress)
    await clickRole(again, 'button', new RegExp(`^${shown('popup_switchOn', '')}`))
    await waitUntil(
      'it is on again',
      async () => (await askExtension(story.tested, 'settings/load', {})).offHosts.length === 0,
    )
    await page.bringToFront()
    // It comes by itself; a reload while its frame is loading is broken off in Firefox.
    await waitForSidebar(page)
    await page.reload()
    await waitForSidebar(page)
    await page.close()
  })
})
