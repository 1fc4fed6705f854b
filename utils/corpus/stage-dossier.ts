import { Dexie } from 'dexie'
import type { ImportReport } from '../model/backup'
import type { Article, DossierInfo } from '../model/dossier'
import { FailureError } from '../model/failure-error'
import { type PreparedDossier, reportOf } from '../model/file-preview'
import type { ArticleId } from '../model/ids'
import type { CorpusPort, DossierHead, DossierStaging } from '../model/ports'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { createEditionWriter, type WithTables } from './edition-writer'
import { compareHead, holdEdition } from './held-editions'
import { type DossierRow, type HashesOf, hashAll } from './rows'
import { editionTables } from './tables'
import { type Sums, writeParts } from './write-parts'

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

/** Opens an edition to be written. `end` is called when the staging has ended, whichever way. */
export async function openStaging(
  database: Database,
  hashesOf: HashesOf,
  edition: number,
  end: () => void,
  settleHeld: CorpusPort['settleHeld'],
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
  const { storedArticles } = database

  const goOn = (): void => {
    if (isCancelled) throw new FailureError({ kind: 'cancelled', detail: 'before it was settled' })
  }

  async function prepare(head: DossierHead, onShare: (share: number) => void): Promise<PreparedDossier> {
    const sums = await writer.finish()
    await writeParts(withTables, edition, head.questions, sums)
    const row: DossierRow = {
      id: head.id,
      info: describe(head, sums),
      summary: head.summary,
      spotting: head.spotting ?? null,
      edition,
      bits: sums.bits,
    }
    const { prepared, held } = await compareHead(database, row, share => {
      goOn()
      onShare(share)
    })
    goOn()
    await holdEdition(database, edition, held)
    return prepared
  }

  async function settle(head: DossierHead): Promise<ImportReport> {
    const { changes } = await prepare(head, () => {})
    goOn()
    const settled = await settleHeld(edition)
    if (!settled.ok) throw new FailureError(settled.failure)
    return reportOf(changes)
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
    prepare: async (head, onShare = () => {}) => {
      const prepared = await attempt(database, () => prepare(head, onShare))
      close()
      return prepared
    },
    settle: async head => {
      const settled = await attempt(database, () => settle(head))
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
