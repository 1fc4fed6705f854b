import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReadingModel } from '../../utils/inference/create-reading-model'
import { checkModel } from '../../utils/services/check-model'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readPainted } from '../support/marks'
import { createMemoryPorts } from '../support/memory-ports'
import { readModelFile } from '../support/node-model'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

/** Sentences of news, and all that is none. */
const sentences = [
  'Technicians replace the president’s phone every month, two officials said.',
  'Did anyone listen in on the chancellor’s calls? Nobody would say.',
  '',
  ' \u200b\n',
  '😀😀 👩‍👩‍👧 says: שלום \u202egnihton\u202c, 北京 ½',
  'unaffable '.repeat(10_000),
  '[SEP] [MASK] ##ing',
  '\ud83d without its other half',
]

/** Text of the options page, where the section stands in view. */
const readOptions = (page: Page) =>
  page.evaluate(heading => {
    const section = [...document.querySelectorAll('section')].find(
      each => each.querySelector('h2')?.textContent === heading,
    )
    section?.scrollIntoView()
    return section?.textContent ?? ''
  }, shown('options_model'))

const works = /It works here: it is ready in [\d.]+ s and reads a sentence in \d+ ms\./

describe.each(browsers)('the reading model in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch)
  })
  afterAll(() => story?.end())

  it('says in the options that it works, how fast, and what it takes', async () => {
    const page = await story.tested.openExtensionPage('options.html')
    const text = await waitUntil(
      'it was tried',
      async () => works.exec(await readOptions(page)) && readOptions(page),
    )
    expect(text).toMatch(/Version [0-9a-f]{8}-[0-9a-f]{8}, 38 MB/)
    await page.close()
  })

  it('gives the numbers that it gives in node, to the last digit, whatever the sentences are', async () => {
    const model = createReadingModel(readModelFile)
    const here = await checkModel({ ...createMemoryPorts(), model }, sentences)
    await model.dispose()
    const there = await askExtension(story.tested, 'model/check', { sentences })
    expect(here.outcome).toMatchObject({ is: 'ready', digest: expect.stringMatching(/^[0-9a-f]{16}$/) })
    const digest = here.outcome.is === 'ready' ? here.outcome.digest : ''
    expect(there).toMatchObject({ version: here.version, outcome: { is: 'ready', digest } })
    expect(await askExtension(story.tested, 'model/check', { sentences: [] })).toMatchObject({
      outcome: { is: 'ready' },
    })
  })

  it('is switched off by the reader, and reads nothing then', async () => {
    const page = await story.tested.openExtensionPage('options.html')
    await waitUntil('it was tried', async () => works.test(await readOptions(page)))
    const flip = () =>
      page.evaluate(name => {
        const label = [...document.querySelectorAll('label')].find(each => each.textContent === name)
        document.getElementById(label?.htmlFor ?? '')?.click()
      }, shown('options_modelSwitch'))
    await flip()
    await waitUntil('it is off', async () => (await readOptions(page)).includes(shown('options_modelOff')))
    expect((await askExtension(story.tested, 'model/check', { sentences })).outcome).toEqual({ is: 'off' })
    expect((await askExtension(story.tested, 'settings/load', {})).isModelOn).toBe(false)
    await flip()
    await waitUntil('it is on', async () => works.test(await readOptions(page)))
    await page.close()
  })

  it('reads again, or says that it did not answer, when the background is stopped while it reads', async () => {
    await story.tested.stopWorker()
    const page = await story.tested.openExtensionPage('options.html')
    await waitUntil('it is being tried', async () =>
      (await readOptions(page)).includes(shown('options_modelChecking')),
    )
    await story.tested.stopWorker()
    const answer = await waitUntil(
      'it answers',
      async () => /It works here|did not answer/.exec(await readOptions(page))?.[0],
      20_000,
    )
    expect(answer).toMatch(/works|answer/)
    expect((await askExtension(story.tested, 'model/check', {})).outcome.is).toBe('ready')
    await page.close()
  })
})

const flipByte = (path: string) => {
  const bytes = readFileSync(path)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe.each(browsers)('a package in $browser', ({ launch }) => {
  it.each([
    ['whose model was altered', 'reader.onnx', flipByte, 'was altered'],
    ['without the runtime', 'runtime.wasm', rmSync, 'is missing'],
    [
      'whose tokenizer is too long',
      'tokenizer.json',
      (path: string) => appendFileSync(path, ' '),
      'has 711649 bytes',
    ],
  ])('%s says so, and everything else works', async (_, name, alter, words) => {
    const story = await startStory(launch, { alterExtension: folder => alter(join(folder, 'model', name)) })
    try {
      const { outcome } = await askExtension(story.tested, 'model/check', {})
      const detail = expect.stringContaining(`/model/${name} ${words}`)
      expect(outcome).toEqual({ is: 'failed', failure: { kind: 'model-damaged', detail } })
      const options = await story.tested.openExtensionPage('options.html')
      await waitUntil('the reader is told', async () => {
        const text = await readOptions(options)
        return text.includes(shown('failure_modelDamaged')) && text.includes(`/model/${name}`)
      })
      await options.close()
      const page = await story.tested.openPage(mainAddress)
      await waitUntil('the article is marked', async () => (await readPainted(page)).length > 0)
    } finally {
      await story.end()
    }
  })
})
