import { type ComparedStatements, partKinds, type Standing } from '../model/comparison'
import { compareParts } from './parts/compare-parts'
import { explainParts, type QuotedPart } from './parts/explain-parts'
import { createPlaceFinder } from './parts/find-places'
import { joinSegments, type Mark } from './parts/join-segments'
import type { Part } from './parts/part'
import { quotePart, type ReadStatement, readBoth, type Statement } from './parts/read-statement'
import { isTelling } from './parts/telling-words'
import { leastShareOfNear } from './weights'

/**
 * Compares two statements word by word and by the parts that bear meaning: numbers, times, denials, hedges, names. Parts
 * are compared by what they mean ("two" is 2, "21 May" is more exact than "May"); words by their stems, wherever they
 * stand. The segments of each joined are the statement. Swapped, it gives the same swapped. Statements that are not
 * English, or of more than 600 words, are compared by words alone.
 */
export function compareStatements(here: Statement, onFile: Statement): ComparedStatements {
  // The alignment may have several solutions: the order of the texts decides, not who is asked about whom.
  const isSwapped = here.text > onFile.text
  const [a, b] = readBoth(isSwapped ? onFile : here, isSwapped ? here : onFile)
  const stood = compareAllParts(a, b)
  const sides = [makeSide(a, b, stood), makeSide(b, a, stood)] as const
  const [first, second] = isSwapped ? [sides[1], sides[0]] : sides
  return {
    here: joinSegments(first.read.text, first.read.tokens, first.marks),
    onFile: joinSegments(second.read.text, second.read.tokens, second.marks),
    differences: partKinds.flatMap(kind => explainParts(kind, first.quoted, second.quoted)),
    isReordered: areReordered(a, b),
    areNear: areNear(a, b),
  }
}

interface Side {
  read: ReadStatement
  marks: Mark[]
  quoted: QuotedPart[]
}

function compareAllParts(a: ReadStatement, b: ReadStatement): Map<Part, Standing> {
  const inPlace = createPlaceFinder(a.tokens, b.tokens)
  const all = new Map<Part, Standing>()
  for (const kind of partKinds) {
    const ofA = a.parts.filter(part => part.kind === kind)
    const ofB = b.parts.filter(part => part.kind === kind)
    const stood = compareParts(ofA, ofB, inPlace)
    for (const [index, part] of ofA.entries()) all.set(part, stood.a[index] ?? 'only')
    for (const [index, part] of ofB.entries()) all.set(part, stood.b[index] ?? 'only')
  }
  return all
}

function makeSide(read: ReadStatement, other: ReadStatement, stood: ReadonlyMap<Part, Standing>): Side {
  const others = listStems(other)
  const marks: Mark[] = read.tokens.map(({ stem, word }) => ({
    part: -1,
    kind: null,
    standing: isTelling(word) && !others.has(stem) ? 'only' : 'same',
    isTelling: isTelling(word),
  }))
  const quoted: QuotedPart[] = []
  for (const [index, part] of read.parts.entries()) {
    const { kind, from, to } = part
    const standing = stood.get(part) ?? 'only'
    for (let at = from; at < to; at++) marks[at] = { part: index, kind, standing, isTelling: true }
    quoted.push({ kind, standing, text: quotePart(read, part) })
  }
  return { read, marks, quoted }
}

/** Stems of all words, and of what "unaware" denies: "aware" stands in both then. */
const listStems = ({ tokens, parts }: ReadStatement): Set<string> =>
  new Set([
    ...tokens.map(({ stem }) => stem),
    ...parts.flatMap(({ value }) => (value.is === 'denial' ? value.scope : [])),
  ])

const listTelling = ({ tokens }: ReadStatement): string[] => [
  ...new Set(tokens.filter(({ word }) => isTelling(word)).map(({ stem }) => stem)),
]

/** Whether the telling words that both have come in another order. */
function areReordered(a: ReadStatement, b: ReadStatement): boolean {
  const [ofA, ofB] = [new Set(listTelling(a)), new Set(listTelling(b))]
  const inA = [...ofA].filter(stem => ofB.has(stem))
  const inB = [...ofB].filter(stem => ofA.has(stem))
  return inA.some((stem, index) => stem !== inB[index])
}

/** Whether the statements share so many words that each further word makes a difference. */
function areNear(a: ReadStatement, b: ReadStatement): boolean {
  const [ofA, ofB] = [listTelling(a), new Set(listTelling(b))]
  const shared = ofA.filter(stem => ofB.has(stem)).length
  return shared >= Math.min(ofA.length, ofB.size) * leastShareOfNear
}
