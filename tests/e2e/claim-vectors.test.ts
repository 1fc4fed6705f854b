import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { clickRole } from '../support/find-role'
import { readSampleDossier } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { chooseFile, dismissAll, readBar, saysTaken, waitForEnd } from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import { type VolumeFile, writeVolumeFile } from '../support/write-volume-file'
import '../support/webextension-api'

const starter = 'presidential-phone-security'
const endMs = 50_000

/** What is on file of each dossier: how many claims have a vector, and whether those are all. */
const readVectors = (page: Page): Promise<Record<string, { claims: number; isDone: boolean }>> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('sidelight'))
    const tables = database.transaction(['claimVectors', 'vectorStamps'])
    const [blocks, stamps] = await Promise.all([
      done(tables.objectStore('claimVectors').getAll()),
      done(tables.objectStore('vectorStamps').getAllKeys()),
    ])
    database.close()
    const found: Record<string, { claims: number; isDone: boolean }> = {}
    for (const { dossier, data } of blocks) {
      const claims = (found[dossier]?.claims ?? 0) + data.claims.length
      found[dossier] = { claims, isDone: stamps.includes(dossier) }
    }
    return found
  })

describe.each(browsers)('claims are read for comparison in $browser', ({ launch }) => {
  let story: Story
  let options: Page
  const files: VolumeFile[] = []
  beforeAll(async () => {
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
    options = await story.tested.openExtensionPage('options.html')
  })
  afterAll(async () => {
    await story?.end()
    for (const file of files) file.remove()
  })

  /** Chooses a file with so many claims, and waits until that is in. */
  async function takeIn(id: string, claims: number): Promise<void> {
    const file = writeVolumeFile({ id, claims })
    files.push(file)
    await dismissAll(options)
    await chooseFile(options, file.path)
    expect(saysTaken(await waitForEnd(options, endMs))).toBe(true)
  }
  const vectorsOf = async (id: string) => (await readVectors(options))[id]
  const waitForAll = (id: string) =>
    waitUntil(`all of ${id} are read`, async () => (await vectorsOf(id))?.isDone, endMs)
  const hear = () => options.evaluate(() => document.querySelector('.file-bar')?.textContent ?? '')

  it('not those of the package: their vectors come with it', async () => {
    const [info] = await askExtension(story.tested, 'dossier/list', {})
    expect(await readVectors(options)).toEqual({ [starter]: { claims: info?.claimCount, isDone: true } })
  })

  it('when a dossier comes in, which is on file before and shows how far it is', async () => {
    await takeIn('first', 200)
    const told = await waitUntil('it is told', hear)
    expect(told).toMatch(/Reading claims for comparison: \d+ of 200/)
    expect((await askExtension(story.tested, 'dossier/list', {})).map(({ id }) => id)).toContain('first')
    const seen = new Set<number>()
    await waitUntil(
      'it ends',
      async () => {
        const bar = await readBar(options)
        seen.add(bar ?? 100)
        return bar === null
      },
      endMs,
    )
    expect(seen.size).toBeGreaterThan(3)
    expect(await vectorsOf('first')).toEqual({ claims: 200, isDone: true })
  })

  it('also where nobody waits for it', async () => {
    await takeIn('second', 60)
    await waitUntil('it is told', hear)
    await clickRole(options, 'button', shown('shared_leave'))
    await waitUntil('it is told no more', async () => (await readBar(options)) === null)
    await waitForAll('second')
  })

  it('and go on where they were when the background was stopped', async () => {
    await takeIn('third', 300)
    await waitUntil('some are kept', async () => ((await vectorsOf('third'))?.claims ?? 0) >= 128, endMs)
    await story.tested.stopWorker()
    await waitUntil('the page waits no more', async () => (await readBar(options)) === null)
    const broken = await vectorsOf('third')
    expect(broken?.isDone).toBe(false)
    // The next file brings both.
    await askExtension(story.tested, 'file/import', { text: readSampleDossier() })
    await waitForAll('third')
    expect((await vectorsOf('third'))?.claims).toBe(300)
  })

  it('not where the model is switched off, until it is on again', async () => {
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
    await takeIn('fourth', 30)
    expect(await readBar(options)).toBeNull()
    await new Promise(resolve => setTimeout(resolve, 1_500))
    expect(await vectorsOf('fourth')).toBeUndefined()
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: true } })
    await waitForAll('fourth')
  })
})
