import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askExtension, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { makeHighlight } from '../support/make-dossier'
import { readSampleDossier } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import {
  answer,
  chooseFile,
  dismissAll,
  readBar,
  readStage,
  saysTaken,
  waitForEnd,
  waitForPreview,
} from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import { type VolumeFile, writeVolumeFile } from '../support/write-volume-file'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))
const endMs = 50_000
const markup = '<img src=x onerror="document.title=\'broken in\'"><b>bold</b>'

type Loose = ReturnType<typeof JSON.parse>
const changed = (change: (dossier: Loose) => void, version = 2): string => {
  const dossier = JSON.parse(readSampleDossier())
  dossier.version = version
  change(dossier)
  return JSON.stringify(dossier)
}

/** What is refused, and by which words. */
const refusals: [string, () => string | Uint8Array, string][] = [
  ['empty', () => '', 'the file is empty'],
  ['cut in half', () => readSampleDossier().slice(0, 9_000), 'the file ends'],
  ['in UTF-16', () => new Uint8Array(Buffer.from(`\uFEFF${readSampleDossier()}`, 'utf16le')), 'UTF-16'],
  [
    'nested 10,000 deep',
    () => changed(d => (d.summary = 'DEEP')).replace('"DEEP"', '['.repeat(10_000)),
    'nested more than 64 deep',
  ],
  ['with a claim’s id twice', () => changed(d => (d.claims[2].id = d.claims[0].id)), 'claims[2].id'],
  ['with an article’s id twice', () => changed(d => (d.articles[1].id = d.articles[0].id)), 'articles[1].id'],
  [
    'with claims that are each other’s articles',
    () =>
      changed(d => {
        d.claims[0].article = d.claims[1].id
        d.claims[1].article = d.claims[0].id
      }),
    'claims[0].article',
  ],
  ['of no day', () => changed(d => (d.articles[0].published = '2025-13-45')), 'articles[0].published'],
  ['older than what is on file', () => changed(() => {}, 0), 'version'],
]

