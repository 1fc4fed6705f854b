import { readdirSync, readFileSync } from 'node:fs'
import type { Span } from '../../utils/model/span.ts'
import { shared } from './shared.ts'

/** The parts of an attribution as PolNeAR names them, in the order of `attributionParts`. */
const kinds = ['Source', 'Cue', 'Content']

/** A sentence with the spans of sources, cues and contents in it: three lists. */
export interface AttributedSentence {
  text: string
  spans: [Span[], Span[], Span[]]
}

/** Lines first, then full stops, question and exclamation marks before a capital (model/polnear.py does the same). */
function splitSentences(text: string): Span[] {
  const end = /.+?(?:[.!?]["”’')\]]*(?=\s+["“‘([]?[A-Z0-9])|$)/gs
  return [...text.matchAll(/[^\n]+/g)].flatMap(line =>
    [...line[0].matchAll(end)].flatMap(({ 0: words, index }) => {
      const start = line.index + index + (words.length - words.trimStart().length)
      const stop = line.index + index + words.length
      return stop - start > 2 ? [{ start, end: stop }] : []
    }),
  )
}

/** Sentences of all articles of a part of PolNeAR 1.0. Of several annotators of a text the first is taken. */
export function readPolnear(part: 'train' | 'dev'): AttributedSentence[] {
  const folder = shared(`data/polnear/${part}/`)
  const annotations = readdirSync(`${folder}attributions`).sort()
  return readdirSync(`${folder}text`)
    .sort()
    .flatMap(name => {
      const text = readFileSync(`${folder}text/${name}`, 'utf8')
      const stem = name.replace(/\.[^.]+$/, '')
      const annotation = annotations.find(each => each.startsWith(`${stem}_`)) ?? `${stem}.ann`
      const marked = readFileSync(`${folder}attributions/${annotation}`, 'utf8')
        .split('\n')
        .filter(line => /^T\d+\t/.test(line))
        .flatMap(line => {
          const [kind = '', ...offsets] = (line.split('\t')[1] ?? '').split(' ')
          const parts = offsets.join(' ').split(';')
          return parts.map(each => {
            const [start = 0, end = 0] = each.split(' ').map(Number)
            return { kind: kinds.indexOf(kind), start, end }
          })
        })
      return splitSentences(text).map(({ start, end }): AttributedSentence => {
        const spansOf = (kind: number): Span[] =>
          marked
            .filter(span => span.kind === kind && span.start < end && span.end > start)
            .map(span => ({
              start: Math.max(span.start, start) - start,
              end: Math.min(span.end, end) - start,
            }))
        return { text: text.slice(start, end), spans: [spansOf(0), spansOf(1), spansOf(2)] }
      })
    })
}
