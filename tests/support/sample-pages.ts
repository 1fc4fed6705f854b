import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageServer } from './serve-pages.ts'

/** Absolute path of a file under tests/fixtures. */
export const fixture = (path: string): string => join(import.meta.dirname, '../fixtures', path)

/** Where the sample pages are served: the addresses that the sample dossier has for them, without TLS. */
export const sampleAddresses = {
  'herald-private-phone.html': 'http://www.lowland-herald.example/politics/dovan-private-phone',
  'courier-sorland-denies.html': 'http://capitalcourier.example/2025/05/21/sorland-denies-listening',
  'northcoast-carries.html': 'http://northcoast.example/news/private-phone-report',
  'off-topic-harbour.html': 'http://www.lowland-herald.example/harbour/festival',
  'section-front.html': 'http://www.lowland-herald.example/politics',
  'phone-review.html': 'http://gadgets.example/reviews/tern-4',
  'bank-leak.html': 'http://www.lowland-herald.example/business/bank-numbers',
}
export type SampleName = keyof typeof sampleAddresses

/** The article with thirteen claims on file, all placed. */
export const mainAddress = sampleAddresses['herald-private-phone.html']

/** Puts all sample pages up under their own host names. */
export function putSamplePages(server: PageServer): void {
  for (const [name, address] of Object.entries(sampleAddresses)) {
    server.put(address, { file: fixture(`pages/${name}`) })
  }
}

export const readSamplePage = (name: SampleName): string => readFileSync(fixture(`pages/${name}`), 'utf8')

/** The text of the sample dossier, as a reader would take it in. */
export const readSampleDossier = (): string => readFileSync(fixture('dossiers/sample.json'), 'utf8')

/**
 * Pages that are no articles or hardly pages, made when they are needed, each with its address: nothing may be
 * thrown on them and nothing shown.
 */
export function makeOddPages(): { name: string; address: string; body: string; type?: string }[] {
  const head = '<!doctype html><meta charset="utf-8"><title>President phone odd page</title>'
  const at = (path: string) => `http://odd.example/${path}`
  return [
    { name: 'no body at all', address: at('empty'), body: '' },
    {
      name: 'a frameset',
      address: at('frameset'),
      body: `${head}<frameset><frame src="about:blank"></frameset>`,
    },
    {
      name: '5,000 nested elements',
      address: at('nested'),
      body: `${head}${'<div>'.repeat(5_000)}the bottom${'</div>'.repeat(5_000)}`,
    },
    {
      name: '2 MB',
      address: at('large'),
      body: `${head}${'<p>Rain over the harbour, and then more of the same, all day long.</p>\n'.repeat(31_000)}`,
    },
    {
      name: 'malformed JSON-LD',
      address: at('json-ld'),
      body: `${head}<script type="application/ld+json">{"@type": "NewsArticle", </script><script type="application/ld+json">[null, 3, {"@type": 7, "@graph": "x"}]</script><p>Nothing.`,
    },
    {
      name: 'designMode',
      address: at('design-mode'),
      body: `${head}<p>write here<script>document.designMode = 'on'</script>`,
    },
    {
      name: 'frames',
      address: at('frames'),
      body: `${head}<p>outside<iframe srcdoc="<p>inside"></iframe><iframe src="/empty"></iframe>`,
    },
    {
      name: 'an image',
      address: at('image.svg'),
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>president phone</text></svg>',
      type: 'image/svg+xml',
    },
    {
      name: 'XML',
      address: at('feed.xml'),
      body: '<rss><channel><title>president phone</title></channel></rss>',
      type: 'application/xml',
    },
    { name: 'plain text', address: at('note.txt'), body: 'president phone spies', type: 'text/plain' },
    {
      name: 'a broken PDF',
      address: at('paper.pdf'),
      body: '%PDF-1.4\n%%EOF',
      type: 'application/pdf',
    },
  ]
}
