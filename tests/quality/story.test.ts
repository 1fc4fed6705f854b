import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { findLocators } from '../../utils/anchoring/locators'
import { splitWords } from '../../utils/anchoring/words'
import type { Dossier } from '../../utils/model/dossier'
import { type CollectedArticle, collectArticle } from '../../utils/page/collect-article'
import { hasShared, shared } from '../support/shared'
import { type Figure, recordFigures } from './record-figures'

/** Jsdom comes without types; this is what is used of it. */
const { JSDOM, VirtualConsole } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis }
  VirtualConsole: new () => object
}

afterEach(() => vi.unstubAllGlobals())

/** Reads a saved page as the reader's script would, each in a window of its own. */
function collect(html: string, address: string): CollectedArticle | null {
  const { window } = new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() })
  vi.stubGlobal('Element', window.Element)
  vi.stubGlobal('Document', window.Document)
  return collectArticle(window.document, address)
}

/** How often each run of four words occurs. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const size = Math.min(4, Math.max(1, words.length))
  const counts = new Map<string, number>()
  for (let at = 0; at + size <= words.length; at++) {
    const run = words.slice(at, at + size).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

interface Score {
  found: number
  extra: number
  missed: number
}

/** Shares of one page's runs: in both, only in what was found, only in the true story. */
function score(found: string, truth: string): Score {
  const [a, b] = [shingles(found), shingles(truth)]
  let both = 0
  for (const [run, count] of a) both += Math.min(count, b.get(run) ?? 0)
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, each) => total + each, 0)
  const all = sum(a) + sum(b) - both || 1
  return { found: both / all, extra: (sum(a) - both) / all, missed: (sum(b) - both) / all }
}

if (!hasShared)
  process.stdout.write('story: skipped, the saved pages stand beside the checkout and are not here\n')

describe.skipIf(!hasShared)('the story of a page', () => {
  const figures: Record<string, Figure> = {}
  afterAll(() => recordFigures('story', figures))

  it('is found on saved news pages', () => {
    const truth = JSON.parse(
      readFileSync(shared('data/article-extraction/ground-truth.json'), 'utf8'),
    ) as Record<string, { articleBody: string; url: string }>
    const pages = Object.entries(truth)
    expect(pages.length).toBeGreaterThan(100)
    const sum: Score = { found: 0, extra: 0, missed: 0 }
    for (const [id, { articleBody, url }] of pages) {
      const html = gunzipSync(readFileSync(shared(`data/article-extraction/html/${id}.html.gz`))).toString()
      const { article, headline } = collect(html, url) ?? {}
      // The true stories are without their headlines.
      const spans = article?.story.filter(span => span !== headline) ?? []
      const text = spans.map(({ start, end }) => article?.text.slice(start, end)).join('\n')
      const page = score(text, articleBody)
      sum.found += page.found
      sum.extra += page.extra
      sum.missed += page.missed
    }
    const precision = sum.found / (sum.found + sum.extra)
    const recall = sum.found / (sum.found + sum.missed)
    const f1 = (2 * precision * recall) / (precision + recall)
    const on = `${pages.length} saved news pages`
    const row = (measured: string, share: number, goal: string): Figure => ({
      measured,
      on,
      count: Math.round(share * 1000),
      of: 1000,
      goal,
    })
    figures.precision = row('story found: precision of four-word runs, in thousandths', precision, '')
    figures.recall = row('story found: recall of four-word runs, in thousandths', recall, '')
    figures.f1 = row('story found: F1 of four-word runs, in thousandths', f1, 'at least 0.96')
    expect(precision).toBeGreaterThan(0.975)
    expect(recall).toBeGreaterThan(0.975)
    expect(f1).toBeGreaterThan(0.975)
  })

  it.each([
    ['abc-2018.html', 'https://abc13.com/news/x/3507117/', 13],
    ['rt-2025.html', 'https://www.rt.com/news/x/', 19],
  ])('holds the passages of all claims of %s', (file, address, count) => {
    const dossier = JSON.parse(
      readFileSync(shared('corpus/presidential-phone-security.json'), 'utf8'),
    ) as Dossier
    const { article } = collect(readFileSync(shared(`pages/${file}`), 'utf8'), address) ?? {}
    const words = splitWords(article?.text ?? '', article?.story ?? [])
    const placed = dossier.articles.map(({ id }) => {
      const locators = dossier.claims.filter(claim => claim.article === id).map(claim => claim.locator)
      return [
        findLocators(words, locators).filter(place => typeof place === 'object').length,
        locators.length,
      ]
    })
    const [best = 0] = placed
      .filter(([, of]) => of === count)
      .map(([found]) => found ?? 0)
      .sort((a, b) => b - a)
    figures[file] = {
      measured: 'passages of claims in the story',
      on: file,
      count: best,
      of: count,
      goal: 'at least 1',
    }
    expect(best).toBe(count)
  })
})
