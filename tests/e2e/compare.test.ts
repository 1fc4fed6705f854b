import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTab } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, scrollToPainted } from '../support/marks'
import { pasteHtml, pasteText } from '../support/paste-text'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const pasteAddress = 'http://pasteboard.example/'

/** What is emphasised on each side: its words, and whether a line is drawn under them. */
const readMarks = (shownIn: Frame | Page) =>
  shownIn.evaluate(() =>
    [...document.querySelectorAll('.side')].map(side =>
      [...side.querySelectorAll('mark.part')].map(mark => ({
        text: mark.textContent ?? '',
        hasLine: getComputedStyle(mark).textDecorationLine.includes('underline'),
      })),
    ),
  )

describe.each(browsers)('a comparison in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    story.server.put(pasteAddress, pasteHtml)
  })
  afterAll(() => story?.end())

  const compareInSidebar = async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'button', shown('sidebar_compare'))
    await waitUntil('it is compared', () => findRole(sidebar, 'heading', shown('compare_differences')))
    return { page, sidebar }
  }

  it('leads from a mark’s card, where what differs is emphasised, to the same in the sidebar', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const drawn = () => readClosedRoot(story.tested, mainAddress)
    const waitForCard = (words: string) =>
      waitUntil(`a card says “${words}”`, async () => {
        const root = await drawn()
        return root?.text.includes(words) ? root : null
      })
    const press = async (name: string, after: string) => {
      const { controls } = await waitForCard(after)
      const control = controls.find(each => each.name === name)
      if (!control) throw new Error(`no button ${name}`)
      await page.bringToFront()
      await page.mouse.click(control.x, control.y)
    }
    const wanted = await waitUntil('it is marked', async () =>
      (await readPainted(page)).find(({ text }) => text.startsWith('Talk of a second phone')),
    )
    const point = await scrollToPainted(page, wanted.text)
    await page.mouse.click(point.x, point.y)
    await press(shown('inline_compare'), shown('inline_compare'))
    const compared = await waitForCard(shown('inline_here'))
    expect(compared.text.replace(/\s+/g, ' ')).toContain(
      `denies¬ (${shown('kind_denial')}, ${shown('standing_only')})`,
    )
    await press(shown('inline_showInSidebar'), shown('inline_here'))
    const sidebar = await waitForSidebar(page)
    await waitUntil('its claim has the focus', () =>
      sidebar.evaluate(() =>
        document.activeElement
          ?.closest('article')
          ?.textContent?.includes('The Presidential Office denies that Dovan uses'),
      ),
    )
    await sidebar.evaluate(label => {
      const card = document.activeElement?.closest('article')
      const button = [...(card?.querySelectorAll('button') ?? [])].find(each => each.textContent === label)
      button?.scrollIntoView({ block: 'center' })
      button?.click()
    }, shown('sidebar_compare'))
    await waitUntil('it is compared', () => findRole(sidebar, 'heading', shown('compare_differences')))
    const [here] = await readMarks(sidebar)
    expect(here?.map(({ text }) => text).join(' ')).toContain(
      `two# (${shown('kind_number')}, ${shown('standing_only')})`,
    )
    expect(here?.every(({ hasLine }) => hasLine)).toBe(true)
    const quoted = await sidebar.evaluate(() => document.querySelector('blockquote')?.textContent)
    expect(await page.evaluate(() => document.body.textContent?.replace(/\s+/g, ' '))).toContain(
      quoted?.replace(/\s+/g, ' ') || 'a sentence of the page',
    )
    await page.close()
  })

  it('is copied as text out of the frame, with both statements, their articles and what differs', async () => {
    const { page, sidebar } = await compareInSidebar()
    await clickRole(sidebar, 'button', shown('compare_copy'))
    await waitUntil('it is copied', async () => (await textOf(sidebar)).includes(shown('compare_copied')))
    await page.close()
    const pasted = await pasteText(story.tested, pasteAddress)
    for (const said of [
      "Has a foreign power listened to the leader's calls?",
      'There is no sign that Sorland has heard a single call of the president, Petra Lunde says.',
      'Sorland may have heard one call of the president after all, minister Lunde says.',
      `${shown('sidebar_chain')}: Petra Lunde › The Lowland Herald`,
      'lowland-herald.example/politics/dovan-private-phone',
      `${shown('kind_hedge')}: ${shown('reason_part_only_on_file', '“may”')}`,
      shown('sidebar_nobodyIsRight'),
    ]) {
      expect(pasted).toContain(said)
    }
  })

  it('stands there as text to be selected where the browser lets nothing be copied', async () => {
    const { page, sidebar } = await compareInSidebar()
    await sidebar.evaluate(() => {
      document.execCommand = () => false
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error()) },
      })
    })
    await clickRole(sidebar, 'button', shown('compare_copy'))
    await waitUntil('the text stands', () => findRole(sidebar, 'textbox', shown('compare_copyText')))
    expect(await textOf(sidebar)).toContain(shown('compare_copyRefused'))
    const selected = await waitUntil('it is selected', () =>
      sidebar.evaluate(() => {
        const area = document.activeElement as HTMLTextAreaElement
        return area.value?.slice(area.selectionStart, area.selectionEnd)
      }),
    )
    expect(selected).toContain('Sorland may have heard one call')
    await page.close()
  })

  it('has what both leave out beside it where there is room, else below; each leads to its claim', async () => {
    const { page, sidebar } = await compareInSidebar()
    const place = (shownIn: Frame | Page) =>
      shownIn.evaluate(() => {
        const [side, column] = ['.side', '.left-out'].map(
          selector => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(),
        )
        return side && column && column.top >= side.bottom ? 'below' : 'beside'
      })
    expect(await place(sidebar)).toBe('below')
    const tab = await findTab(story.tested, mainAddress)
    const wide = await story.tested.openExtensionPage(`sidebar.html?tab=${tab}`)
    await clickRole(wide, 'button', shown('sidebar_compare'))
    await waitUntil('it is compared', () => findRole(wide, 'heading', shown('compare_leftOut')))
    expect(await place(wide)).toBe('beside')
    await clickRole(wide, 'button', new RegExp(`^${shown('compare_showClaim')} `))
    await waitUntil('a claim on file has the focus', () =>
      wide.evaluate(() => document.activeElement?.hasAttribute('data-claim')),
    )
    await wide.close()
    await page.close()
  })
})
