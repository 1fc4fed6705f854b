import type { PairVerdict } from '../model/backup'
import type { Question } from '../model/dossier'
import type { ClaimId } from '../model/ids'
import type { ClaimOnFile } from '../model/reading'
import { groupBySource } from './group-by-source'
import { makeStance, type Stance } from './make-stance'
import { gapMs } from './parse-interval'
import { type Judged, relateStances } from './relate'
import { rankRelation } from './relation-order'

/** A claim on file as it stands to one claim here, or alone. */
export interface Pair {
  onFile: Stance
  /** Which source of the question it belongs to; repeats have the same number. */
  source: number
  /** The claim here; null where it stands alone. */
  here: Stance | null
  judged: Judged
  /** Between the times the two are about, in ms; Infinity where one is unknown. */
  distanceMs: number
}

/** A claim on file with all its pairs, strongest first. There is always one. */
interface Row {
  strongest: Pair
  /** Without the pairs that the reader told apart. */
  pairs: Pair[]
}

/** One question: every claim of other articles on file against every claim here. */
export interface Comparison {
  question: Question
  /** In the order handed in: that of the text. */
  here: Stance[]
  rows: Row[]
  /** Whether the reader said of two claims that they are not about the same thing. */
  isToldApart: (a: ClaimId, b: ClaimId) => boolean
}

/**
 * Compares all claims on one question. What the reader told apart makes no pair, for the claim that was judged and for
 * its repeats in other outlets, which say the same; a claim with no pair left stands alone.
 */
export function compareClaims(
  question: Question,
  here: readonly ClaimOnFile[],
  onFile: readonly ClaimOnFile[],
  verdicts: readonly PairVerdict[],
): Comparison {
  const told = new Set(
    verdicts.filter(verdict => verdict.question === question.id).map(({ a, b }) => pairKey(a, b)),
  )
  const isToldApart = (a: ClaimId, b: ClaimId): boolean => told.has(pairKey(a, b))
  const stancesHere = here.map(claim => makeStance(claim, question.id))
  const ownArticles = new Set(here.map(({ source }) => source.id))
  const others = onFile.filter(({ source }) => !ownArticles.has(source.id))
  const rows = groupBySource(others.map(claim => makeStance(claim, question.id))).flatMap((group, source) => {
    const comparable = stancesHere.filter(
      stance => !group.some(({ claim }) => isToldApart(stance.claim.id, claim.id)),
    )
    return group.map(stance => compareWithAll(stance, source, comparable))
  })
  return { question, here: stancesHere, rows, isToldApart }
}

const pairKey = (a: ClaimId, b: ClaimId): string => [a, b].sort().join(' ')

function compareWithAll(onFile: Stance, source: number, here: Stance[]): Row {
  const pairs = here
    .map(stance => ({
      onFile,
      source,
      here: stance,
      judged: relateStances(stance, onFile),
      distanceMs: stance.about && onFile.about ? gapMs(stance.about, onFile.about) : Number.POSITIVE_INFINITY,
    }))
    .sort(
      (a, b) => rankRelation(a.judged) - rankRelation(b.judged) || compareNumbers(a.distanceMs, b.distanceMs),
    )
  const [strongest] = pairs
  return { strongest: strongest ?? standAlone(onFile, source), pairs }
}

/** A claim on file with nothing to compare it with. */
export function standAlone(onFile: Stance, source: number): Pair {
  const judged: Judged = {
    relation: 'related',
    isSameSpeaker: false,
    reasons: [{ rule: 'on_file', values: [] }],
  }
  return { onFile, source, here: null, judged, distanceMs: Number.POSITIVE_INFINITY }
}

/** Orders numbers, infinite ones too (whose difference is no number). */
export const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
