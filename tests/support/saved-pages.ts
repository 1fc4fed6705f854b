import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { vi } from 'vitest'
import { shared } from './shared'

/** Jsdom comes without types; this is what is used of it. */
const { JSDOM, VirtualConsole } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis }
  VirtualConsole: new () => object
}

export interface SavedPage {
  name: string
  address: string
  html: string
}

/** The 118 saved news pages of the benchmark for finding stories. */
export function* readArticlePages(): Generator<SavedPage> {
  const truth = JSON.parse(
    readFileSync(shared('data/article-extraction/ground-truth.json'), 'utf8'),
  ) as Record<string, { url: string }>
  for (const [name, { url }] of Object.entries(truth)) {
    const file = shared(`data/article-extraction/html/${name}.html.gz`)
    yield { name, address: url, html: gunzipSync(readFileSync(file)).toString() }
  }
}

/** The 20 saved pages of Readability's tests. */
export function* readReadabilityPages(): Generator<SavedPage> {
  for (const name of readdirSync(shared('data/readability-pages'))) {
    const html = readFileSync(shared(`data/readability-pages/${name}/source.html`), 'utf8')
    yield { name, address: `http://${name}.example/story`, html }
  }
}

/** Opens a page in a window of its own, as the reader's script would find it; until globals are unstubbed. */
export function openSavedPage({ html, address }: SavedPage): Window & typeof globalThis {
  const { window } = new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() })
  vi.stubGlobal('Element', window.Element)
  vi.stubGlobal('Document', window.Document)
  return window
}
