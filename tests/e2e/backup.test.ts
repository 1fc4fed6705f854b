import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackupPlan } from '../../utils/model/backup-plan'
import { asHighlightId } from '../../utils/model/ids'
import { askExtension, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole, findRole } from '../support/find-role'
import { waitForSidebar } from '../support/find-sidebar'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { chooseFile, dismissAll, saysTaken, waitForEnd } from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import '../support/webextension-api'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))
const day = 86_400_000

/** A profile with something of every kind that is a reader's own. */
function makeBackup(empty: string): string {
  const highlights = Array.from({ length: 1_200 }, (_, n) => {
    const exact = `The telephone of the palace was replaced for the time number ${n}, an aide said.`
    return {
      id: `kept-${n}`,
      addresses: [`https://post.example/story-${n % 7}`],
      title: `What the palace says, part ${n % 7} <b>“ä”</b>`,
      outlet: 'Harbour Post',
      selectors: [
        { type: 'TextQuoteSelector', exact, prefix: 'before ', suffix: ' after' },
        { type: 'TextPositionSelector', start: n * 200, end: n * 200 + exact.length },
      ],
      note: n % 5 ? '' : 'Ask who said so first.\nThen call.',
      tags: n % 3 ? [] : ['palace', 'phones'],
      colour: 'green',
      // Many of one time: their order in the file is that of their ids.
      createdMs: Date.UTC(2031, 4, 1) - Math.floor(n / 40) * 60_000,
      modifiedMs: Date.UTC(2031, 4, 1),
      anchoredMs: Date.UTC(2031, 4, 1),
      pageModified: null,
    }
  })
  const before = JSON.parse(empty)
  return JSON.stringify({
    ...before,
    highlights,
    pairVerdicts: [{ a: 'one', b: 'two', question: 'q', atMs: 5 }],
    readerClaims: [
      {
        id: 'reader:1',
        addresses: ['https://post.example/story-1'],
        title: 'What the palace says',
        outlet: 'Harbour Post',
        published: '2031-05-01',
        locator: { words: 9, hash: '0123456789abcdef' },
        statement: 'The palace says no.',
        dossier: 'tarn-phones',
        question: 'exchanged',
        position: 'no',
        subject: 'Arvenia',
        createdMs: 7,
        modifiedMs: 7,
      },
    ],
    settings: { ...before.settings, sureness: 'fewer', offHosts: ['shop.example'] },
  })
}

/** All but when it was written: that alone differs between two backups of the same things. */
const contentOf = (text: string): string => text.replace(/"exportedAt": "[^"]+"/, '')