describe.each(browsers)('files on their way in, in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-arrivals-'))
  const volumes: VolumeFile[] = []
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1280, height: 900 } })
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
    page = await story.tested.openExtensionPage('library.html')
    mkdirSync(shots, { recursive: true })
  })
  // What one story left waiting is in no other's way.
  beforeEach(() => dismissAll(page))
  afterAll(async () => {
    await story?.end()
    for (const file of volumes) file.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const text = () => page.evaluate(() => document.querySelector('.arrivals')?.textContent ?? '')
  const listDossiers = () => askExtension(story.tested, 'dossier/list', {})
  const rowOf = (label: string) =>
    page.evaluate(name => {
      const rows = [...document.querySelectorAll('.changes tbody tr')]
      const row = rows.find(each => each.querySelector('th')?.textContent === name)
      return [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)
    }, label)
  /** In both sizes and colours. */
  async function photograph(name: string): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      for (const width of [1280, 400]) {
        await page.setViewport({ width, height: 900 })
        expect(await findDrawnFaults(page)).toEqual([])
        await page.screenshot({
          path: `${shots}${name}-${story.tested.name}-${width}-${scheme}.png` as `${string}.png`,
        })
      }
    }
    await story.tested.setColorScheme(page, 'light')
    await page.setViewport({ width: 1280, height: 900 })
  }

  it('a dossier shows what it would change, by number and name, and changes it when that is wanted', async () => {
    const [before] = (await listDossiers()).filter(({ id }) => id !== 'presidential-phone-security')
    const gone = JSON.parse(readSampleDossier()).claims[0].statement as string
    const newer = changed(d => {
      d.claims.shift()
      d.claims[0].statement = `${markup} he said.`
      d.questions[0].text = `${markup}?`
    })
    await chooseFile(page, put('newer.json', newer))
    await waitForPreview(page, endMs)
    expect(await rowOf(shown('arrivals_claims'))).toEqual([
      '0',
      '1',
      '1',
      String((before?.claimCount ?? 0) - 2),
    ])
    expect(await rowOf(shown('arrivals_questions'))).toEqual([
      '0',
      '1',
      '0',
      String((before?.questionCount ?? 0) - 1),
    ])
    expect(await text()).toContain(shown('arrivals_replaces', '2', '1'))
    expect(await text()).toContain(gone)
    // Markup is text like any other.
    expect(await text()).toContain(`${markup} he said.`)
    expect(
      await page.evaluate(() => [
        document.title,
        document.querySelectorAll('.arrivals img, .preview li b').length,
      ]),
    ).toEqual([expect.not.stringContaining('broken in'), 0])
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('.named')) fold.setAttribute('open', '')
    })
    await photograph('preview')
    expect((await listDossiers()).find(({ id }) => id === before?.id)?.version).toBe(1)

    await page.close()
    page = await story.tested.openExtensionPage('library.html')
    await waitForPreview(page, endMs)
    await answer(page, 'take')
    await waitUntil('it is in', async () => saysTaken((await readStage(page)) ?? ''), endMs)
    expect((await listDossiers()).find(({ id }) => id === before?.id)?.version).toBe(2)
    // What came of it waits for the next page too.
    await page.close()
    page = await story.tested.openExtensionPage('options.html')
    await waitUntil('it is told there', async () => saysTaken((await readStage(page)) ?? ''))
    await page.close()
    page = await story.tested.openExtensionPage('library.html')
    await waitUntil('it is told there too', async () => saysTaken((await readStage(page)) ?? ''))
    await dismissAll(page)
    // The same once more brings nothing.
    await chooseFile(page, put('again.json', newer))
    expect(await waitForEnd(page, endMs)).toBe(shown('arrivals_nothingNew'))
  })

  it('a backup shows what it would bring; taken in twice it brings nothing more', async () => {
    const { text: empty } = await askExtension(story.tested, 'backup/export', {})
    const highlights = Array.from({ length: 3 }, (_, n) =>
      makeHighlight(`kept-${n}`, { note: markup, tags: ['palace'] }),
    )
    const backup = JSON.parse(empty)
    backup.highlights = highlights
    backup.settings.sureness = 'fewer'
    const path = put('backup.json', `\uFEFF${JSON.stringify(backup)}`)
    await chooseFile(page, path)
    await waitForPreview(page, endMs)
    expect(await rowOf(shown('arrivals_highlights'))).toEqual(['3', '0', '0'])
    expect(await text()).toContain(shown('arrivals_settingSureness'))
    expect(await listHighlights(story.tested)).toEqual([])
    expect(saysTaken(await waitForEnd(page, endMs))).toBe(true)
    const kept = await listHighlights(story.tested)
    expect(kept).toHaveLength(3)
    await dismissAll(page)
    await chooseFile(page, path)
    expect(await waitForEnd(page, endMs)).toBe(shown('arrivals_nothingNew'))
    expect(await listHighlights(story.tested)).toEqual(kept)
  })

  it('several may be dropped, and come one after the other', async () => {
    await page.evaluate(
      files => {
        const data = new DataTransfer()
        for (const [name, content] of files) data.items.add(new File([content], name))
        const fire = (type: string) =>
          document.body.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
          )
        fire('dragover')
        Object.assign(window, { dropped: data, fire })
      },
      [
        ['one.json', changed(d => (d.claims[1].statement = 'Said anew.'), 3)],
        ['two.json', '{"format":"opml"}'],
      ] as [string, string][],
    )
    await waitUntil('it is shown that files may be dropped', () =>
      page.evaluate(() => document.querySelector('.drop-zone') !== null),
    )
    await page.evaluate(() => (window as unknown as { fire: (type: string) => void }).fire('drop'))
    await waitUntil('the second waits', async () => (await readStage(page)) === shown('arrivals_waiting'))
    await waitUntil('the first is shown', () =>
      page.evaluate(() => document.querySelector('.arrival-answer') !== null),
    )
    await page.evaluate(() => {
      const leave = [...document.querySelectorAll('.arrival-answer button')].at(-1)
      if (leave instanceof HTMLElement) leave.click()
    })
    expect(await waitForEnd(page, endMs)).toBe(shown('arrivals_refused'))
    expect(await text()).toContain('format')
    await dismissAll(page)
  })

  it.each(refusals)('a file is refused that is %s', async (name, content, words) => {
    const before = await listDossiers()
    await chooseFile(page, put(`${name}.json`, content()))
    expect(await waitForEnd(page, endMs)).toBe(shown('arrivals_refused'))
    expect(await text()).toContain(words)
    await dismissAll(page)
    expect(await listDossiers()).toEqual(before)
  })

  it('a file with `__proto__` among its fields leaves nothing of it', async () => {
    const proto = changed(() => {}, 4).replace('{', '{"__proto__":{"isPaused":true,"polluted":1},')
    await chooseFile(page, put('proto.json', proto))
    await waitForPreview(page, endMs)
    await answer(page, 'leave')
    await waitUntil('it is gone', async () => (await readStage(page)) === null)
    const polluted = await story.tested.evaluateInBackground(() => 'polluted' in {})
    expect(polluted).toBe(false)
  })

  it('500 MB that are broken at their end are refused, and can be stopped before', async () => {
    const file = writeVolumeFile({ claims: 20_000, id: 'padded' })
    volumes.push(file)
    const { appendFileSync, readFileSync, truncateSync } = await import('node:fs')
    const whole = readFileSync(file.path)
    truncateSync(file.path, whole.lastIndexOf('}'))
    const spaces = Buffer.alloc(10_000_000, ' ')
    for (let size = whole.length; size < 500_000_000; size += spaces.length) appendFileSync(file.path, spaces)
    appendFileSync(file.path, '?')
    const before = await listDossiers()
    await chooseFile(page, file.path)
    await waitUntil('it is on its way', async () => ((await readBar(page)) ?? 0) > 1, endMs)
    await photograph('progress')
    expect(await waitForEnd(page, 150_000)).toBe(shown('arrivals_refused'))
    expect(await text()).toMatch(/line \d+, column \d+/)
    await dismissAll(page)
    expect(await listDossiers()).toEqual(before)

    await chooseFile(page, file.path)
    await waitUntil('it is on its way', async () => ((await readBar(page)) ?? 0) > 1, endMs)
    await page.evaluate(() => {
      const stop = document.querySelector('.file-bar button')
      if (stop instanceof HTMLElement) stop.click()
    })
    expect(await waitForEnd(page, endMs)).toBe(shown('failure_cancelled'))
    await dismissAll(page)
    expect(await listDossiers()).toEqual(before)
  }, 300_000)
})
