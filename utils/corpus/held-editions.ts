import type { Question } from '../model/dossier'
import { FailureError } from '../model/failure-error'
import {
  type DossierChanges,
  isSame,
  type ListChanges,
  nameFirst,
  type PreparedDossier,
} from '../model/file-preview'
import type { ClaimId, DossierId } from '../model/ids'
import type { CorpusPort } from '../model/ports'
import { attempt, reach } from './attempt'
import { compareEditions } from './compare-editions'
import type { Database } from './database'
import { findClaimById } from './find-claim-by-id'
import { nameArticles, nameChanges, nameClaims } from './name-changes'
import type { DossierRow, HeldRow } from './rows'
import { getPart } from './tables'

/** The same text for the same value, whatever order its fields are in. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

const refuse = (detail: string): never => {
  throw new FailureError({ kind: 'bad-input', detail })
}

const isNothing = ({ questions, articles, claims }: DossierChanges): boolean =>
  [questions, articles, claims].every(isSame)

/** Questions are few: they are compared in memory. */
function compareQuestions(wanted: readonly Question[], stored: readonly Question[]) {
  const before = new Map(stored.map(question => [question.id, question]))
  const isOther = (question: Question): boolean =>
    stableText(before.get(question.id)) !== stableText(question)
  const ids = new Set(wanted.map(({ id }) => id))
  const known = wanted.filter(({ id }) => before.has(id))
  const textsOf = (questions: readonly Question[]) => nameFirst(questions.map(({ text }) => text))
  const gone = stored.filter(({ id }) => !ids.has(id))
  const changes: ListChanges = {
    added: textsOf(wanted.filter(({ id }) => !before.has(id))),
    updated: textsOf(known.filter(isOther)),
    removed: textsOf(gone),
    unchanged: known.filter(question => !isOther(question)).length,
  }
  return { changes, gone: gone.map(({ id }) => id) }
}

/** Compares an edition that is whole with what is on file. Bad input as `DossierStaging.settle` has it. */
export async function compareHead(
  database: Database,
  row: DossierRow,
  onShare: (share: number) => void,
): Promise<{ prepared: PreparedDossier; held: HeldRow }> {
  const live = await database.dossiers.toArray()
  const stored = live.find(({ id }) => id === row.id) ?? null
  const others = live.filter(({ id }) => id !== row.id)
  const compared = await compareEditions(database, row, stored, others, onShare)
  if (compared.faults.length > 0) refuse(compared.faults.join('\n'))
  const questionsOf = async (edition: number) =>
    (await getPart(database, edition, 'questions'))?.questions ?? []
  const before = stored?.edition ?? null
  const questions = compareQuestions(
    await questionsOf(row.edition),
    before === null ? [] : await questionsOf(before),
  )
  const changes: DossierChanges = {
    questions: questions.changes,
    articles: await nameChanges(nameArticles(database), compared.articles, row.edition, before),
    claims: await nameChanges(nameClaims(database), compared.claims, row.edition, before),
  }
  const { title, version } = row.info
  const prepared: PreparedDossier = {
    id: row.id,
    held: row.edition,
    title,
    version,
    before: stored?.info ?? null,
    changes,
    goneQuestions: questions.gone,
  }
  const against = live.map(({ id, edition }): [DossierId, number] => [id, edition])
  if (!stored || stored.info.version <= version) return { prepared, held: { row, against } }
  // An older one that says the same is the one on file.
  const { edition, bits } = stored
  const asStored = { ...row, info: { ...row.info, version: stored.info.version }, edition, bits }
  if (!isNothing(changes) || stableText(stored) !== stableText(asStored)) {
    refuse(`version: ${version} is older than the ${stored.info.version} on file`)
  }
  return { prepared, held: { row: stored, against } }
}

/** Keeps an edition for the reader's word: no sweep takes it. */
export const holdEdition = (database: Database, edition: number, held: HeldRow): PromiseLike<void> =>
  database.transaction('rw', [database.editions], async () => {
    if (!(await database.editions.get(edition))) refuse('what was staged was cleared away')
    await database.editions.put({ id: edition, held })
  })

type HeldCalls = Pick<CorpusPort, 'compareHeld' | 'settleHeld' | 'keepHeld' | 'findGoneClaims'>

/** Dossiers that wait for the reader's word. `isStaged`: those that are just being settled. */
export function createHeldEditions(database: Database, isStaged: (edition: number) => boolean): HeldCalls {
  const { dossiers, editions } = database

  const load = async (edition: number): Promise<HeldRow> => {
    const row = await editions.get(edition)
    return row?.held ?? refuse('what was staged was cleared away')
  }
  const has = async (row: DossierRow, id: ClaimId): Promise<boolean> =>
    (await findClaimById(database, row, id)).length > 0

  return {
    compareHeld: (edition, onShare = () => {}) =>
      attempt(database, async () => {
        const { row } = await load(edition)
        const { prepared, held } = await compareHead(database, row, onShare)
        await holdEdition(database, edition, held)
        return { ...prepared, held: edition }
      }),
    // The one step: from here on all who ask see this edition, and the one before is nobody's.
    settleHeld: edition =>
      attempt(database, () =>
        database.transaction('rw', [dossiers, editions], async () => {
          const live = new Map((await dossiers.toArray()).map(({ id, edition: now }) => [id, now]))
          // Done by a background that was stopped before it could say so.
          if ([...live.values()].includes(edition)) return
          const { row, against } = await load(edition)
          const isAsCompared =
            live.size === against.length && against.every(([id, then]) => live.get(id) === then)
          if (!isAsCompared) {
            const detail = 'what is on file changed since it was compared'
            throw new FailureError({ kind: 'conflict', detail })
          }
          await dossiers.put(row)
          await editions.put({ id: edition })
        }),
      ),
    keepHeld: kept =>
      reach(database, () =>
        database.transaction('rw', [editions], async () => {
          for (const { id = 0, held } of await editions.toArray()) {
            if (held && !kept.includes(id) && !isStaged(id)) await editions.put({ id })
          }
        }),
      ),
    findGoneClaims: (edition, ids) =>
      reach(database, async () => {
        const { row } = await load(edition)
        const stored = await dossiers.get(row.id)
        if (!stored) return []
        const gone: ClaimId[] = []
        for (const id of ids) if ((await has(stored, id)) && !(await has(row, id))) gone.push(id)
        return gone
      }),
  }
}
