import { readFileSync } from 'node:fs'
import type { Browser, Target } from 'puppeteer-core'
import { afterAll, describe, expect, it } from 'vitest'
import { modelFiles } from '../../utils/inference/model-files'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { hasShared, shared } from '../support/shared'
import { type Story, startStory } from '../support/start-story'
import { chooseFile, readBar, waitForEnd } from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import { writeVolumeFile } from '../support/write-volume-file'
import { median, round1, writeBenchFigures } from './bench-figures'

const figures: Record<string, number> = {}

/** 64 sentences of news, in own words: those the model is measured on, or invented ones of the same length. */
const sentences: string[] = hasShared
  ? readFileSync(shared('model/dev.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 64)
      .map(line => JSON.parse(line).sentence)
  : Array.from(
      { length: 64 },
      (_, at) =>
        `Technicians of the palace replace handset number ${at} every month, according to three officials who know of it and would not be named.`,
    )

afterAll(() => writeBenchFigures('reading-model', figures))

/**
 * Resident memory of all the browser's renderers, in MB: the extension's is one of them, and the one that changes. CDP
 * counts WebAssembly's memory in no figure of the worker's own.
 */
async function measureRenderers(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]))
  return pages.reduce((sum, each) => sum + each * 4096, 0) / 1e6
}

/** Objects, and buffers outside the heap, that the background holds, in MB. */
async function measureHeap(browser: Browser, origin: string) {
  const isOurs = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(origin)
  const target = await waitUntil('the worker runs', () => browser.targets().find(isOurs))
  const session = await target.createCDPSession()
  try {
    await session.send('HeapProfiler.collectGarbage')
    const usage = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number
      backingStorageSize: number
    }
    return { heap: usage.usedSize / 1e6, buffers: usage.backingStorageSize / 1e6 }
  } finally {
    await session.detach()
  }
}

describe.each(browsers)('the reading model in $browser', ({ browser, launch }) => {
  let story: Story
  afterAll(() => story?.end())

  /** Reads in a background that was stopped before; gives its own times. */
  async function check(wanted: readonly string[]) {
    const { outcome } = await askExtension(story.tested, 'model/check', { sentences: [...wanted] })
    if (outcome.is !== 'ready') throw new Error(JSON.stringify(outcome))
    return outcome
  }

  it('starts, cold and warm, and reads', async () => {
    story = await startStory(launch, { isWithoutSample: true, sites: [] })
    const cold = await check(sentences.slice(0, 1))
    figures[`${browser}: first sentence in a fresh profile, ms`] = round1(cold.startMs)
    await story.tested.stopWorker()
    const again = await check(sentences.slice(0, 1))
    figures[`${browser}: first sentence in a worker started anew, ms`] = round1(again.startMs)
    const rest = await check(sentences)
    figures[`${browser}: first sentence where it stands ready, ms`] = round1(rest.startMs)
    figures[`${browser}: a sentence, mean of ${sentences.length - 1}, ms`] = round1(rest.sentenceMs)
    expect(again.digest).toBe(cold.digest)
    expect(rest.startMs).toBeLessThan(again.startMs)
  })

  it('reads its files, and checks that they are as they were built', async () => {
    const page = await story.tested.openExtensionPage('welcome.html')
    const { readMs, digestMs, bytes } = await page.evaluate(
      async paths => {
        const startMs = performance.now()
        const files = await Promise.all(paths.map(async path => (await fetch(path)).arrayBuffer()))
        const middleMs = performance.now()
        for (const file of files) await crypto.subtle.digest('SHA-256', file)
        return {
          readMs: middleMs - startMs,
          digestMs: performance.now() - middleMs,
          bytes: files.reduce((sum, { byteLength }) => sum + byteLength, 0),
        }
      },
      Object.values(modelFiles).map(({ path }) => path),
    )
    await page.close()
    expect(bytes).toBeGreaterThan(38_000_000)
    figures[`${browser}: reading the files, 38 MB, ms`] = round1(readMs)
    figures[`${browser}: checking their SHA-256, ms`] = round1(digestMs)
  })

  it('takes 500 sentences, and another message is answered meanwhile', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `No. ${at}`)
    let isDone = false
    const reading = check(many).finally(() => {
      isDone = true
    })
    const times: number[] = []
    while (!isDone) {
      const page = await story.tested.openExtensionPage('welcome.html')
      const tookMs = await page.evaluate(async () => {
        const startMs = performance.now()
        await chrome.runtime.sendMessage({ sidelight: 1, name: 'settings/load', request: {} })
        return performance.now() - startMs
      })
      await page.close()
      times.push(tookMs)
    }
    const { sentenceMs } = await reading
    figures[`${browser}: a sentence of three pieces, mean of 500, ms`] = round1(sentenceMs)
    figures[`${browser}: an answer to another message while it reads, median, ms`] = round1(median(times))
    figures[`${browser}: an answer to another message while it reads, slowest, ms`] = round1(
      Math.max(...times),
    )
    expect(times.length).toBeGreaterThan(2)
  })
})

