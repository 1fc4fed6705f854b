import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole } from '../support/find-role'
import { waitForSidebar } from '../support/find-sidebar'
import { makeVolumeStory, volumeAddress, writeStoryPage } from '../support/make-volume-dossier'
import { readPainted } from '../support/marks'
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
import '../support/webextension-api'

const claims = 10_000
const endMs = 50_000

describe.each(browsers)('a large file in $browser', ({ launch }) => {
  let story: Story
  let options: Page
  let file: VolumeFile
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-files-'))
  beforeAll(async () => {
    file = writeVolumeFile({ claims })
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
    options = await story.tested.openExtensionPage('options.html')
  })
  afterAll(async () => {
    await story?.end()
    file?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const listIds = async () => (await askExtension(story.tested, 'dossier/list', {})).map(({ id }) => id)
  const starter = ['presidential-phone-security']
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const begin = async () => {
    await chooseFile(options, file.path)
    await waitUntil('it is on its way', async () => ((await readBar(options)) ?? 0) > 1, 20_000)
  }
  /** How many rows of dossiers the database has. */
  const countRows = () =>
    options.evaluate(async () => {
      const open = indexedDB.open('sidelight')
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await done(open)
      const tables = database.transaction(['leaves', 'sketches', 'storedArticles', 'directory', 'editions'])
      const counts = await Promise.all(
        [...tables.objectStoreNames].map(name => done(tables.objectStore(name).count())),
      )
      database.close()
      return counts.reduce((sum, count) => sum + count, 0)
    })

  it('leaves nothing when it is cancelled', async () => {
    const rows = await countRows()
    await begin()
    await clickRole(options, 'button', shown('shared_cancel'))
    expect(await waitForEnd(options, endMs)).toBe(shown('failure_cancelled'))
    expect(await readBar(options)).toBeNull()
    await dismissAll(options)
    expect(await listIds()).toEqual(starter)
    await waitUntil('what was staged is swept', async () => (await countRows()) === rows, 20_000)
  })

  it('begins anew when the background is stopped in the middle, with what was on file unchanged', async () => {
    const rows = await countRows()
    await begin()
    await story.tested.stopWorker()
    expect(await listIds()).toEqual(starter)
    await waitForPreview(options, endMs)
    expect(await listIds()).toEqual(starter)
    // It waits for the reader's word over another stop too, and nothing of it is cleared away.
    await story.tested.stopWorker()
    expect(await listIds()).toEqual(starter)
    expect(await readStage(options)).toBe(shown('arrivals_ready'))
    await answer(options, 'leave')
    await waitUntil('nothing of it is left', async () => (await countRows()) === rows, 20_000)
  })

  it('goes on when its page is closed, and is shown on the next', async () => {
    await begin()
    await options.close()
    options = await story.tested.openExtensionPage('library.html')
    await waitUntil(
      'it is shown where it is',
      async () => (await readBar(options)) ?? (await readStage(options)),
    )
    await waitForPreview(options, endMs)
    await answer(options, 'leave')
    await waitUntil('it is gone', async () => (await readStage(options)) === null)
    expect(await listIds()).toEqual(starter)
    await options.close()
    options = await story.tested.openExtensionPage('options.html')
  })

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'the file is empty'],
    ['cut in half', readSampleDossier().slice(0, 9_000), 'the file ends'],
    ['in UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'UTF-16'],
    ['no text', new Uint8Array([0x7b, 0x22, 0xc3, 0x28]), 'UTF-8'],
    ['nested too deep', `{"format":"dossier","claims":[${'['.repeat(5_000)}`, 'nested more than 64 deep'],
    ['of another format', '{"format":"opml"}', 'format'],
    [
      'with a broken claim',
      readSampleDossier().replace('"modality": "', '"modality": "x'),
      'claims[0].modality',
    ],
  ])('is refused where it is %s', async (name, content, words) => {
    await chooseFile(options, put(`${name}.json`, content))
    expect(await waitForEnd(options, endMs)).toBe(shown('arrivals_refused'))
    await waitUntil('the fault is named', () =>
      options.evaluate(wanted => document.body.innerText.includes(wanted), words),
    )
    await dismissAll(options)
    expect(await listIds()).toEqual(starter)
  })

  it('comes in with its progress shown, one at a time, and is found by an article', async () => {
    const number = 1_300
    const address = volumeAddress(number)
    story.server.put(address, { body: writeStoryPage(makeVolumeStory(number)) })
    await begin()
    const other = await story.tested.openExtensionPage('library.html')
    await chooseFile(other, put('second.json', readSampleDossier()))
    await waitUntil('the second waits', async () => (await readStage(other)) === shown('arrivals_waiting'))

    const seen = new Set<number>()
    await waitUntil(
      'it is shown',
      async () => {
        seen.add((await readBar(options)) ?? -1)
        return options.evaluate(() => document.querySelector('.arrival-answer') !== null)
      },
      endMs,
    )
    // Both pages show both, and either may say what becomes of them.
    await clickRole(other, 'button', shown('arrivals_take'))
    await waitUntil(
      'the second has its turn',
      async () => (await readStage(options)) === shown('arrivals_ready'),
      endMs,
    )
    const said = await options.evaluate(() => document.querySelector('.arrival-stage')?.textContent ?? '')
    expect(saysTaken(said), said).toBe(true)
    await answer(other, 'leave')
    await other.close()
    expect(seen.size).toBeGreaterThan(4)
    const [, volume] = await askExtension(story.tested, 'dossier/list', {})
    expect(volume).toMatchObject({ id: 'volume', claimCount: claims })

    const page = await story.tested.openPage(address)
    await waitForSidebar(page, 20_000)
    await waitUntil('its claims are marked', async () => (await readPainted(page)).length > 3)
    const { reading } = await loadView(story.tested, address)
    expect(reading.recognition).toEqual({ how: 'address', article: `volume-${number}` })
    expect(reading.claims.every(({ span }) => span !== null)).toBe(true)
    const sampled = reading.questions.flatMap(({ sample }) => sample ?? [])
    expect(sampled.length).toBeGreaterThan(0)
    for (const { read, of } of sampled) expect(read).toBeLessThan(of)
    // Elsewhere under another address its words tell.
    const mirror = 'http://mirror.example/copied'
    story.server.put(mirror, { body: writeStoryPage(makeVolumeStory(number)) })
    const copy = await story.tested.openPage(mirror)
    await waitForSidebar(copy, 20_000)
    const copied = await loadView(story.tested, mirror)
    expect(copied.reading.recognition).toMatchObject({ how: 'locators', article: `volume-${number}` })
    await page.close()
    await copy.close()
  })
})
