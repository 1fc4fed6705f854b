import { type JudgedQuestion, judgeSentence, type NearStatement } from '../matching/judge-sentence'
import { readingWeights } from '../matching/reading-weights'
import { tellByWords } from '../matching/tell-by-words'
import { turnDenied } from '../matching/turn-denied'
import type { DossierId } from '../model/ids'
import type { SentenceMatch } from '../model/ports'
import { type Result, succeed } from '../model/result'
import type { SentenceReading } from '../model/sentence-reading'
import { findDenied } from '../reading/find-denied'
import { findNearestClaims, type NearPorts } from './find-nearest-claims'
import { type ReadingOptions, type ReadingPorts, readSentences } from './read-sentences'

/** A sentence, what it was judged by, and what it was judged to say. */
export interface JudgedSentence {
  reading: SentenceReading
  /** Claims of the dossier, nearest first. */
  near: NearStatement[]
  judged: JudgedQuestion[]
}

interface ToJudge {
  text: string
  /** By its terms in the dossier, best first, below the cut-off too. */
  matches: readonly SentenceMatch[]
}

/**
 * What sentences say of one dossier's questions, in the order handed in: by the reading model, the nearest claims on file
 * and their own words. What somebody denies in one is read once more by itself. Fails as reading does; rejects where
 * storage fails.
 */
export async function judgeSentences(
  ports: ReadingPorts & NearPorts,
  sentences: readonly ToJudge[],
  dossier: DossierId,
  options: ReadingOptions,
): Promise<Result<JudgedSentence[]>> {
  const whole = await readSentences(
    ports,
    sentences.map(({ text }) => text),
    options,
  )
  if (!whole.ok) return whole
  const denied = sentences.flatMap(({ text }, index) => {
    const words = findDenied(text, whole.value[index]?.pieces ?? [])
    return words === null ? [] : [{ index, words }]
  })
  const parts = await readSentences(
    ports,
    denied.map(({ words }) => words),
    options,
  )
  if (!parts.ok) return parts
  const all = [...whole.value, ...parts.value]
  const { signal } = options
  const near = await findNearestClaims(
    ports,
    all.map(({ vector }) => vector),
    readingWeights.neighbours,
    { dossiers: [dossier], ...(signal && { signal }) },
  )
  const judge = (at: number, words: string, matches: readonly SentenceMatch[]): JudgedQuestion[] =>
    judgeSentence(
      dossier === ports.model.dossier ? (all[at]?.questions ?? []) : [],
      near[at] ?? [],
      tellByWords(words, matches),
    )
  const judged = sentences.map(({ text, matches }, index) => judge(index, text, matches))
  for (const [at, { index, words }] of denied.entries()) {
    const { matches = [] } = sentences[index] ?? {}
    judged[index] = turnDenied(judged[index] ?? [], words, judge(whole.value.length + at, words, matches))
  }
  return succeed(
    whole.value.map((reading, index) => ({ reading, near: near[index] ?? [], judged: judged[index] ?? [] })),
  )
}
