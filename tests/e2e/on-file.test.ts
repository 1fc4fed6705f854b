import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { machineReadAddress, machineReadHtml, telling } from '../support/machine-read-page'
import { selectWords } from '../support/marks'
import { sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'
import '../support/webextension-api'

const offTopic = sampleAddresses['off-topic-harbour.html']
const recipeAddress = 'http://kitchen.example/porridge'
const recipe = `<!doctype html><html lang="en"><title>Porridge</title><body style="font: 18px/1.6 serif">
<p>Stir the oats slowly.</p>
<p>Aides warned again and again that his iPhone was not safe from foreign spies.</p>
<p><input value="aides warned that his iPhone was not safe"></p>`
const aboutPhones = 'Aides warned again and again that his iPhone was not safe from foreign spies.'

const looking = shown('onFile_looking')
const readPanel = (sidebar: Frame) =>
  sidebar.evaluate(() => document.querySelector<HTMLElement>('.asked')?.innerText ?? '')

/** Waits until the sidebar shows what is on file about these words. */
async function waitForPanel(page: Page, words: string): Promise<{ sidebar: Frame; text: string }> {
  const sidebar = await waitForSidebar(page)
  const text = await waitUntil(
    'the words were looked up',
    async () => {
      const panel = await readPanel(sidebar)
      return panel.includes(words) && !panel.includes(looking) ? panel : null
    },
    20_000,
  )
  return { sidebar, text }
}

describe.each(browsers)(
  'what is on file about selected words, on pages that were granted, in $browser',
  ({ launch }) => {
    let story: Story
    beforeAll(async () => {
      story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
      story.server.put(machineReadAddress, machineReadHtml)
    })
    afterAll(() => story?.end())

    const findTool = (name: string) =>
      waitUntil(`${name} stands by the words`, async () =>
        (await readClosedRoot(story.tested, machineReadAddress))?.controls.find(control =>
          control.name.startsWith(name),
        ),
      )

    it('is asked by a button beside them, which leaves them selected, and shown in the sidebar', async () => {
      const page = await story.tested.openPage(machineReadAddress)
      await waitForSidebar(page)
      await selectWords(page, telling.warned)
      await findTool(shown('inline_highlight'))
      const button = await findTool(shown('inline_askOnFile'))
      await page.mouse.click(button.x, button.y)
      const { sidebar, text } = await waitForPanel(page, telling.warned)
      expect(text).toContain(shown('onFile_byModel'))
      const claims = await sidebar.evaluate(() => document.querySelectorAll('.asked [data-claim]').length)
      expect(claims).toBeGreaterThanOrEqual(3)
      // Two dossiers are installed: each question says which it is of.
      const dossiers = await askExtension(story.tested, 'dossier/list', {})
      expect(dossiers.some(({ title }) => text.includes(title))).toBe(true)
      await page.bringToFront()
      expect(await page.evaluate(() => String(getSelection()))).toBe(telling.warned)

      await selectWords(page, telling.two)
      const again = await findTool(shown('inline_askOnFile'))
      await page.mouse.click(again.x, again.y)
      const other = await waitForPanel(page, telling.two)
      expect(other.text).not.toContain(telling.warned)

      await clickRole(sidebar, 'button', shown('onFile_close'))
      await waitUntil('it is closed', async () => (await readPanel(sidebar)) === '')
      const focused = await sidebar.evaluate(() => document.activeElement?.getAttribute('role'))
      expect(focused).toBe('tab')
      await page.close()
    })

    it('is asked by the keyboard alone', async () => {
      const page = await story.tested.openPage(machineReadAddress)
      await waitForSidebar(page)
      await selectWords(page, telling.ordinary)
      await findTool(shown('inline_askOnFile'))
      // No link follows the words: our own element is next.
      await page.keyboard.press('Tab')
      // Round to its last button but one.
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await waitForPanel(page, telling.ordinary)
      await page.close()
    })
  },
)

/** Browsers suggest keys for four commands at most: in this copy the one takes another's. */
function giveKeys(folder: string): void {
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const { commands } = manifest
  commands['compare-selection'].suggested_key = commands['previous-mark'].suggested_key
  delete commands['previous-mark'].suggested_key
  writeFileSync(path, JSON.stringify(manifest))
}

describe.each(browsers)(
  'what is on file about selected words, on pages never granted, in $browser',
  ({ launch }) => {
    let story: Story
    beforeAll(async () => {
      story = await startStory(launch, {
        sites: [],
        alterExtension: giveKeys,
        viewport: { width: 1400, height: 900 },
      })
      story.server.put(recipeAddress, recipe)
    })
    afterAll(() => story?.end())

    /** The popup over that page, in a tab of its own; the click on the toolbar button lets it in. */
    const openPopup = async (page: Page, address: string) => {
      await story.tested.clickToolbarButton(page)
      const desk = await story.tested.openExtensionPage('options.html')
      const tab = await waitUntil('the page is let in', () =>
        desk.evaluate(
          async wanted => (await chrome.tabs.query({})).findLast(({ url }) => url?.startsWith(wanted))?.id,
          address,
        ),
      )
      await desk.close()
      return story.tested.openExtensionPage(`popup.html?tab=${tab}`)
    }
    const grants = async () => {
      const desk = await story.tested.openExtensionPage('options.html')
      const origins = await desk.evaluate(async () => (await chrome.permissions.getAll()).origins ?? [])
      await desk.close()
      return origins
    }

    it('the command opens the sidebar with it, and says where nothing is selected', async () => {
      const page = await story.tested.openPage(recipeAddress)
      await staysFalse('a sidebar', () => findSidebar(page))
      await story.tested.pressShortcut(page, 'previous-mark')
      const empty = await waitForSidebar(page)
      await staysFalse('words that were looked up', () => readPanel(empty))
      await selectWords(page, aboutPhones)
      await story.tested.pressShortcut(page, 'previous-mark')
      const { sidebar, text } = await waitForPanel(page, aboutPhones)
      expect(text).toContain(shown('onFile_byModel'))
      await selectWords(page, 'Stir the oats slowly.')
      await story.tested.pressShortcut(page, 'previous-mark')
      expect((await waitForPanel(page, 'Stir the oats')).text).toContain(shown('onFile_nothing'))
      expect(await findRole(sidebar, 'button', shown('onFile_close'))).not.toBeNull()
      await page.close()
    })

    it('the toolbar button’s popup does too, and grants nothing', async () => {
      const page = await story.tested.openPage(offTopic)
      const words = await page.evaluate(() => document.querySelector('p')?.textContent?.trim() ?? '')
      const popup = await openPopup(page, offTopic)
      await clickRole(popup, 'button', shown('popup_onFile'))
      await waitUntil('it says that nothing is selected', async () =>
        (await textOf(popup)).includes(shown('popup_nothingSelected')),
      )
      await page.bringToFront()
      await selectWords(page, words.slice(0, 60))
      await popup.bringToFront()
      await clickRole(popup, 'button', shown('popup_onFile'))
      await page.bringToFront()
      await waitForPanel(page, words.slice(0, 50))
      expect(await grants()).toEqual([])
      await popup.close()
      await page.close()
    })
  },
)
