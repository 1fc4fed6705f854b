import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, findTab } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
    passes: unknown[]
  }>
}

/** What axe finds wrong in a page or frame as it is drawn now, colours included. */
async function findFaults(drawn: Page | Frame): Promise<string[]> {
  await drawn.evaluate(`${axe}\nundefined`)
  const { violations, passes } = await drawn.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: Axe }).axe.run()
    return {
      passes: found.passes.length,
      violations: found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    }
  })
  expect(passes).toBeGreaterThan(10)
  return violations
}

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
    expect(await findFaults(sidebar)).toEqual([])
    await clickRole(sidebar, 'button', 'Why?')
    await clickRole(sidebar, 'checkbox', /^others too/)
    await clickRole(sidebar, 'button', shown('timeline_asTable'))
    await clickRole(sidebar, 'button', shown('sidebar_menu'))
    expect(await findFaults(sidebar)).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)('axe finds nothing in a comparison, %s', async scheme => {
    const page = await story.tested.openPage(mainAddress)
    await story.tested.setColorScheme(page, scheme)
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'button', shown('sidebar_compare'))
    await waitUntil('it is compared', () => findRole(sidebar, 'heading', shown('compare_differences')))
    expect(await findFaults(sidebar)).toEqual([])
    await clickRole(sidebar, 'button', shown('compare_onlyDiffering'))
    expect(await findFaults(sidebar)).toEqual([])
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
      expect(await findFaults(sidebar)).toEqual([])
      await page.close()
    },
  )

  it.each(['welcome.html', 'options.html'])('axe finds nothing in %s, light and dark', async path => {
    const page = await story.tested.openExtensionPage(path)
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      expect(await findFaults(page)).toEqual([])
    }
    await page.close()
  })
})
