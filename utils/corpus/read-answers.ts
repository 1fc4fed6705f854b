import type { Table } from 'dexie'
import { positions } from '../model/dossier'
import type { QuestionId } from '../model/ids'
import type { InQuestion } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import type { LeafRow } from './rows'
import { dayOf, hashSubject, whoever } from './tally-dossier'
import { mostOfQuestion, mostSubjects, nearestOfPosition } from './weights'

interface Asked {
  edition: number
  question: QuestionId
  /** Its number in the dossier, and how many claims bear on it. */
  number: number
  size: number
  near?: InQuestion | undefined
}

const least = Number.NEGATIVE_INFINITY
const most = Number.POSITIVE_INFINITY

/**
 * Claims that bear on a question, in the order of their file: all where they are few; else of each position those
 * nearest in time before and after, so that a lone "no" among thousands of "yes" is met: many about the subjects in question,
 * for these are compared with, and some about whoever.
 */
export async function readAnswers(
  leaves: Table<LeafRow, [number, number]>,
  { edition, question, number, size, near }: Asked,
): Promise<ClaimOnFile[]> {
  const between = (subject: number, position: number, from: number, to: number, last = position) =>
    leaves
      .where('answerKeys')
      .between([edition, number, subject, position, from], [edition, number, subject, last, to], true, true)
  const day = near?.time ? dayOf(near.time, undefined) : most
  const readNearest = (subject: number, count: number): PromiseLike<LeafRow[]>[] =>
    positions.flatMap((_, position) => [
      ...(day === most ? [] : [between(subject, position, day, most).limit(count).toArray()]),
      between(subject, position, least, day - 1)
        .reverse()
        .limit(day === most ? 2 * count : count)
        .toArray(),
    ])
  const { ofSubject, ofWhoever } = nearestOfPosition
  const subjects = (near?.subjects ?? []).slice(0, mostSubjects).map(hashSubject)
  const parts =
    size <= mostOfQuestion
      ? [between(whoever, 0, least, most, positions.length).toArray()]
      : [
          ...[...new Set(subjects)].flatMap(subject => readNearest(subject, ofSubject)),
          ...readNearest(whoever, subjects.length > 0 ? ofWhoever : ofSubject),
        ]
  const rows = (await Promise.all(parts)).flat()
  const byLeaf = new Map(rows.map(row => [row.leaf, row]))
  return [...byLeaf.values()]
    .sort((a, b) => a.leaf - b.leaf)
    .flatMap(claimsOfLeaf)
    .filter(({ bearsOn }) => bearsOn.some(answer => answer.question === question))
}

/** Claims as a reader sees them; none where the dossier does not have their article. */
export const claimsOfLeaf = ({ claims, source }: LeafRow): ClaimOnFile[] =>
  source ? claims.map(claim => ({ ...claim, source })) : []
