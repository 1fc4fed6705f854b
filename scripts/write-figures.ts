/** Turns the figures that `npm run quality` and `npm run bench` left as JSON into FIGURES.md. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)

interface Row {
  measured: string
  on: string
  count: number
  of: number
  rate: number
  goal: string
}

const readFolder = (folder: string): [string, Record<string, unknown>][] => {
  const at = new URL(folder, root)
  if (!existsSync(at)) return []
  return readdirSync(at)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, at), 'utf8'))])
}

const titles: Record<string, string> = {
  spotting: 'Spotting articles on the topic',
  story: 'Finding the story on a page',
  anchoring:
    'Passages of saved pages found again after an edit (30 on each of every fourth page; the weights were chosen on the others)',
  highlights:
    'A reader’s highlights found again on a page that was edited (Chromium, median of three loads; 200 on 100,000 characters, 2,000 on 500,000)',
  terms: 'Related claims by terms',
  reading: 'What articles say, by the reading model and the nearest claims',
  attributions:
    'Who says what (shares in thousandths; for comparison, Citron on its own set PARC 3.0, which is less dense: source .820, cue .823, content .593 exact, .833 overlapping)',
  model: 'The reading model alone',
  'reading-model': 'What the reading model costs (Chromium and Firefox)',
  'nearest-vectors': 'Comparing vectors of claims (node)',
  'story-time': 'How long reading a page takes (Chromium, 118 saved news pages)',
  exchange: 'Files of our own read in and written once more',
  statements: 'Parts that differ between two statements',
  'long-page': 'A live blog of 20,000 words (Chromium, traced; median of five loads)',
  timeline: 'Drawing a timeline 1280 px wide (Chromium, median of nine)',
  library: 'The library with 50,000 highlights (Chromium, median of seven)',
  questions: 'A question of 10,000 claims in the library, 1280 px wide (Chromium, median of five)',
  volume:
    'What many claims cost (Chromium, a browser for each size; the million in a run of its own beside 660)',
  'volume-firefox': 'What many claims cost (Firefox, a browser for each size)',
  backup: 'Writing everything as files (Chromium, one run)',
  'page-cost': 'What Sidelight costs a page (Chromium, median of nine loads)',
}

const quality = readFolder('tests/quality/figures/').flatMap(([name, figures]) => [
  `## ${titles[name] ?? name}`,
  '',
  '| on | measured | figure | goal |',
  '| --- | --- | --- | --- |',
  ...Object.values(figures as Record<string, Row>).map(
    ({ measured, on, count, of, rate, goal }) =>
      `| ${on} | ${measured} | ${rate} (${count} of ${of}) | ${goal || '–'} |`,
  ),
  '',
])

const bench = readFolder('tests/bench/figures/').flatMap(([name, figures]) => [
  `## ${titles[name] ?? name}`,
  '',
  '| measured | figure |',
  '| --- | --- |',
  ...Object.entries(figures).map(([measured, figure]) => `| ${measured} | ${figure} |`),
  '',
])

const text = [
  '# Figures',
  '',
  'Written by `npm run quality` (on public data beside the checkout) and `npm run bench` (Chromium; times are of one noisy machine, only ratios within one run are held to a bound). A figure nobody measured is not here.',
  '',
  ...quality,
  ...bench,
].join('\n')
writeFileSync(fileURLToPath(new URL('FIGURES.md', root)), `${text.trimEnd()}\n`)
