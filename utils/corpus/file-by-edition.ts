import type { Table, Transaction } from 'dexie'
import { createEditionWriter, type WithTables } from './edition-writer'
import type { ArticleRowBefore, ClaimRowBefore, DossierRowBefore, QuestionRowBefore } from './rows-before'
import { type EditionTables, editionTables } from './tables'
import { writeParts } from './write-parts'

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order

/**
 * Version 4: files each dossier as an edition, as taking it in anew would. Claims are read article by article, so that a
 * large corpus does not stand in memory.
 */
export async function fileByEdition(transaction: Transaction): Promise<void> {
  const tables = Object.fromEntries(
    editionTables.map(name => [name, transaction.table(name)]),
  ) as unknown as EditionTables
  // All of an upgrade is one transaction.
  const withTables: WithTables = work => work(tables)
  const tableOf = <Row>(name: string): Table<Row> => transaction.table<Row>(name)

  for (const { id, info, summary, spotting } of await tableOf<DossierRowBefore>('dossiers').toArray()) {
    const edition = (await tableOf('editions').add({})) as number
    const rows = (await tableOf<QuestionRowBefore>('questions').where({ dossier: id }).toArray()).sort(
      byOrder,
    )
    const questions = rows.map(({ data }) => data)
    const stored = (await tableOf<ArticleRowBefore>('articles').where({ dossier: id }).toArray()).sort(
      byOrder,
    )
    // Hashes were made by whoever knows addresses: they are copied, not made anew.
    const hashes = new Map(stored.map(row => [row.id, row.addressHashes]))
    const writer = createEditionWriter(edition, withTables, article => hashes.get(article.id) ?? [])
    const articles = stored.map(({ data }) => data)
    await writer.addArticles(articles)
    writer.openClaims({ id, questions, ...(spotting ? { spotting } : {}) })
    const claims = tableOf<ClaimRowBefore>('claims')
    for (const article of articles) {
      const carried = (await claims.where({ article: article.id }).toArray()).sort(byOrder)
      await writer.addClaims(carried.map(({ data }) => ({ claim: data, article })))
    }
    const sums = await writer.finish()
    await writeParts(withTables, edition, questions, sums)
    await tableOf('dossiers').put({ id, info, summary, spotting, edition, bits: sums.bits })
  }
}
