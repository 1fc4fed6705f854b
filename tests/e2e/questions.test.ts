import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browsers } from '../support/browsers'
import { catchSaved, listSaved } from '../support/catch-saved'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole, findRole } from '../support/find-role'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))

const count = (page: Page, selector: string): Promise<number> =>
  page.evaluate(wanted => document.querySelectorAll(wanted).length, selector)
const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate(wanted => document.querySelector(wanted)?.textContent ?? '', selector)

describe.each(browsers)('questions over time in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1280, height: 900 } })
    mkdirSync(shots, { recursive: true })
    page = await story.tested.openExtensionPage('library.html#questions')
    await waitUntil('questions are listed', async () => (await count(page, '.question-list li')) > 10)
  })
  afterAll(() => story?.end())

  const click = (selector: string) =>
    page.evaluate(wanted => document.querySelector<HTMLElement>(wanted)?.click(), selector)
  const readSaid = () => textOf(page, '.question-open [role=status]')
  /** Addresses are written twice: as a form's, and that as a part of ours. */
  const readHash = () => page.evaluate(() => decodeURIComponent(decodeURIComponent(location.hash)))
  const goTo = (hash: string) =>
    page.evaluate(wanted => {
      location.hash = wanted
    }, hash)
  /** Until nothing more is being drawn. */
  const drawn = () =>
    waitUntil('its timeline stands', async () => {
      const isThere = (await count(page, '.point')) > 0
      return isThere && (await count(page, '.question-open [aria-busy=true]')) === 0
    })

  const openListed = async (which: string) => {
    await goTo('questions')
    await waitUntil('questions are listed', async () => (await count(page, '.question-list li')) > 10)
    await click(`.question-list li:${which} a`)
    await drawn()
  }
  /** The starter's question on which most is on file. */
  const openFirst = () => openListed('first-child')

  it('opens a question, and narrows it by each filter to as many claims as stand beside the choice', async () => {
    await openFirst()
    const all = await readSaid()
    expect(all).toMatch(/^6\d claims/)
    const lists = { subject: 'leader', outlet: 'outlet', speaker: 'speaker', kind: 'kind' }
    for (const [list, label] of Object.entries(lists)) {
      await clickRole(page, 'button', shown(`questions_${label}`))
      const claims = await textOf(page, '.filter[open] li .filter-count')
      await click('.filter[open] input[type=checkbox]')
      await waitUntil(`it is narrowed by ${list}`, async () =>
        (await readSaid()).startsWith(`${claims} claim`),
      )
      expect(await readSaid()).toContain(shown('questions_ofAll', /^\d+/.exec(all)?.[0] ?? ''))
      expect(await readHash()).toContain(`${list}=`)
      await page.keyboard.press('Escape')
      expect(await count(page, '.filter[open]')).toBe(0)
      await clickRole(page, 'button', shown('questions_clear'))
      await waitUntil('all is there again', async () => (await readSaid()) === all)
      expect(await readHash()).not.toContain(`${list}=`)
    }
    const years = await page.$$eval('.filter-year:first-of-type option', options =>
      options.map(({ value }) => value),
    )
    const last = years.at(-1) ?? ''
    expect(last).toMatch(/^20\d\d$/)
    await page.select('.filter-year:first-of-type select', last)
    await waitUntil('it is narrowed to the last year', async () => (await readSaid()) !== all)
    expect(await readHash()).toContain(`since=${last}`)
    await page.evaluate(() => history.back())
    await waitUntil('a step back leads to all', async () => (await readSaid()) === all)
    await page.evaluate(() => history.forward())
    await waitUntil('and forward', async () => (await readSaid()) !== all)
    const narrowed = await readSaid()
    // In Firefox puppeteer's own reload never settles.
    await page.evaluate(() => setTimeout(() => location.reload()))
    await pause(300)
    await waitUntil('a kept address leads there', async () => (await readSaid().catch(() => '')) === narrowed)
  })

  it('stacks what several outlets carry of one source, and opens it with all of them', async () => {
    await openListed('last-child')
    expect(await readSaid()).toBe('4 claims · 3 sources · 3 outlets')
    expect(await count(page, '.point')).toBe(3)
    await clickRole(page, 'button', new RegExp(shown('timeline_carriedBy', '2')))
    await waitUntil('its claim is open', async () => (await count(page, '.claim-panel')) === 1)
    await click('.claim-panel summary')
    expect(await count(page, '.claim-panel .repeats li')).toBe(1)
    expect(await count(page, '.point[aria-current]')).toBe(1)
    await page.keyboard.press('Escape')
  })

  it('is looked at more closely, moved along, and whole again', async () => {
    await openFirst()
    const ticks = () => page.$$eval('.tick-label', labels => labels.map(label => label.textContent).join())
    const whole = await ticks()
    await page.evaluate(() => document.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus())
    for (const _ of [1, 2, 3]) await page.keyboard.press('+')
    const closer = await waitUntil('it is closer', async () => {
      const now = await ticks()
      return now === whole ? null : now
    })
    const box = await page.$eval('.timeline-points', points => {
      const { left, top, width, height } = points.getBoundingClientRect()
      return { x: left + width / 2, y: top + height - 2 }
    })
    await page.mouse.move(box.x, box.y)
    await page.mouse.down()
    await page.mouse.move(box.x - 80, box.y, { steps: 4 })
    await page.mouse.move(box.x + 160, box.y, { steps: 4 })
    await page.mouse.up()
    await waitUntil('it moved', async () => (await ticks()) !== closer)
    await page.evaluate(() => document.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus())
    await page.keyboard.press('0')
    await waitUntil('it is whole', async () => (await ticks()) === whole)
  })

  it('goes from point to point by keys and opens a claim with its chain and article', async () => {
    await openFirst()
    // Else it lies where the story before left it: over a point, whose tip is what the first Escape ends.
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus())
    const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const first = await name()
    await page.keyboard.press('End')
    expect(await name()).not.toBe(first)
    await page.keyboard.press('Home')
    // The first that stands for one source alone.
    for (let step = 0; step < 40 && (await name()).includes(' sources'); step += 1)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await waitUntil('its claim has the focus', () =>
      page.evaluate(() => document.activeElement?.closest('.claim-panel') !== null),
    )
    expect(await count(page, '.claim-panel .chain b')).toBe(1)
    expect(await count(page, '.claim-panel dl dd')).toBe(3)
    expect(await findDrawnFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await waitUntil('it is closed', async () => (await count(page, '.claim-panel')) === 0)
  })

  it('saves the picture as an SVG that needs nothing besides, and as a PNG', async () => {
    await openFirst()
    await catchSaved(page)
    await clickRole(page, 'button', shown('questions_saveSvg'))
    await clickRole(page, 'button', shown('questions_savePng'))
    const saved = await waitUntil('both are saved', async () => {
      const files = await listSaved(page)
      return files.length === 2 ? files : null
    })
    const svg = saved.find(({ name }) => name.endsWith('.svg'))?.text ?? ''
    expect(svg).not.toMatch(/var\(|class=|url\(|<image|<style/)
    expect(svg).toContain('Sidelight')
    expect(svg).toContain(await textOf(page, '.question-open h2'))
    expect(saved.find(({ name }) => name.endsWith('.png'))?.text.slice(1, 4)).toBe('PNG')
    const isRead = await page.evaluate(
      text =>
        new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length === 0,
      svg,
    )
    expect(isRead).toBe(true)
  })

  it('shows how a speaker’s statements changed', async () => {
    await clickRole(page, 'link', shown('questions_bySpeaker'))
    await waitUntil('speakers are listed', async () => (await count(page, '.question-list .tone-update')) > 0)
    expect(await findDrawnFaults(page)).toEqual([])
    await page.evaluate(() => document.querySelector<HTMLElement>('.question-list a')?.click())
    await waitUntil('the story stands', async () => (await count(page, '.story-row .is-changed')) > 0)
    await page.evaluate(() => document.querySelector<HTMLElement>('.story-row .is-changed button')?.click())
    await waitUntil('a claim is open', async () => (await count(page, '.claim-panel')) === 1)
    expect(await findDrawnFaults(page)).toEqual([])
  })

  it('shows where outlets differ, and the claims behind a number', async () => {
    await clickRole(page, 'link', shown('questions_byOutlet'))
    await waitUntil('the table stands', async () => (await count(page, '.outlet-table tbody tr')) > 5)
    await page.evaluate(() => document.querySelector<HTMLElement>('.outlet-table .cell')?.click())
    await waitUntil('claims are open', async () => (await count(page, '.claim-panel')) > 0)
    expect(await findDrawnFaults(page)).toEqual([])
  })

  it('says where an address leads to nothing', async () => {
    await goTo(`questions/${encodeURIComponent('dossier=nowhere&question=none')}`)
    await waitUntil('it says so', () => findRole(page, 'alert', shown('failure_notFound')))
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, %s; pictures at two widths', async scheme => {
    await story.tested.setColorScheme(page, scheme)
    await openFirst()
    const question = await page.evaluate(() => location.hash.slice(1))
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.querySelector<HTMLElement>('.point:nth-last-of-type(3)')?.click())
    await waitUntil(
      'a claim or a list is open',
      async () => (await count(page, '.claim-panel, .gathered')) > 0,
    )
    await click('.gathered button')
    await waitUntil('a claim is open', async () => (await count(page, '.claim-panel')) === 1)
    const claim = await page.evaluate(() => location.hash.slice(1))
    await goTo('questions')
    await waitUntil('questions are listed', async () => (await count(page, '.question-list li')) > 10)
    const small = await page.$$eval(
      '.question-list a',
      links => links.at(-1)?.getAttribute('href')?.slice(1) ?? '',
    )
    const places = {
      list: ['questions', '.question-list li'],
      question: [question, '.point'],
      claim: [claim, '.claim-panel'],
      small: [small, '.question-open [role=status]'],
      speakers: [`questions/${encodeURIComponent('by=speakers')}`, '.question-list .tone-update'],
      story: ['', '.story-row'],
      outlets: [`questions/${encodeURIComponent('by=outlets')}`, '.outlet-table tbody tr'],
    }
    for (const [name, [hash = '', there = '']] of Object.entries(places)) {
      await page.setViewport({ width: 1280, height: 900 })
      if (hash) await goTo(hash)
      else await click('.question-list a')
      await waitUntil(`${name} stands`, async () => (await count(page, there)) > 0)
      if (there === '.point') await drawn()
      for (const width of [1280, 400]) {
        await page.setViewport({ width, height: 900 })
        await waitUntil(`${name} fits ${width} px`, () =>
          page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        )
        expect(await findDrawnFaults(page)).toEqual([])
        await page.screenshot({
          path: `${shots}${story.tested.name}-questions-${name}-${width}-${scheme}.png`,
        })
      }
    }
    await page.setViewport({ width: 1280, height: 900 })
  })
})
