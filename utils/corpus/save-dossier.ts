import { type ClaimTerms, createProfiler } from '../matching/profile-terms'
import type { ImportReport } from '../model/backup'
import type { Article, Claim, Dossier, DossierInfo } from '../model/dossier'
import { FailureError } from '../model/failure-error'
import type { Database } from './database'
import {
  type ArticleRow,
  type ClaimRow,
  type DossierRow,
  hashAll,
  profileRows,
  type QuestionRow,
  questionKey,
} from './rows'

/** Reading's: the hashes that something at an address is filed under. */
export type HashesOf = (address: string) => string[]

/** What stands at the foot of everything shown from a dossier. */
function describeDossier(dossier: Dossier): DossierInfo {
  const { id, title, version, compiledBy, reportErrors, questions, articles, claims } = dossier
  // As text: of `2026` and `2026-01-28` the longer is the later, since it says more.
  const upTo =
    articles
      .map(({ published }) => published)
      .toSorted()
      .at(-1) ?? ''
  return {
    id,
    title,
    version,
    upTo,
    compiledBy: compiledBy ?? null,
    reportErrors: reportErrors ?? null,
    articleCount: articles.length,
    claimCount: claims.length,
    questionCount: questions.length,
  }
}

const articleRow = (dossier: Dossier, data: Article, order: number, hashesOf: HashesOf): ArticleRow => ({
  id: data.id,
  dossier: dossier.id,
  order,
  data,
  addressHashes: hashAll([data.url, ...(data.otherUrls ?? [])], hashesOf),
})

const claimRow = (dossier: Dossier, data: Claim, order: number, terms: ClaimTerms): ClaimRow => ({
  id: data.id,
  dossier: dossier.id,
  article: data.article,
  order,
  data,
  questionKeys: [...new Set(data.bearsOn.map(({ question }) => questionKey(dossier.id, question)))],
  locatorHash: data.locator.hash,
  locatorWords: data.locator.words,
  ...terms,
})

/** The same text for the same value, whatever order its fields are in. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

interface Row {
  id: string
  order: number
  data: unknown
}

/** What has to be written and deleted so that `stored` becomes `wanted`, and what a reader is told of it. */
function compareRows<R extends Row>(stored: R[], wanted: R[]) {
  const before = new Map(stored.map(row => [row.id, row]))
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, removed: 0 }
  const put: R[] = []
  for (const row of wanted) {
    const old = before.get(row.id)
    before.delete(row.id)
    if (!old) report.added++
    else if (stableText(old.data) === stableText(row.data)) report.unchanged++
    else report.updated++
    // A place in the file or a rule of hashing that changed is written too, but is no change to a reader.
    if (!old || stableText(old) !== stableText(row)) put.push(row)
  }
  report.removed = before.size
  return { report, put, gone: [...before.values()] }
}

const sum = (reports: ImportReport[]): ImportReport =>
  reports.reduce((all, one) => ({
    added: all.added + one.added,
    updated: all.updated + one.updated,
    unchanged: all.unchanged + one.unchanged,
    removed: all.removed + one.removed,
  }))

/** An id that another dossier has: whoever took it first keeps it, or one dossier could rewrite another. */
async function refuseTakenIds(database: Database, dossier: Dossier): Promise<void> {
  for (const list of ['articles', 'claims'] as const) {
    const rows = await database[list].bulkGet(dossier[list].map(({ id }) => id))
    const index = rows.findIndex(row => row !== undefined && row.dossier !== dossier.id)
    if (index >= 0) {
      const detail = `${list}[${index}].id: belongs to the dossier “${rows[index]?.dossier}” already`
      throw new FailureError({ kind: 'bad-input', detail })
    }
  }
}

/**
 * Brings what is stored of a dossier to what it says now, in one transaction: all or nothing. Only rows that
 * changed are written. Throws a `FailureError` for an older version that says something else, and for ids
 * that another dossier has.
 */
export function saveDossier(
  database: Database,
  dossier: Dossier,
  hashesOf: HashesOf,
): PromiseLike<ImportReport> {
  const { dossiers, questions, articles, claims, profiles } = database
  const ofDossier = { dossier: dossier.id }
  const { id } = dossier
  const head: DossierRow = {
    id,
    info: describeDossier(dossier),
    summary: dossier.summary,
    spotting: dossier.spotting ?? null,
  }
  const questionRows = dossier.questions.map(
    (data, order): QuestionRow => ({ dossier: id, id: data.id, order, data }),
  )
  const articleRows = dossier.articles.map((data, order) => articleRow(dossier, data, order, hashesOf))
  const profiler = createProfiler(id, dossier.questions, dossier.spotting ?? null)
  const claimRows = dossier.claims.map((data, order) => claimRow(dossier, data, order, profiler.add(data)))
  const wantedProfiles = profileRows(profiler.finish())

  return database.transaction('rw', [dossiers, questions, articles, claims, profiles], async () => {
    const stored = await dossiers.get(id)
    await refuseTakenIds(database, dossier)
    const changes = {
      questions: compareRows(await questions.where(ofDossier).toArray(), questionRows),
      articles: compareRows(await articles.where(ofDossier).toArray(), articleRows),
      claims: compareRows(await claims.where(ofDossier).toArray(), claimRows),
    }
    const report = sum(Object.values(changes).map(change => change.report))
    if (stored && stored.info.version > dossier.version) {
      const asStored = { ...head, info: { ...head.info, version: stored.info.version } }
      const isSame =
        report.added + report.updated + report.removed === 0 && stableText(stored) === stableText(asStored)
      if (isSame) return report
      const detail = `version: ${dossier.version} is older than the ${stored.info.version} on file`
      throw new FailureError({ kind: 'bad-input', detail })
    }
    await dossiers.put(head)
    await questions.bulkDelete(changes.questions.gone.map(row => [row.dossier, row.id]))
    await questions.bulkPut(changes.questions.put)
    await articles.bulkDelete(changes.articles.gone.map(row => row.id))
    await articles.bulkPut(changes.articles.put)
    await claims.bulkDelete(changes.claims.gone.map(row => row.id))
    await claims.bulkPut(changes.claims.put)
    // Made of what was just written: no rows of a reader's, so they are in no report.
    const profileChange = compareRows(await profiles.where(ofDossier).toArray(), wantedProfiles)
    await profiles.bulkDelete(profileChange.gone.map(row => row.id))
    await profiles.bulkPut(profileChange.put)
    return report
  })
}