describe.each(browsers)('backup in $browser', ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'))
  let story: Story
  let page: Page
  let saved = ''
  beforeAll(async () => {
    story = await startStory(launch, {
      sites: [],
      isWithoutSample: true,
      downloadFolder: folder,
      viewport: { width: 1280, height: 900 },
    })
    await askExtension(story.tested, 'file/import', { text: makeBackup(await readNow()) })
    page = await story.tested.openExtensionPage('library.html#data')
    mkdirSync(shots, { recursive: true })
  })
  afterAll(async () => {
    await story?.end()
    rmSync(folder, { recursive: true })
  })

  const readNow = async () => (await askExtension(story.tested, 'backup/export', {})).text
  const said = () =>
    page.evaluate(() => document.querySelector('.data-view > [role=status]')?.textContent ?? '')
  const press = (name: Parameters<typeof shown>[0], ...values: string[]) =>
    clickRole(page, 'button', shown(name, ...values))
  const has = (words: string) =>
    waitUntil(`it says: ${words}`, () =>
      page.evaluate(
        wanted => document.querySelector('.data-view')?.textContent?.includes(wanted) ?? false,
        words,
      ),
    )
  const loadPlan = async () => (await askExtension(story.tested, 'backup/status', {})).plan
  const grantedPermissions = () =>
    page.evaluate(async () => (await chrome.permissions.getAll()).permissions ?? [])
  const listWritten = () =>
    existsSync(join(folder, 'Sidelight')) ? readdirSync(join(folder, 'Sidelight')).toSorted() : []
  const readWritten = (name: string) => readFileSync(join(folder, 'Sidelight', name), 'utf8')

  /** What the background remembers of backups, as a later day would find it. */
  async function changePlan(change: (plan: BackupPlan) => BackupPlan): Promise<void> {
    const key = 'backup-plan'
    const stored = await page.evaluate(async name => chrome.storage.local.get(name), key)
    const plan = change(stored[key] as BackupPlan)
    await page.evaluate(async (name, value) => chrome.storage.local.set({ [name]: value }), key, plan)
  }

  /** Days go by: what the plan remembers happened so much earlier. Something is changed. */
  async function letDaysPass(days: number): Promise<void> {
    const [first] = await listHighlights(story.tested)
    if (!first) throw new Error('no highlight')
    await changePlan(plan => ({
      ...plan,
      files: plan.files.map(file => ({ ...file, atMs: file.atMs - days * day })),
    }))
    await askExtension(story.tested, 'highlight/change', {
      highlight: asHighlightId(first.id),
      change: { note: `${first.note}.` },
      seen: { note: first.note },
    })
  }

  it('is written as one file by the library, with the same content as is on file', async () => {
    await press('data_save')
    const name = await waitUntil('the file is there', () =>
      readdirSync(folder).find(each => /^sidelight-backup-\d{4}-\d\d-\d\d\.json$/.test(each)),
    )
    await waitUntil('it is whole', () => readFileSync(join(folder, name), 'utf8').endsWith('}\n'))
    saved = join(folder, name)
    const text = readFileSync(saved, 'utf8')
    expect(contentOf(text)).toBe(contentOf(await readNow()))
    expect(JSON.parse(text).highlights).toHaveLength(1_200)
    await waitUntil('it is noted', async () => (await loadPlan()).savedMs)
    expect((await loadPlan()).changedSinceMs).toBeNull()
  })

  it('brings all back after everything was deleted, byte for byte', async () => {
    const before = contentOf(await readNow())
    await press('data_deleteAsk')
    expect(await findDrawnFaults(page)).toEqual([])
    await page.screenshot({ path: `${shots}${story.tested.name}-library-data-delete.png`, fullPage: true })
    await press('data_deleteNow')
    await waitUntil('it says so', async () => (await said()) === shown('data_deleted'), 60_000)
    const empty = JSON.parse(await readNow())
    expect([empty.highlights, empty.pairVerdicts, empty.readerClaims]).toEqual([[], [], []])
    expect(empty.settings).toMatchObject({ sureness: 'even', offHosts: [] })
    expect(empty.dossiers).toMatchObject([{ id: 'presidential-phone-security' }])
    expect(await askExtension(story.tested, 'journal/list', {})).toEqual([])
    await chooseFile(page, saved)
    expect(saysTaken(await waitForEnd(page, 60_000))).toBe(true)
    await dismissAll(page)
    await waitUntil('it is in', async () => (await listHighlights(story.tested)).length === 1_200, 60_000)
    expect(contentOf(await readNow())).toBe(before)
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, %s; pictures at two widths', async scheme => {
    await story.tested.setColorScheme(page, scheme)
    for (const width of [1280, 400]) {
      await page.setViewport({ width, height: 900 })
      expect(await findDrawnFaults(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      await page.screenshot({
        path: `${shots}${story.tested.name}-library-data-${width}-${scheme}.png`,
        fullPage: true,
      })
    }
    await story.tested.setColorScheme(page, 'light')
    await page.setViewport({ width: 1280, height: 900 })
  })

  it('by itself is off at first, and asks for the downloads when it is turned on', async () => {
    expect(await grantedPermissions()).not.toContain('downloads')
    expect(listWritten()).toEqual([])
    await page.bringToFront()
    await press('data_turnOn')
    await story.tested.answerPrompt(true)
    const [name = ''] = await waitUntil('the first is written', () => {
      const names = listWritten()
      return names.length > 0 && names.every(each => each.endsWith('.json')) ? names : null
    })
    expect(await grantedPermissions()).toContain('downloads')
    await has(name)
    expect(contentOf(readWritten(name))).toBe(contentOf(await readNow()))
  })

  it('is written anew when days have passed and something changed, and three are kept', async () => {
    const [first = ''] = listWritten()
    const oldest = readWritten(first)
    for (const count of [2, 3]) {
      await letDaysPass(8)
      await waitUntil(`there are ${count}`, () => listWritten().length === count, 30_000)
    }
    const three = listWritten()
    await letDaysPass(8)
    await waitUntil('the oldest is gone', () => readWritten(first) !== oldest, 30_000)
    expect(listWritten()).toEqual(three)
    await waitUntil('it is noted', async () => (await loadPlan()).files.at(-1)?.name === first)
    expect(contentOf(readWritten(first))).toBe(contentOf(await readNow()))
    await waitUntil('all are listed', () =>
      page.evaluate(() => document.querySelectorAll('.written li').length === 3),
    )
  })

  it('says so when the permission was taken back, and asks for it anew', async () => {
    await page.evaluate(async () => void (await chrome.permissions.remove({ permissions: ['downloads'] })))
    await has(shown('data_downloadsRefused'))
    expect(await findDrawnFaults(page)).toEqual([])
    await page.screenshot({ path: `${shots}${story.tested.name}-library-data-failed.png`, fullPage: true })
    await page.evaluate(() => {
      location.hash = 'highlights'
    })
    await waitUntil('it is said in every view', () =>
      page.evaluate(
        words => document.querySelector('aside.care')?.textContent?.includes(words),
        shown('care_failed'),
      ),
    )
    await page.setViewport({ width: 400, height: 900 })
    await page.screenshot({ path: `${shots}${story.tested.name}-library-care-400.png` })
    await page.setViewport({ width: 1280, height: 900 })
    await clickRole(page, 'button', shown('care_open'))
    const isOver = new AbortController()
    const prompt = story.tested.answerPrompt(true, isOver.signal)
    await press('data_allowAgain')
    await waitUntil('it is well again', async () => (await loadPlan()).failure === null)
    isOver.abort()
    await prompt
    expect(await grantedPermissions()).toContain('downloads')
  })

  it('gives the permission back when it is turned off', async () => {
    await press('data_turnOff')
    await waitUntil('it is given back', async () => !(await grantedPermissions()).includes('downloads'))
    expect((await loadPlan()).failure).toBeNull()
  })

  it('is reminded of in the sidebar by one line, which is left for a while', async () => {
    await changePlan(plan => ({ ...plan, savedMs: Date.now() - 40 * day, changedSinceMs: Date.now() - day }))
    const article = await story.tested.openPage(mainAddress)
    await article.setViewport({ width: 1280, height: 900 })
    await story.tested.pressShortcut(article, 'toggle-sidebar')
    const sidebar = await waitForSidebar(article)
    const readLine = () =>
      sidebar.evaluate(() => document.querySelector('aside.care')?.textContent ?? '').catch(() => '')
    await waitUntil('it is said', async () => (await readLine()).includes(shown('care_old_other', '40')))
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await article.screenshot({ path: `${shots}${story.tested.name}-sidebar-care.png` })
    await clickRole(sidebar, 'button', shown('care_later'))
    await waitUntil('it is gone', async () => (await readLine()) === '')
    expect((await loadPlan()).quietUntilMs).toBeGreaterThan(Date.now() + 6 * day)
    await article.close()
  })

  it('goes into a folder that the reader chose, where the browser has such', async () => {
    const button = await findRole(page, 'button', shown('data_chooseFolder'))
    if (story.tested.name === 'firefox') return expect(button).toBeNull()
    expect(button).not.toBeNull()
    // The dialog is the system's own: a folder of the page's private files stands for the one that would be chosen.
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const handle = await root.getDirectoryHandle('safe', { create: true })
      const opening = indexedDB.open('sidelight')
      await new Promise<void>((resolve, reject) => {
        opening.onerror = reject
        opening.onsuccess = () => {
          const writing = opening.result.transaction('folders', 'readwrite')
          writing.objectStore('folders').put({ name: 'backup', handle })
          writing.oncomplete = () => resolve()
          writing.onerror = reject
        }
      })
      opening.result.close()
    })
    await askExtension(story.tested, 'backup/plan', { change: { everyDays: 1, folder: 'safe' } })
    const file = await waitUntil('it is written', async () => (await loadPlan()).files[0])
    const text = await page.evaluate(async name => {
      const root = await navigator.storage.getDirectory()
      const handle = await (await root.getDirectoryHandle('safe')).getFileHandle(name)
      return (await handle.getFile()).text()
    }, file.name)
    expect(contentOf(text)).toBe(contentOf(await readNow()))
    await has(shown('data_inFolder', 'safe'))
    expect(await grantedPermissions()).not.toContain('downloads')
  })
})
