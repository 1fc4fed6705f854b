import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { highlightName } from '../../utils/page/painter'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, scrollToPainted } from '../support/marks'
import { readPassages } from '../support/read-passages'
import { mainAddress, readSamplePage } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

/** What the page shows of a passage: the same words, its tags and line breaks apart. */
const fold = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe.each(browsers)('marks in $browser', ({ launch }) => {
  const passages = [...readPassages(readSamplePage('herald-private-phone.html')).values()].map(fold)
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const openArticle = async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await waitUntil('the article is marked', async () => (await readPainted(page)).length >= 26)
    return page
  }
  const drawn = () => readClosedRoot(story.tested, mainAddress)
  const waitForCard = (words: string) =>
    waitUntil(`a card says “${words}”`, async () => {
      const root = await drawn()
      return root?.text.includes(words) ? root : null
    })

  it('marks the located words of every claim, and the sentences around them', async () => {
    const page = await openArticle()
    const painted = (await readPainted(page)).map(({ text }) => fold(text))
    expect(passages).toHaveLength(13)
    // A locator names words: the quotation marks around them may stay outside.
    const bare = (text: string) => text.replace(/^[“”"‘’.,]+|[“”"‘’.,]+$/g, '')
    const paintedBare = painted.map(bare)
    for (const passage of passages) expect(paintedBare).toContain(bare(passage))
    await page.close()
  })

  it('opens a card when the pointer rests on a mark, and closes it with Escape', async () => {
    const page = await openArticle()
    const wanted = (await readPainted(page)).find(({ text }) => text.startsWith('Talk of a second phone'))
    const point = await scrollToPainted(page, wanted?.text ?? '')
    await page.mouse.move(point.x - 30, point.y - 60)
    await page.mouse.move(point.x, point.y, { steps: 3 })
    const card = await waitForCard(shown('inline_compare'))
    expect(card.text).toContain('Does the leader use a personal or unsecured phone?')
    expect(card.text).toContain(shown('inline_later_one', '1'))
    await page.keyboard.press('Escape')
    await waitUntil('the card is gone', async () => !(await drawn())?.text.includes(shown('inline_compare')))
    await page.close()
  })

  it('opens the card when a mark is clicked, compares side by side, and leads to the sidebar', async () => {
    const page = await openArticle()
    const wanted = (await readPainted(page)).find(({ text }) => text.startsWith('Talk of a second phone'))
    const point = await scrollToPainted(page, wanted?.text ?? '')
    await page.mouse.click(point.x, point.y)
    const card = await waitForCard(shown('inline_compare'))
    const compare = card.controls.find(({ name }) => name === shown('inline_compare'))
    await page.mouse.click(compare?.x ?? 0, compare?.y ?? 0)
    const compared = await waitForCard(shown('inline_here'))
    expect(compared.text).toContain('Presidential Office')
    const show = compared.controls.find(({ name }) => name === shown('inline_showInSidebar'))
    await page.mouse.click(show?.x ?? 0, show?.y ?? 0)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the claim is in view in the sidebar', () =>
      sidebar.evaluate(() => {
        const [found] = [...document.querySelectorAll('*')].filter(
          element =>
            element.children.length === 0 &&
            element.textContent?.startsWith('The Presidential Office denies that Dovan uses'),
        )
        const box = found?.getBoundingClientRect()
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
      }),
    )
    await page.close()
  })

  it('goes from mark to mark by the shortcuts, in the order of the text', async () => {
    const page = await openArticle()
    await page.evaluate(() => scrollTo(0, 0))
    const waitForCurrent = (words: string) =>
      waitUntil(`the mark is “${words}”`, async () =>
        (await readPainted(page)).some(
          ({ name, text }) => name === highlightName('current', false) && text.startsWith(words),
        ),
      )
    await story.tested.pressShortcut(page, 'next-mark')
    await waitForCurrent('Most evenings')
    await story.tested.pressShortcut(page, 'next-mark')
    await waitForCurrent('Talk of a second phone')
    await waitForCard(shown('inline_later_one', '1'))
    await story.tested.pressShortcut(page, 'previous-mark')
    await waitForCurrent('Most evenings')
    await page.close()
  })

  it('scrolls to a mark from its claim in the sidebar', async () => {
    const page = await openArticle()
    const sidebar = await waitForSidebar(page)
    await page.evaluate(() => scrollTo(0, 99_999))
    await clickRole(sidebar, 'button', new RegExp(shown('sidebar_showOnPage')))
    await waitUntil('the mark is in view', () =>
      page.evaluate(() =>
        [...CSS.highlights].some(([, highlight]) =>
          [...highlight].some(range => {
            if (!(range instanceof Range) || !String(range).includes('since the snow melted')) return false
            const { top, bottom } = range.getBoundingClientRect()
            return top >= 0 && bottom <= innerHeight
          }),
        ),
      ),
    )
    await page.close()
  })

  it('shows the same words in the sidebar in both browsers', async () => {
    const page = await openArticle()
    const sidebar = await waitForSidebar(page)
    await waitUntil('the last question stands', () => findRole(sidebar, 'heading', /Should lawmakers/))
    const words = (await textOf(sidebar)).replace(/\s+/g, ' ')
    for (const said of [
      'Ilar Venn says yes, Petra Lunde says no',
      shown('sidebar_disputedHere'),
      shown('sidebar_sameSpeaker'),
      shown('sidebar_timeUnknown', '11 Feb 2023'),
      'claims about others',
      shown('sidebar_background_one', '1'),
      'version 1',
    ]) {
      expect(words).toContain(said)
    }
    await page.close()
  })
})
