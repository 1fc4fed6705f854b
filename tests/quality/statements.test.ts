import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { compareStatements } from '../../utils/matching/compare-statements'
import { type Statement, toStatement } from '../../utils/matching/parts/read-statement'
import { type PartKind, partKinds, type Segment, type Standing } from '../../utils/model/comparison'
import type { Dossier } from '../../utils/model/dossier'
import { foldWords } from '../../utils/reading/find-terms'
import { type Figure, rate, recordFigures } from './record-figures'

type JudgedPart = [kind: PartKind, text: string, standing: Standing]

/** Two statements (or claims' ids), and the parts of each that differ from the other, by a reader's judgement. */
interface JudgedPair<Side> {
  a: Side
  b: Side
  inA: JudgedPart[]
  inB: JudgedPart[]
}
type Pair = JudgedPair<Statement>

const read = (name: string): JudgedPair<string>[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/statements/${name}`, import.meta.url), 'utf8'))
const bare = { about: null, published: null, names: [] }
const invented: Pair[] = read('pairs.json').map(pair => ({
  ...pair,
  a: { ...bare, text: pair.a },
  b: { ...bare, text: pair.b },
}))

const { articles, claims }: Dossier = JSON.parse(
  readFileSync(new URL('../../public/dossiers/presidential-phone-security.json', import.meta.url), 'utf8'),
)
const statementOf = (id: string): Statement => {
  const claim = claims.find(each => each.id === id)
  const source = articles.find(article => article.id === claim?.article)
  if (!claim || !source) throw new Error(`no claim ${id}`)
  return toStatement({ ...claim, source })
}
/** Claims of the starter dossier on one question, from two articles, drawn by lot. */
const ofDossier: Pair[] = read('dossier-pairs.json').map(pair => ({
  ...pair,
  a: statementOf(pair.a),
  b: statementOf(pair.b),
}))
const listFound = (segments: Segment[]): JudgedPart[] =>
  segments.flatMap(({ kind, text, standing }): JudgedPart[] =>
    kind !== null && standing !== 'same' ? [[kind, text, standing]] : [],
  )

/** One within the other, in whole words: where a part begins ("in May", "May") is a matter of taste. */
function isSamePart([kind, text]: JudgedPart, [otherKind, otherText]: JudgedPart): boolean {
  const [a, b] = [text, otherText].map(each => ` ${foldWords(each).join(' ')} `) as [string, string]
  return kind === otherKind && (a.includes(b) || b.includes(a))
}

interface Tally {
  found: number
  judged: number
  right: number
  rightStanding: number
}

function tally(judgedPairs: Pair[], kind?: PartKind): Tally {
  const sum: Tally = { found: 0, judged: 0, right: 0, rightStanding: 0 }
  for (const { a, b, inA, inB } of judgedPairs) {
    const { here, onFile } = compareStatements(a, b)
    for (const [segments, wanted] of [[here, inA] as const, [onFile, inB] as const]) {
      const found = listFound(segments).filter(part => !kind || part[0] === kind)
      const judged = wanted.filter(part => !kind || part[0] === kind)
      const open = [...found]
      sum.found += found.length
      sum.judged += judged.length
      for (const part of judged) {
        const at = open.findIndex(other => isSamePart(part, other))
        if (at < 0) continue
        const [met] = open.splice(at, 1)
        sum.right += 1
        if (met?.[2] === part[2]) sum.rightStanding += 1
      }
    }
  }
  return sum
}

describe('parts that differ between two statements', () => {
  const figures: Record<string, Figure> = {}
  afterAll(() => recordFigures('statements', figures))
  const record = (key: string, measured: string, on: string, count: number, of: number, goal = '') => {
    figures[key] = { measured, on, count, of, goal }
    return rate(count, of)
  }
  const sets = [
    ['invented', '60 pairs in invented words, half of them at hand while the rules were written', invented],
    ['dossier', '30 pairs of the starter dossier, drawn by lot', ofDossier],
  ] as const

  test('are all there', () => {
    expect(sets.map(([, , pairs]) => pairs.length)).toEqual([60, 30])
    const least = partKinds.map(kind => tally([...invented, ...ofDossier], kind).judged)
    expect(Math.min(...least)).toBeGreaterThanOrEqual(10)
  })

  test.each(sets)('%s: emphasised where they differ, and nowhere else', (name, on, pairs) => {
    const { found, judged, right, rightStanding } = tally(pairs)
    const precision = record(`${name} 1`, 'emphasised parts that do differ', on, right, found, 'at least 0.9')
    const recall = record(
      `${name} 2`,
      'parts that differ and are emphasised',
      on,
      right,
      judged,
      'at least 0.9',
    )
    record(`${name} 3`, 'of these, those said to differ as they do', on, rightStanding, right)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  test.each(partKinds)('%s', kind => {
    const { found, judged, right } = tally([...invented, ...ofDossier], kind)
    record(`${kind} 1`, `${kind}: emphasised parts that do differ`, 'all 90 pairs', right, found)
    record(`${kind} 2`, `${kind}: parts that differ and are emphasised`, 'all 90 pairs', right, judged)
    expect(rate(right, found)).toBeGreaterThanOrEqual(0.8)
    expect(rate(right, judged)).toBeGreaterThanOrEqual(0.8)
  })
})
