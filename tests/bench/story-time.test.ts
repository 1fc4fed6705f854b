import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/launch-chromium'
import { type PageServer, servePages } from '../support/serve-pages'
import { serveSource, sourcePage } from '../support/serve-source'
import { hasShared, shared } from '../support/shared'
import type { TestBrowser } from '../support/test-browser'
import { median, round1, writeBenchFigures } from './bench-figures'

/** Each page is read so often; the middle one counts. */
const rounds = 5

if (!hasShared)
  process.stdout.write('story-time: skipped, the saved pages stand beside the checkout and are not here\n')

/**
 * How long it takes to read a page: text map, outline, story, what the page says of itself. On the saved news pages, in
 * Chromium, parsed into documents without layout: reading asks for none.
 */
describe.skipIf(!hasShared)('time to read a saved page', () => {
  let server: PageServer
  let browser: TestBrowser
  let page: Page
  const figures: Record<string, number> = {}

  beforeAll(async () => {
    server = await servePages()
    const module = serveSource(server, 'utils/page/collect-article.ts')
    server.put(
      sourcePage,
      `<!doctype html><title>source</title><script type="module">
      import { collectArticle } from '${module}'
      globalThis.collectArticle = collectArticle
      </script>`,
    )
    browser = await launchChromium({ port: server.port, isBare: true })
    page = await browser.openPage(sourcePage)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    writeBenchFigures('story-time', figures)
  })

  it('is known for every one of them', async () => {
    const truth = JSON.parse(readFileSync(shared('data/article-extraction/ground-truth.json'), 'utf8'))
    const pages = Object.entries(truth as Record<string, { url: string }>)
    expect(pages.length).toBeGreaterThan(100)
    const times: number[] = []
    for (const [id, { url }] of pages) {
      const html = gunzipSync(readFileSync(shared(`data/article-extraction/html/${id}.html.gz`))).toString()
      const read = await page.evaluate(measureReading, html, url, rounds)
      expect(read.characters).toBeGreaterThan(0)
      times.push(median(read.timesMs))
    }
    const inOrder = times.toSorted((a, b) => a - b)
    figures.pages = pages.length
    figures['median page, ms (goal: under 30)'] = round1(median(times))
    figures['nine of ten pages are read within, ms'] = round1(inOrder[Math.floor(times.length * 0.9)] ?? 0)
    figures['slowest page, ms'] = round1(inOrder.at(-1) ?? 0)
  })
})

/** What the page's module leaves for the measuring. */
interface Scope {
  collectArticle: typeof import('../../utils/page/collect-article').collectArticle
}

/** Runs in the page: reads a document parsed from `html` so many times. */
function measureReading(html: string, address: string, times: number) {
  const { collectArticle } = globalThis as unknown as Scope
  const timesMs: number[] = []
  let characters = 0
  for (let round = 0; round < times; round += 1) {
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    const startMs = performance.now()
    characters = collectArticle(parsed, address)?.article.text.length ?? 0
    timesMs.push(performance.now() - startMs)
  }
  return { characters, timesMs }
}
