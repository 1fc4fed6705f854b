import type { DossierId } from '../model/ids'
import type { DossierHead, DossierPart } from '../model/ports'
import type { Database } from './database'
import { guardEdition } from './guard-edition'
import type { DossierRow, LeafRow } from './rows'
import { getPart } from './tables'
import { articlesPerWalk, leavesPerWalk } from './weights'

type Guarded = NonNullable<Awaited<ReturnType<typeof guardEdition>>>

/** A dossier's claims as they are kept, some rows at a time. */
export async function* walkLeaves(
  { leaves }: Database,
  { head: { edition }, read }: Guarded,
): AsyncGenerator<LeafRow[]> {
  for (let last = -1; ; ) {
    const rows = await read(() =>
      leaves
        .where('[edition+leaf]')
        .between([edition, last], [edition, Number.POSITIVE_INFINITY], false, true)
        .limit(leavesPerWalk)
        .toArray(),
    )
    yield rows
    if (rows.length < leavesPerWalk) return
    last = rows.at(-1)?.leaf ?? Number.POSITIVE_INFINITY
  }
}

/** `CorpusPort.walkDossier`. A leaf has claims that follow each other in the file, and leaves are numbered in its order. */
export async function* walkDossier(database: Database, id: DossierId): AsyncGenerator<DossierPart> {
  const guarded = await guardEdition(database, id)
  if (!guarded) return
  const { head, read } = guarded
  const { storedArticles } = database
  // Rows are kept by id: their places in the file are read first, some at a time, since all at once hold a page up.
  const places: { id: string; order: number }[] = []
  for (let last = ''; ; last = places.at(-1)?.id ?? '') {
    const from = last
    const rows = await read(() =>
      storedArticles
        .where('[edition+id]')
        .between([head.edition, from], [head.edition, '\uffff'], false, true)
        .limit(articlesPerWalk)
        .toArray(),
    )
    places.push(...rows.map(({ id: article, order }) => ({ id: article, order })))
    if (rows.length < articlesPerWalk) break
  }
  const ids = places.sort((a, b) => a.order - b.order).map(({ id: article }) => article)
  for (let at = 0; at < ids.length; at += articlesPerWalk) {
    const keys = ids
      .slice(at, at + articlesPerWalk)
      .map((article): [number, string] => [head.edition, article])
    const rows = await read(() => storedArticles.bulkGet(keys))
    yield { articles: rows.flatMap(row => (row ? [row.data] : [])), claims: [] }
  }
  for await (const rows of walkLeaves(database, guarded))
    yield { articles: [], claims: rows.flatMap(({ claims }) => claims) }
}

/** `CorpusPort.loadDossierHead`, of a row that the caller read in a transaction that has `parts`. */
export async function readHead(database: Database, row: DossierRow): Promise<DossierHead> {
  const { id, info, summary, spotting, edition } = row
  const { title, version, compiledBy, reportErrors } = info
  const part = await getPart(database, edition, 'questions')
  return {
    format: 'dossier',
    version,
    id,
    title,
    summary,
    ...(compiledBy === null ? {} : { compiledBy }),
    ...(reportErrors === null ? {} : { reportErrors }),
    ...(spotting === null ? {} : { spotting }),
    questions: part?.questions ?? [],
  }
}
