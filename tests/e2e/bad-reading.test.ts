import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReading, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { countReadings, readingsAtRest } from '../support/count-readings'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import {
  machineReadAddress,
  machineReadHtml,
  makeLongStory,
  makeMachineReadHtml,
  telling,
} from '../support/machine-read-page'
import { isClaimMarked, readPainted } from '../support/marks'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

/** What nobody should write, and somebody does. */
const odd: Record<string, string[]> = {
  'a sentence of 10,000 words': [`The phone ${'rang and rang '.repeat(3_333)}all night.`],
  'a sentence of one word without an end': ['phone'.repeat(10_000)],
  'sentences of no words': ['… — !!!', '. . . ? ? ?', '\u200b\u200b', '½ ¼ 。。。', '🙂🙂 🙃'],
  'emoji, and text that runs both ways': [
    'The 📱 of the 👩‍👩‍👧 was 🔒, said שלום \u202egnihton\u202c of 北京.',
    'قال إن هاتف الرئيس ليس آمنا، ثم سكت.',
    '\u2067The president’s phone was tapped, \u2066they say\u2069 in the dark.',
    'Z̷a̸l̵g̶o̷ phoned the president 📞📞📞!',
  ],
}

/** What is not as the server gave it, our own element left out, and what the extension's scripts threw there. */
async function openWatched(story: Story, address: string) {
  const page = await story.tested.openPage('about:blank')
  const errors: string[] = []
  page.on('pageerror', error => errors.push(`${error} ${error instanceof Error ? error.stack : ''}`))
  await page.goto(address)
  const readHarm = async (html: string) => ({
    errors,
    isHarmed: await page.evaluate(served => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement
      for (const child of [...copy.children])
        if (child.tagName !== 'HEAD' && child.tagName !== 'BODY') child.remove()
      return copy.outerHTML !== new DOMParser().parseFromString(served, 'text/html').documentElement.outerHTML
    }, html),
  })
  return { page, readHarm }
}
const noHarm = { errors: [], isHarmed: false }

const isSaid = async (page: Page, ...words: string[]) => {
  const sidebar = await waitForSidebar(page)
  return waitUntil('the sidebar says so', async () => {
    const text = await textOf(sidebar)
    return words.every(each => text.includes(each))
  })
}

describe.each(browsers)('an article that is hardly one in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  it.each(Object.entries(odd))('with %s is read, and what can be is marked', async (name, paragraphs) => {
    const address = `${machineReadAddress}-${name.replaceAll(/\W+/g, '-')}`
    const html = makeMachineReadHtml(paragraphs)
    story.server.put(address, html)
    const { page, readHarm } = await openWatched(story, address)
    const { claims } = await loadReading(story.tested, address, 'done')
    expect(claims.map(({ text }) => text)).toEqual(expect.arrayContaining(Object.values(telling)))
    await waitUntil('it is marked', () => isClaimMarked(page, telling.two))
    await isSaid(page, shown('sidebar_modelDone'), telling.two)
    expect(await readHarm(html)).toEqual(noHarm)
    await page.close()
  })

  it('of 2,000 sentences is marked from the first on, and read no further when it is left', async () => {
    const address = `${machineReadAddress}-without-end`
    const html = makeLongStory(2_000)
    story.server.put(address, html)
    const before = await countReadings(story.tested)
    const { page, readHarm } = await openWatched(story, address)
    await waitUntil('what it says first is marked', () => isClaimMarked(page, telling.ordinary), 30_000)
    expect((await loadView(story.tested, address)).reading.modelUse).toMatchObject({
      is: 'reading',
      of: expect.toSatisfy((of: number) => of >= 2_000),
    })
    await isSaid(page, telling.ordinary)
    expect(await readHarm(html)).toEqual(noHarm)
    await page.goto('about:blank')
    expect((await readingsAtRest(story.tested)) - before).toBeLessThan(1_000)
    await page.close()
  })
})

describe.each(browsers)('an article in $browser where the model', ({ launch }) => {
  it.each([
    ['is missing', rmSync],
    ['is altered', (path: string) => appendFileSync(path, ' ')],
  ])('%s is compared by its words, and that is said', async (_, alter) => {
    const story = await startStory(launch, {
      isWithoutSample: true,
      viewport: { width: 1400, height: 900 },
      alterExtension: folder => alter(join(folder, 'model', 'reader.onnx')),
    })
    try {
      story.server.put(machineReadAddress, machineReadHtml)
      const { page, readHarm } = await openWatched(story, machineReadAddress)
      const { modelUse, claims, sentences } = await loadReading(story.tested, machineReadAddress, 'failed')
      expect(modelUse).toMatchObject({ failure: { kind: 'model-damaged' } })
      expect(claims).toEqual([])
      expect(sentences.length).toBeGreaterThan(0)
      await waitUntil('its sentences are marked by their words', async () => {
        const painted = new Set((await readPainted(page)).map(({ text }) => text))
        return sentences.every(({ text }) => painted.has(text))
      })
      await isSaid(page, shown('failure_modelDamaged'), shown('sidebar_modelByWords'))
      expect(await readHarm(machineReadHtml)).toEqual(noHarm)
    } finally {
      await story.end()
    }
  })
})
