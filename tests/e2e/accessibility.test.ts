import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, findTab } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

describe.each(browsers)('accessibility in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  it.each(['light', 'dark'] as const)('axe finds nothing in the sidebar, %s', async scheme => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.setColorScheme(page, scheme)
    const sidebar = await waitForSidebar(page)
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await clickRole(sidebar, 'button', 'Why?')
    await clickRole(sidebar, 'checkbox', /^others too/)
    await clickRole(sidebar, 'button', shown('timeline_asTable'))
    await clickRole(sidebar, 'button', shown('sidebar_menu'))
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)('axe finds nothing in a comparison, %s', async scheme => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.setColorScheme(page, scheme)
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'button', shown('sidebar_compare'))
    await waitUntil('it is compared', () => findRole(sidebar, 'heading', shown('compare_differences')))
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await clickRole(sidebar, 'button', shown('compare_onlyDiffering'))
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'axe finds nothing in what is on file about words, %s',
    async scheme => {
      const page = await story.tested.openPage(mainAddress)
      await story.tested.setColorScheme(page, scheme)
      const sidebar = await waitForSidebar(page)
      await selectWords(page, 'Those who guard Ms. Dovan tell of patience')
      const tab = await findTab(story.tested, mainAddress)
      expect(await askExtension(story.tested, 'selection/compare', { tab })).toBe(true)
      await waitUntil('it stands', () => findRole(sidebar, 'heading', shown('onFile_head')))
      await waitUntil(
        'it was looked up',
        async () => !(await textOf(sidebar)).includes(shown('onFile_looking')),
      )
      expect(await findDrawnFaults(sidebar)).toEqual([])
      await page.close()
    },
  )

  it.each(['welcome.html', 'options.html'])('axe finds nothing in %s, light and dark', async path => {
    const page = await story.tested.openExtensionPage(path)
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      expect(await findDrawnFaults(page)).toEqual([])
    }
    await page.close()
  })
})
