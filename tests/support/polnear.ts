import { readdirSync, readFileSync } from 'node:fs'
import type { Span } from '../../utils/model/span'
import { shared } from './shared'

/** An article of PolNeAR 1.0 with its attributions; where a text has several annotators, the first one's. */
export interface PolnearArticle {
  text: string
  /** All spans of sources, cues and contents, in this order. */
  spans: [Span[], Span[], Span[]]
  attributions: { source: Span[]; cue: Span[]; content: Span[] }[]
}

const parts = ['source', 'cue', 'content'] as const

/** The articles of a split ("dev"), by name. */
export function readPolnear(split: string): PolnearArticle[] {
  const folder = shared(`data/polnear/${split}`)
  const annotated = readdirSync(`${folder}/attributions`).sort()
  return readdirSync(`${folder}/text`)
    .sort()
    .map(name => {
      const stem = name.replace(/\.[^.]*$/, '')
      const [first = ''] = annotated.filter(file => file.replace(/(?:_[0-9a-f]{4})?\.ann$/, '') === stem)
      return readArticle(
        readFileSync(`${folder}/text/${name}`, 'utf8'),
        readFileSync(`${folder}/attributions/${first}`, 'utf8'),
      )
    })
}

function readArticle(text: string, annotations: string): PolnearArticle {
  const lines = annotations.split('\n')
  const byId = new Map<string, Span[]>()
  const article: PolnearArticle = { text, spans: [[], [], []], attributions: [] }
  for (const line of lines) {
    const [, id = '', kind = '', offsets = ''] = /^(T\d+)\t(\w+) ([\d; ]+)\t/.exec(line) ?? []
    const at = parts.indexOf(kind.toLowerCase() as (typeof parts)[number])
    if (at === -1) continue
    const spans = offsets.split(';').map(pair => {
      const [start = 0, end = 0] = pair.split(' ').map(Number)
      return { start, end }
    })
    byId.set(id, spans)
    article.spans[at]?.push(...spans)
  }
  for (const line of lines) {
    const [, members = ''] = /^E\d+\t(.*)$/.exec(line) ?? []
    if (!members) continue
    const attribution: PolnearArticle['attributions'][number] = { source: [], cue: [], content: [] }
    for (const member of members.trim().split(' ')) {
      const [role = '', id = ''] = member.split(':')
      const part = parts.find(each => each === role.replace(/\d+$/, '').toLowerCase())
      if (part) attribution[part].push(...(byId.get(id) ?? []))
    }
    article.attributions.push(attribution)
  }
  return article
}

/** Sentences as the reading model's own evaluation cuts them: lines first, then stops before a capital. */
export function plainSentences(text: string): Span[] {
  const sentence = /.+?(?:[.!?]["”’')\]]*(?=\s+["“‘([]?[A-Z0-9])|$)/gs
  return [...text.matchAll(/[^\n]+/g)].flatMap(line =>
    [...line[0].matchAll(sentence)].flatMap(({ 0: words, index }) => {
      const end = line.index + index + words.length
      const start = end - words.trimStart().length
      return end - start > 2 ? [{ start, end }] : []
    }),
  )
}

/** Without the marks and commas at its ends, on which annotators do not agree. */
export function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.replace(/^[ "“'‘,]+/, '').length
  return { start: from, end: Math.max(from, end - words.length + words.replace(/[ "”'’,.]+$/, '').length) }
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Counts of spans found and true; F1 of the same spans, and of those that overlap. */
export interface SpanScore {
  found: number
  true: number
  same: number
  foundOverlapping: number
  trueOverlapping: number
}

export const noScore = (): SpanScore => ({
  found: 0,
  true: 0,
  same: 0,
  foundOverlapping: 0,
  trueOverlapping: 0,
})

/** Adds one text's spans to a score: each place counts once. */
export function addScore(
  score: SpanScore,
  text: string,
  found: readonly Span[],
  truth: readonly Span[],
): void {
  const [a, b] = [found, truth].map(
    spans =>
      new Map(spans.map(span => bare(text, span)).map(span => [`${span.start}–${span.end}`, span] as const)),
  )
  if (!a || !b) return
  score.found += a.size
  score.true += b.size
  score.same += [...a.keys()].filter(key => b.has(key)).length
  score.foundOverlapping += [...a.values()].filter(span =>
    [...b.values()].some(each => overlap(span, each)),
  ).length
  score.trueOverlapping += [...b.values()].filter(span =>
    [...a.values()].some(each => overlap(span, each)),
  ).length
}

export const f1 = (precision: number, recall: number): number =>
  (2 * precision * recall) / Math.max(precision + recall, 1e-9)
export const exactF1 = (score: SpanScore): number => f1(score.same / score.found, score.same / score.true)
export const overlappingF1 = (score: SpanScore): number =>
  f1(score.foundOverlapping / score.found, score.trueOverlapping / score.true)
