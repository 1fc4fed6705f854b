import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { waitForSidebar } from '../support/find-sidebar'
import { readPainted } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { chooseFile, dismissAll, waitForEnd } from '../support/take-file-in'
import { waitUntil } from '../support/wait-until'
import '../support/webextension-api'

const words = 'the president of Arvenia reaches for a telephone'
const annotation = {
  id: 'aB3',
  uri: mainAddress,
  text: 'Which telephone?',
  tags: ['telephone'],
  created: '2031-05-06T07:08:09.000000+00:00',
  updated: '2031-05-06T07:08:09.000000+00:00',
  target: [{ source: mainAddress, selector: [{ type: 'TextQuoteSelector', exact: words }] }],
  document: { title: ['A telephone'] },
}
const pageNote = { ...annotation, id: 'cD4', target: [{ source: mainAddress }] }
const files = {
  'hypothesis.json': JSON.stringify({ annotations: [annotation, pageNote] }),
  'clipper.json': JSON.stringify([{ url: mainAddress, highlights: [{ text: words, notes: ['Again.'] }] }]),
  'readwise.csv': `\uFEFFHighlight,Book Title,Note\n"Words, of another article","“Däne” told, by title",\n`,
  'cut.json': JSON.stringify([annotation]).slice(0, 99),
}

describe.each(browsers)('files of other programs in $browser', ({ launch }) => {
  let story: Story
  let options: Page | null = null
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'))
  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    story = await startStory(launch)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await story?.end()
  })

  const take = async (name: keyof typeof files): Promise<string> => {
    options ??= await story.tested.openExtensionPage('options.html')
    await dismissAll(options)
    await chooseFile(options, join(folder, name))
    return waitForEnd(options, 20_000)
  }
  const shownIn = (selector: string) =>
    options?.evaluate(chosen => document.querySelector(chosen)?.textContent ?? '', selector)

  it('are taken in on the options page, with what was refused, and marked where their words stand', async () => {
    expect(await take('hypothesis.json')).toBe(shown('arrivals_inHighlights', '1', '0', '0'))
    expect(await shownIn('.refused')).toContain(shown('shared_refused_one', '1'))
    expect(await shownIn('.refused code')).toBe('annotations[1].target')
    expect(options && (await findDrawnFaults(options))).toEqual([])
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await waitUntil('the words are painted', async () =>
      (await readPainted(page)).some(({ text }) => text === words),
    )
    await page.close()
  })

  it('are joined with what is here, and never doubled', async () => {
    expect(await take('clipper.json')).toBe(shown('arrivals_inHighlights', '0', '1', '0'))
    expect(await take('hypothesis.json')).toBe(shown('arrivals_nothingNew'))
    expect(await listHighlights(story.tested)).toMatchObject([
      { note: 'Which telephone?\n\nAgain.', tags: ['telephone'], selectors: [{ exact: words }] },
    ])
  })

  it('are refused where they are cut, and nothing is changed', async () => {
    expect(await take('cut.json')).toBe(shown('arrivals_refused'))
    expect(await shownIn('.refused code')).toBe('line 1, column 100')
    expect(await listHighlights(story.tested)).toHaveLength(1)
  })

  it('come as tables too, whatever marks their beginning', async () => {
    expect(await take('readwise.csv')).toBe(shown('arrivals_inHighlights', '1', '0', '0'))
  })
})
