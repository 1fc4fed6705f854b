import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { chooseQuestion, fillField, readField, readQuestion, waitForForm } from '../support/claim-form'
import { readClosedRoot } from '../support/closed-root'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole, findRole } from '../support/find-role'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))

const said =
  'Sorland’s service heard each call of president Mirela Dovan through the spring, Orla Tamm told the Post.'
const plain = 'A baker on the corner had kept two loaves for whoever would come late to the quay.'
const bells = 'The bells of the old tower rang for an hour, and the keeper says that she rang them by hand.'
const makePage = (
  title: string,
  paragraphs: string[],
) => `<!doctype html><html lang="en"><head><title>${title}</title>
<meta charset="utf-8"><meta property="og:type" content="article"><meta property="og:site_name" content="Evening Post">
<meta property="article:published_time" content="2026-05-04T08:00:00Z"><meta name="author" content="A. Quill">
<style>article { max-width: 620px; font: 18px/1.5 serif }</style></head><body><article><h1>${title}</h1>
${paragraphs.map(words => `<p>${words}</p>`).join('\n')}</article></body></html>`

const first = 'http://eveningpost.example/2026/05/04/heard'
const second = 'http://harbourpost.example/2026/06/01/heard-again'
const tower = 'http://harbourpost.example/2026/06/02/bells'
const question = {
  listened: "Has a foreign power listened to the leader's calls?",
  bells: 'Are the bells rung by hand?',
}