describe.each(browsers)('the claims of a dossier that comes in, in $browser', ({ browser, launch }) => {
  it('are read so many a second', async () => {
    const story = await startStory(launch, { isWithoutSample: true, sites: [] })
    const file = writeVolumeFile({ claims: 600 })
    try {
      const options = await story.tested.openExtensionPage('options.html')
      const words = /comparison: (\d+) of 600/
      const readDone = async () =>
        Number(words.exec(await options.evaluate(() => document.body.textContent ?? ''))?.[1] ?? 0)
      await chooseFile(options, file.path)
      await waitForEnd(options, 30_000)
      const before = await waitUntil('they are being read', readDone, 30_000)
      const startMs = performance.now()
      await waitUntil('all are read', async () => (await readBar(options)) === null, 120_000)
      const tookMs = performance.now() - startMs
      figures[`${browser}: claims read each second when a dossier comes in`] = round1(
        (600 - before) / (tookMs / 1000),
      )
      expect(tookMs).toBeGreaterThan(600)
    } finally {
      file.remove()
      await story.end()
    }
  })
})

const [chromium] = browsers.filter(({ browser }) => browser === 'Chromium')

describe.skipIf(!chromium)('what it holds in Chromium', () => {
  it('is nothing before the first sentence, and no second copy of its files after', async () => {
    if (!chromium) return
    const story = await startStory(chromium.launch, { isWithoutSample: true, sites: [] })
    try {
      const { browser, origin } = story.tested as typeof story.tested & { browser: Browser }
      const measure = async () => ({
        ...(await measureHeap(browser, origin)),
        renderers: await measureRenderers(browser),
      })
      await askExtension(story.tested, 'settings/load', {})
      const before = await measure()
      await askExtension(story.tested, 'model/check', { sentences })
      const ready = await measure()
      await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
      const released = await measure()
      await story.tested.stopWorker()
      const stopped = await measureRenderers(browser)
      figures['Chromium: background without the model, heap, MB'] = round1(before.heap)
      figures['Chromium: with the model, heap, MB'] = round1(ready.heap)
      figures['Chromium: with the model, other buffers, MB'] = round1(ready.buffers)
      figures['Chromium: resident memory the model adds, MB'] = round1(ready.renderers - before.renderers)
      figures['Chromium: the same after it was let go, MB'] = round1(released.renderers - before.renderers)
      figures['Chromium: the same after the worker ended, MB'] = round1(stopped - before.renderers)
      expect(ready.renderers - before.renderers).toBeGreaterThan(23)
      // Neither the runtime's bytes nor the model's are held a second time.
      expect(ready.buffers).toBeLessThan(14)
      expect(stopped).toBeLessThan(ready.renderers)
    } finally {
      await story.end()
    }
  })
})
