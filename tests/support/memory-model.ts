import type { ClaimVectorPort, VectorBlock } from '../../utils/model/claim-vectors'
import { fingerprint } from '../../utils/model/fingerprint'
import { asDossierId, asQuestionId, type DossierId } from '../../utils/model/ids'
import { fail, type Result, succeed } from '../../utils/model/result'
import type { ReadingCachePort, ReadingModelPort, SentenceReading } from '../../utils/model/sentence-reading'

const questions = ['two-phones', 'listened'].map(asQuestionId)

/** Enough that no number of a unit vector is too large for its byte. */
export const memoryDimensions = 64

/** Numbers that follow from a text and from nothing else, between -1 and 1 (Numerical Recipes' ranqd1). */
function numbersOf(text: string, count: number): number[] {
  let state = Number.parseInt(fingerprint(text).slice(-8), 16)
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 0xffffffff) * 2 - 1
  })
}

/** A reading as the model might give it: the same for the same sentence, pieces at its words. */
export function makeSentenceReading(sentence: string): SentenceReading {
  const numbers = numbersOf(sentence, memoryDimensions)
  const length = Math.hypot(...numbers)
  const scores = numbersOf(`scores ${sentence}`, questions.length).map(Math.abs)
  const pieces = [...sentence.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    span: { start: index, end: index + word.length },
    tags: Float32Array.from(numbersOf(word, 9), value => value * 8),
  }))
  return {
    vector: Float32Array.from(numbers, value => value / length),
    questions: questions
      .map((question, at) => ({
        question,
        score: scores[at] ?? 0,
        positions: { yes: 0.5, no: 0.25, partly: 0.25, unknown: 0 },
      }))
      .toSorted((a, b) => b.score - a.score),
    pieces,
    isCut: false,
  }
}

/** A reading model that reads nothing and remembers what it was asked. `failsAfter`: how many it reads before it fails. */
export function createMemoryModel(version = 'test-1') {
  const asked: string[][] = []
  const state = { failsAfter: Number.POSITIVE_INFINITY, isDisposed: false }
  const port: ReadingModelPort & { dispose(): Promise<void> } = {
    version,
    dossier: asDossierId('oranje-phones'),
    questions,
    dimensions: memoryDimensions,
    bytes: 38_000_000,
    async read(sentences, signal): Promise<Result<SentenceReading[]>> {
      if (signal?.aborted) return fail('stopped', 'stopped')
      if (asked.flat().length + sentences.length > state.failsAfter)
        return fail('model-damaged', '/model/reader.onnx is missing')
      asked.push([...sentences])
      return succeed(sentences.map(sentence => makeSentenceReading(sentence)))
    },
    async dispose() {
      state.isDisposed = true
    },
  }
  return { ...port, asked, state }
}

/** The cache on a plain map, held to the same contract as the database. */
export function createMemoryReadingCache(limit = 20_000): ReadingCachePort {
  let rows = new Map<string, Uint8Array>()
  const keyOf = (version: string, hash: string) => `${version} ${hash}`
  return {
    load: async (version, hashes) => hashes.map(hash => rows.get(keyOf(version, hash)) ?? null),
    async save(version, entries) {
      rows = new Map([...rows].filter(([key]) => key.startsWith(`${version} `)))
      for (const { hash, bytes } of entries)
        if (!rows.has(keyOf(version, hash))) rows.set(keyOf(version, hash), bytes)
      rows = new Map([...rows].slice(-limit))
      return succeed(undefined)
    },
  }
}

/** Vectors of claims on plain lists, held to the same contract as the database. */
export function createMemoryClaimVectors(): ClaimVectorPort {
  const dossiers = new Map<DossierId, VectorBlock[]>()
  const stamps = new Map<DossierId, string>()
  return {
    listStamps: async () => new Map(stamps),
    async saveStamp(dossier, stamp) {
      stamps.set(dossier, stamp)
      return succeed(undefined)
    },
    countBlocks: async () =>
      new Map([...dossiers].flatMap(([id, { length }]) => (length > 0 ? [[id, length]] : []))),
    loadBlock: async (dossier, index) => dossiers.get(dossier)?.[index] ?? null,
    async saveBlock(dossier, index, block) {
      const blocks = dossiers.get(dossier) ?? []
      blocks[index] = structuredClone(block)
      dossiers.set(dossier, blocks)
      return succeed(undefined)
    },
    async cutBlocks(dossier, from) {
      dossiers.get(dossier)?.splice(from)
      stamps.delete(dossier)
      return succeed(undefined)
    },
  }
}
