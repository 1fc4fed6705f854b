import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asDossierId } from '../../utils/model/ids'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { savedBy } from '../support/catch-saved'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole } from '../support/find-role'
import { findSidebar, waitForSidebar } from '../support/find-sidebar'
import { makeArticle, makeClaim, makeDossier, makeQuestion } from '../support/make-dossier'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { staysFalse, waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))
const starter = 'presidential-phone-security'
const address = 'http://gazette.example/fountains/1'

/** A dossier on another topic, with words of its own. */
const fountains = makeDossier({
  id: asDossierId('fountains'),
  title: 'The fountains of Velmora',
  summary: 'What is said of whether they run.',
  spotting: {
    groups: [
      { id: 'fountain', terms: ['fountain*'] },
      { id: 'run', terms: ['water', 'run dry'] },
    ],
    rules: [{ all: ['fountain', 'run'], weight: 2 }],
    threshold: 2,
  },
  questions: [makeQuestion('dry', 'Do the fountains run dry?')],
  articles: [makeArticle('f1', { publisher: 'Morgenpost' })],
  claims: [makeClaim('f1#1', 'f1', { dry: 'yes' })],
})

const paragraph =
  'The fountains on the square have no water since Monday, the town clerk said. The fountain before the theatre has run dry twice this spring, and nobody had an answer why. '
const story = `<!doctype html><html lang="en"><head><title>Fountains without water</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Gazette"><meta name="author" content="A. Quill"><style>article { max-width: 620px }</style></head>
<body><article><h1>Fountains without water</h1><p>${[1, 2, 3, 4, 5].map(n => `${paragraph}That was heard on day ${n}.`).join('</p><p>')}</p></article></body></html>`

describe.each(browsers)('dossiers in $browser', ({ launch }) => {
  let told: Story
  let page: Page
  beforeAll(async () => {
    told = await startStory(launch, { isWithoutSample: true, viewport: { width: 1280, height: 900 } })
    told.server.put(address, story)
    await askExtension(told.tested, 'file/import', { text: JSON.stringify(fountains) })
    page = await told.tested.openExtensionPage('library.html#dossiers')
    mkdirSync(shots, { recursive: true })
  })
  afterAll(() => told?.end())

  const listed = async () => (await askExtension(told.tested, 'dossier/list', {})).map(({ id }) => id)
  const titles = () =>
    page.evaluate(() => [...document.querySelectorAll('.dossier-card h2')].map(head => head.textContent))
  const status = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[role=status]')].map(each => each.textContent).join('|'),
    )
  it('several are on file at once, each telling articles on its topic by its own words', async () => {
    await waitUntil('both are listed', async () => (await titles()).length === 2)
    expect(await titles()).toContain('The fountains of Velmora')
    const article = await told.tested.openPage(address)
    try {
      await waitForSidebar(article)
      const { reading } = await loadView(told.tested, address)
      expect(reading.dossier?.id).toBe('fountains')
    } finally {
      await article.close()
      await page.bringToFront()
    }
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, %s; pictures at two widths', async scheme => {
    await told.tested.setColorScheme(page, scheme)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details')) fold.open = true
    })
    for (const width of [1280, 400]) {
      await page.setViewport({ width, height: 900 })
      expect(await findDrawnFaults(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.screenshot({
        path: `${shots}${told.tested.name}-dossiers-${width}-${scheme}.png`,
        fullPage: true,
      })
    }
    await page.setViewport({ width: 1280, height: 900 })
  })

  it('a selection leaves as a dossier that comes in beside the one that it is of', async () => {
    const { text } = await savedBy(page, async () => {
      await page.type('.selection-form input[type=text]', 'Dry fountains')
      await clickRole(page, 'checkbox', 'Do the fountains run dry?')
      await clickRole(page, 'button', shown('dossiers_selectSave'))
    })
    expect(await status()).toContain('dry-fountains.json')
    await askExtension(told.tested, 'file/import', { text })
    await waitUntil('it is listed', async () => (await titles()).includes('Dry fountains'))
    expect(await listed()).toEqual(['dry-fountains', 'fountains', starter])
  })

  it('is saved whole, removed after a second word, and the starter stays away until it is asked for', async () => {
    const title = (await titles()).find(each => each !== null && !/ountains/.test(each)) ?? ''
    const { text } = await savedBy(page, () => clickRole(page, 'button', shown('dossiers_saveOf', title)))
    expect(JSON.parse(text).claims).toHaveLength(660)
    for (const each of await titles()) {
      await clickRole(page, 'button', shown('dossiers_removeOf', each ?? ''))
      await clickRole(page, 'button', shown('dossiers_removeNow'))
      await waitUntil('it is gone', async () => !(await titles()).includes(each))
    }
    expect(await listed()).toEqual([])
    await told.tested.stopWorker()
    expect(await listed()).toEqual([])
    const article = await told.tested.openPage(address)
    await staysFalse('the sidebar stands', () => findSidebar(article))
    await article.close()
    await page.bringToFront()
    await clickRole(page, 'button', shown('dossiers_restore'))
    await waitUntil('it is back', async () => (await titles()).includes(title))
    expect(await listed()).toEqual([starter])
  })
})