describe.each(browsers)('claims of the reader’s own in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    // By shared words alone; what the reading model adds is in machine-read.test.ts.
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false, widthPx: 420 } })
    story.server.put(first, makePage('Spies heard the president’s phone in spring', [said, plain, bells]))
    story.server.put(
      second,
      makePage('The president’s phone was overheard, Tamm repeats', [
        'Orla Tamm repeats that Sorland’s service heard each call of president Dovan in the spring.',
        'Whoever walks there hears of nothing but the phone on which the president was overheard by spies.',
        plain,
      ]),
    )
    story.server.put(
      tower,
      makePage('The bells of the tower', [
        'The keeper of the old tower says that a motor has rung the bells since winter.',
        'Nobody on the square had heard the bells before noon, the keeper says of the tower.',
        plain,
      ]),
    )
    mkdirSync(shots, { recursive: true })
  })
  afterAll(() => story?.end())

  /** Selects words on the page, and asks for a claim of them by the button beside them. */
  async function claimOf(page: Page, address: string, words: string): Promise<Frame> {
    await selectWords(page, words)
    const button = await waitUntil('the button stands by the words', async () =>
      (await readClosedRoot(story.tested, address))?.controls.find(
        ({ name }) => name === shown('inline_makeClaim'),
      ),
    )
    await page.bringToFront()
    await page.mouse.click(button.x, button.y)
    const sidebar = await waitForSidebar(page)
    await waitForForm(sidebar)
    return sidebar
  }
  const isGone = (sidebar: Frame) =>
    waitUntil('the form is gone', () =>
      sidebar.evaluate(() => document.querySelector('.claim-writing') === null),
    )
  const shows = (where: Page | Frame, words: string) =>
    waitUntil(`it shows: ${words}`, async () => (await textOf(where)).includes(words))
  /** The words of a claim's row and of its buttons, by what it says. */
  const clickIn = async (where: Frame, statement: string, name: string) => {
    const marked = await where.evaluate(wanted => {
      document.querySelector('[data-meant]')?.removeAttribute('data-meant')
      const row = [...document.querySelectorAll('.claim')].find(
        each => each.getClientRects().length > 0 && each.querySelector('.statement')?.textContent === wanted,
      )
      row?.setAttribute('data-meant', '')
      return row !== undefined
    }, statement)
    if (!marked) throw new Error(`no claim says “${statement}”`)
    const button = await where.evaluateHandle(wanted => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-meant] button')]
      return all.find(each => each.textContent?.trim() === wanted) ?? null
    }, name)
    const element = button.asElement() as ElementHandle<Element> | null
    if (!element) throw new Error(`the claim has no “${name}”`)
    await element.evaluate(each => each.scrollIntoView({ block: 'center', behavior: 'instant' }))
    await element.click()
  }

  it('are made of selected words, with what the page tells filled in', async () => {
    const page = await story.tested.openPage(first)
    await waitForSidebar(page)
    const sidebar = await claimOf(page, first, said)
    expect(await readField(sidebar, shown('sidebar_answerLabel'))).toMatchObject({ value: said })
    expect(await readQuestion(sidebar)).toBe(question.listened)
    expect(await readField(sidebar, shown('claim_about'))).toMatchObject({ value: '2026-05-04' })
    expect(await readField(sidebar, shown('claim_subject'))).toMatchObject({ value: 'Mirela Dovan' })

    // What is missing is said at its field.
    await page.bringToFront()
    await fillField(sidebar, shown('claim_about'), '2026-13')
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await shows(sidebar, shown('claim_noPosition'))
    expect(await readField(sidebar, shown('claim_about'))).toMatchObject({ isInvalid: true })
    expect(await sidebar.evaluate(() => document.activeElement?.className)).toContain('answer-choice')

    await fillField(sidebar, shown('claim_about'), '2026-04')
    await fillField(sidebar, shown('sidebar_answerSpeaker'), 'Orla Tamm')
    await fillField(sidebar, shown('claim_chain'), 'Evening Post')
    await clickRole(sidebar, 'button', shown('position_yes'))
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      expect(await findDrawnFaults(sidebar)).toEqual([])
      await page.screenshot({ path: `${shots}${story.tested.name}-claim-form-${scheme}.png` })
    }
    await story.tested.setColorScheme(page, 'light')
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await isGone(sidebar)
    await shows(sidebar, shown('shared_yours'))
    const { reading } = await loadView(story.tested, first)
    expect(reading.claims).toMatchObject([
      {
        claim: {
          statement: said,
          about: '2026-04',
          speaker: { name: 'Orla Tamm' },
          chain: ['Orla Tamm', 'Evening Post'],
          source: { isReaders: true, published: '2026-05-04' },
        },
        notPlaced: null,
      },
    ])
    expect(reading.questions[0]?.related.length).toBeGreaterThan(0)
    await page.close()
  })

  it('are not lost while they are written: Escape and a closed sidebar leave them as they are', async () => {
    const page = await story.tested.openPage(first)
    await waitForSidebar(page)
    const sidebar = await claimOf(page, first, plain)
    expect(await readQuestion(sidebar)).toBe(shown('claim_chooseQuestion'))
    await fillField(sidebar, shown('sidebar_answerLabel'), 'Two loaves were kept.')
    await page.keyboard.press('Escape')
    await isGone(sidebar)
    await shows(sidebar, shown('claim_begun'))
    await clickRole(sidebar, 'button', shown('sidebar_close'))
    await waitUntil('the sidebar is closed', async () => (await findSidebar(page)) === null)
    await askExtension(story.tested, 'settings/save', { change: { isSidebarOpen: true } })
    await page.reload()
    const anew = await waitForSidebar(page)
    await shows(anew, 'Two loaves were kept.')
    await page.bringToFront()
    await clickRole(anew, 'button', shown('claim_goOn'))
    await waitForForm(anew)
    expect(await readField(anew, shown('sidebar_answerLabel'))).toMatchObject({
      value: 'Two loaves were kept.',
    })
    await clickRole(anew, 'button', shown('claim_discard'))
    await isGone(anew)
    expect(await textOf(anew)).not.toContain(shown('claim_begun'))
    await page.close()
  })

  it('are compared on a page that is on file; changed there, and that undone', async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    await shows(sidebar, said)
    await page.bringToFront()
    await clickIn(sidebar, said, shown('claim_edit'))
    await waitForForm(sidebar)
    expect(await readField(sidebar, shown('sidebar_answerSpeaker'))).toMatchObject({ value: 'Orla Tamm' })
    const changed = 'Sorland heard each call in spring, Tamm says.'
    await fillField(sidebar, shown('sidebar_answerLabel'), changed)
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await isGone(sidebar)
    await shows(sidebar, changed)
    await clickRole(sidebar, 'button', shown('sidebar_undo'))
    await shows(sidebar, said)
    expect(await textOf(sidebar)).not.toContain(changed)
    await page.close()
  })

  it('are found by likeness for sentences of another article', async () => {
    const page = await story.tested.openPage(second)
    const sidebar = await waitForSidebar(page)
    await shows(sidebar, said)
    await shows(sidebar, shown('shared_yours'))
    const { reading } = await loadView(story.tested, second)
    const found = reading.sentences.flatMap(({ related }) => related.map(({ claim }) => claim))
    expect(found.find(({ statement }) => statement === said)?.source.isReaders).toBe(true)
    await page.close()
  })

  it('stand beside a dossier’s, which are disputed with a reason, and hidden and brought back', async () => {
    const page = await story.tested.openPage(mainAddress)
    const sidebar = await waitForSidebar(page)
    const { reading } = await loadView(story.tested, mainAddress)
    const [one] = reading.claims
    if (!one) throw new Error('no claim')
    const { statement } = one.claim
    await page.bringToFront()
    await shows(sidebar, statement)
    await clickIn(sidebar, statement, shown('remark_dispute'))
    await fillField(sidebar, shown('remark_reason'), 'Nobody saw it.')
    await clickRole(sidebar, 'button', shown('remark_save'))
    await shows(sidebar, shown('remark_disputedFor', 'Nobody saw it.'))
    const disputed = await loadView(story.tested, mainAddress)
    expect(disputed.reading.claims[0]?.claim.disputed).toBe('Nobody saw it.')
    // That says nothing of who is right.
    const relations = (all: typeof reading) =>
      all.questions.map(({ isDisputed, related }) => [isDisputed, related.map(({ relation }) => relation)])
    expect(relations(disputed.reading)).toEqual(relations(reading))
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await page.screenshot({ path: `${shots}${story.tested.name}-claim-disputed.png` })

    await clickIn(sidebar, statement, shown('remark_hide'))
    await shows(sidebar, shown('remark_hiddenByYou_one', '1'))
    const hidden = await loadView(story.tested, mainAddress)
    expect(hidden.reading.claims).toHaveLength(reading.claims.length - 1)
    await clickRole(sidebar, 'button', shown('remark_hiddenByYou_one', '1'))
    await clickRole(sidebar, 'button', shown('remark_show'))
    await waitUntil('it is there again', async () => {
      const { reading: again } = await loadView(story.tested, mainAddress)
      return again.claims.length === reading.claims.length
    })
    await page.close()
  })

  it('answer a question of the reader’s own, whose topic is told by the reader’s words', async () => {
    const page = await story.tested.openPage(first)
    await waitForSidebar(page)
    const sidebar = await claimOf(page, first, bells)
    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('claim_newQuestion'))
    await fillField(sidebar, shown('own_title'), 'The bells of the tower')
    await fillField(sidebar, shown('own_question', '1'), question.bells)
    await fillField(sidebar, shown('own_terms'), 'bells\ntower')
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await page.screenshot({ path: `${shots}${story.tested.name}-own-question.png` })
    await clickRole(sidebar, 'button', shown('own_save'))
    await waitUntil('the question is chosen', async () => (await readQuestion(sidebar)) === question.bells)
    await fillField(sidebar, shown('claim_subject'), 'the keeper')
    await clickRole(sidebar, 'button', shown('position_yes'))
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await isGone(sidebar)
    // Beside that of another dossier on the same page.
    const { reading } = await loadView(story.tested, first)
    expect(reading.questions.map(({ question: { text } }) => text).toSorted()).toEqual(
      [question.bells, question.listened].toSorted(),
    )
    await page.close()

    const other = await story.tested.openPage(tower)
    const beside = await waitForSidebar(other)
    await shows(beside, bells)
    await other.close()
  })

  it('are made of a highlight beside its page', async () => {
    const page = await story.tested.openPage(second)
    await waitForSidebar(page)
    await selectWords(page, plain)
    await story.tested.pressShortcut(page, 'save-highlight')
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', new RegExp(`^${shown('sidebar_tabHighlights')}`))
    await clickRole(sidebar, 'button', shown('claim_make'))
    await waitForForm(sidebar)
    await chooseQuestion(sidebar, question.listened)
    await fillField(sidebar, shown('claim_subject'), 'a baker')
    await clickRole(sidebar, 'button', shown('position_no'))
    await clickRole(sidebar, 'button', shown('sidebar_keep'))
    await isGone(sidebar)
    const { reading } = await loadView(story.tested, second)
    expect(reading.claims).toMatchObject([{ claim: { statement: plain }, notPlaced: null }])
    await page.close()
  })

  it('are made of a highlight in the library, whose page is not open', async () => {
    const page = await story.tested.openExtensionPage('library.html#highlights')
    await page.setViewport({ width: 1280, height: 900 })
    await clickRole(page, 'button', new RegExp(`^${shown('library_edit')}`))
    await clickRole(page, 'button', shown('claim_make'))
    await waitForForm(page)
    expect(await readField(page, shown('sidebar_answerLabel'))).toMatchObject({ value: plain })
    await chooseQuestion(page, question.bells)
    await fillField(page, shown('claim_subject'), 'a baker')
    await clickRole(page, 'button', shown('sidebar_answerOpen'))
    for (const width of [1280, 400]) {
      await page.setViewport({ width, height: 900 })
      for (const scheme of ['light', 'dark'] as const) {
        await story.tested.setColorScheme(page, scheme)
        expect(await findDrawnFaults(page)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide).toBeLessThanOrEqual(0)
        await page.screenshot({ path: `${shots}${story.tested.name}-library-claim-${width}-${scheme}.png` })
      }
    }
    await page.setViewport({ width: 1280, height: 900 })
    await clickRole(page, 'button', shown('sidebar_keep'))
    await shows(page, shown('library_claimKept'))
    await clickRole(page, 'button', shown('sidebar_undo'))
    await shows(page, shown('library_undone'))
    expect(await findRole(page, 'button', shown('sidebar_undo'))).toBeNull()
  })
})
