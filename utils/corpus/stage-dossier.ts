import { Dexie } from 'dexie'
import type { ImportReport } from '../model/backup'
import type { Article, DossierInfo } from '../model/dossier'
import { FailureError } from '../model/failure-error'
import type { ArticleId } from '../model/ids'
import type { DossierHead, DossierStaging } from '../model/ports'
import { attempt, reach } from './attempt'
import { compareEditions } from './compare-editions'
import type { Database } from './database'
import { createEditionWriter, type WithTables } from './edition-writer'
import { type DossierRow, type HashesOf, hashAll } from './rows'
import { editionTables, getPart } from './tables'
import { type Sums, writeParts } from './write-parts'

/** The same text for the same value, whatever order its fields are in. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

const describe = (head: DossierHead, { articles, tally }: Sums): DossierInfo => ({
  id: head.id,
  title: head.title,
  version: head.version,
  upTo: articles.upTo,
  compiledBy: head.compiledBy ?? null,
  reportErrors: head.reportErrors ?? null,
  articleCount: articles.articleCount,
  claimCount: tally.count(),
  questionCount: head.questions.length,
})

const refuse = (detail: string): never => {
  throw new FailureError({ kind: 'bad-input', detail })
}

/** Questions are few: they are compared in memory. */
function compareQuestions(report: ImportReport, head: DossierHead, stored: readonly { id: string }[]): void {
  const before = new Map(stored.map(question => [question.id, stableText(question)]))
  for (const question of head.questions) {
    const old = before.get(question.id)
    before.delete(question.id)
    if (old === undefined) report.added += 1
    else if (old === stableText(question)) report.unchanged += 1
    else report.updated += 1
  }
  report.removed += before.size
}

/** Opens an edition to be written. `end` is called when the staging has ended, whichever way. */
export async function openStaging(
  database: Database,
  hashesOf: HashesOf,
  edition: number,
  end: () => void,
): Promise<DossierStaging> {
  const tables = editionTables.map(name => database[name])
  const withTables: WithTables = work => database.transaction('rw', tables, () => work(database))
  const writer = createEditionWriter(edition, withTables, ({ url, otherUrls = [] }) =>
    hashAll([url, ...otherUrls], hashesOf),
  )
  let isOpen = true
  let isCancelled = false
  let added = 0
  const close = (): void => {
    if (isOpen) end()
    isOpen = false
  }
  const { dossiers, editions, storedArticles } = database

  const goOn = (): void => {
    if (isCancelled) throw new FailureError({ kind: 'cancelled', detail: 'before it was settled' })
  }

  async function settle(head: DossierHead, onShare: (share: number) => void): Promise<ImportReport> {
    const sums = await writer.finish()
    const live = await dossiers.toArray()
    const stored = live.find(({ id }) => id === head.id) ?? null
    const others = live.filter(({ id }) => id !== head.id)
    const staged = { edition, bits: sums.bits }
    const compared = await compareEditions(database, staged, stored, others, share => {
      goOn()
      onShare(share)
    })
    if (compared.faults.length > 0) refuse(compared.faults.join('\n'))
    const { report } = compared
    const before = stored && (await getPart(database, stored.edition, 'questions'))
    compareQuestions(report, head, before?.questions ?? [])
    const row: DossierRow = {
      id: head.id,
      info: describe(head, sums),
      summary: head.summary,
      spotting: head.spotting ?? null,
      ...staged,
    }
    if (stored && stored.info.version > head.version) {
      const { version } = stored.info
      const asStored = { ...row, info: { ...row.info, version }, edition: stored.edition, bits: stored.bits }
      const isSame = report.added + report.updated + report.removed === 0
      if (isSame && stableText(stored) === stableText(asStored)) return report
      refuse(`version: ${head.version} is older than the ${version} on file`)
    }
    await writeParts(withTables, edition, head.questions, sums)
    // The one step: from here on all who ask see this edition, and the one before is nobody's.
    await database.transaction('rw', [dossiers, editions], async () => {
      if (!(await editions.get(edition))) refuse('what was staged was cleared away')
      goOn()
      await dossiers.put(row)
    })
    return report
  }

  return {
    addArticles: articles =>
      attempt(database, async () => {
        try {
          await writer.addArticles(articles)
        } catch (error) {
          throw (await nameTwin(error, articles)) ?? error
        }
        added += articles.length
      }),
    findArticles: ids =>
      reach(database, async () => {
        const rows = await storedArticles.bulkGet(ids.map((id): [number, string] => [edition, id]))
        return new Map(rows.flatMap((row): [ArticleId, Article][] => (row ? [[row.id, row.data]] : [])))
      }),
    openClaims: writer.openClaims,
    addClaims: claims => attempt(database, () => writer.addClaims(claims)),
    settle: async (head, onShare = () => {}) => {
      const settled = await attempt(database, () => settle(head, onShare))
      close()
      return settled
    },
    cancel: () => {
      isCancelled = true
    },
    abandon: async () => close(),
  }

  /** The database itself refuses an article whose id another one has: what to say of it. */
  async function nameTwin(error: unknown, articles: readonly Article[]): Promise<FailureError | null> {
    if (!(error instanceof Dexie.BulkError)) return null
    const failed = Object.entries(error.failuresByPos).find(([, { name }]) => name === 'ConstraintError')
    const index = Number(failed?.[0])
    const twin = articles[index]
    if (!twin) return null
    const inPortion = articles.findIndex(({ id }) => id === twin.id)
    const earlier =
      inPortion < index ? added + inPortion : (await storedArticles.get([edition, twin.id]))?.order
    const detail = `articles[${added + index}].id: “${twin.id}” is the id of articles[${earlier}] too`
    return new FailureError({ kind: 'bad-input', detail })
  }
}
