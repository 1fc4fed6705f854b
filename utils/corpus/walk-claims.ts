import { positions } from '../model/dossier'
import type { DossierId, QuestionId } from '../model/ids'
import type { FiledClaim } from '../model/ports'
import type { Database } from './database'
import { writePlace } from './find-claims-by-terms'
import { guardEdition } from './guard-edition'
import { claimsOfLeaf } from './read-answers'
import type { LeafRow } from './rows'
import { getPart } from './tables'
import { whoever } from './tally-dossier'
import { walkLeaves } from './walk-dossier'
import { leavesPerWalk } from './weights'

/** `CorpusPort.walkClaims`: some rows at a time, each time looking whether they are still those of the dossier. */
export async function* walkClaims(
  database: Database,
  id: DossierId,
  question?: QuestionId,
): AsyncGenerator<FiledClaim[]> {
  const guarded = await guardEdition(database, id)
  if (!guarded) return
  if (question === undefined) {
    for await (const rows of walkLeaves(database, guarded)) yield rows.flatMap(filedIn)
    return
  }
  const { leaves } = database
  const { head, read } = guarded
  const keys = await read(async () => {
    const part = await getPart(database, head.edition, 'questions')
    const number = part?.questions.findIndex(each => each.id === question) ?? -1
    if (number < 0) return []
    const from = [head.edition, number, whoever, 0, -Infinity]
    const to = [head.edition, number, whoever, positions.length, Infinity]
    // Once for each of its claims that bears on the question.
    const found = await leaves.where('answerKeys').between(from, to, true, true).primaryKeys()
    return [...new Map(found.map(key => [key[1], key])).values()].sort((a, b) => a[1] - b[1])
  })
  const readSome = (at: number): Promise<(LeafRow | undefined)[]> => {
    const some = keys.slice(at, at + leavesPerWalk)
    if (some.length === 0) return Promise.resolve([])
    // One request where the rows follow each other, or nearly: those between are told apart below.
    const rows = read(() =>
      findSpread(some) < mostSpread
        ? leaves.where('[edition+leaf]').between(some[0], some.at(-1), true, true).toArray()
        : leaves.bulkGet(some),
    )
    // Whoever leaves before does not ask for it.
    rows.catch(() => {})
    return rows
  }
  let next = readSome(0)
  for (let at = 0; at < keys.length; at += leavesPerWalk) {
    const rows = await next
    // Read while those before are looked at.
    next = readSome(at + leavesPerWalk)
    yield rows
      .flatMap(row => (row ? filedIn(row) : []))
      .filter(({ claim }) => claim.bearsOn.some(answer => answer.question === question))
  }
}

/** So many rows for each that is wanted are sooner read than asked for one by one. */
const mostSpread = 3

const findSpread = (keys: readonly [number, number][]): number =>
  ((keys.at(-1)?.[1] ?? 0) - (keys[0]?.[1] ?? 0) + 1) / keys.length

const filedIn = (row: LeafRow): FiledClaim[] =>
  claimsOfLeaf(row).map((claim, slot) => ({ claim, place: writePlace(row.edition, row.leaf, slot) }))
