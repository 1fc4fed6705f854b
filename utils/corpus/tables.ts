import type { Table } from 'dexie'
import type { ArticleRow, DirectoryKind, DirectoryRow, LeafRow, PartRow, Parts, SketchRow } from './rows'

/** The tables that hold dossiers edition by edition: of the database, or of the transaction that upgrades it. */
export interface EditionTables {
  parts: Table<PartRow, [number, string]>
  storedArticles: Table<ArticleRow, [number, string]>
  leaves: Table<LeafRow, [number, number]>
  sketches: Table<SketchRow, [number, number]>
  directory: Table<DirectoryRow, [number, DirectoryKind, number, number]>
}
export const editionTables = ['parts', 'storedArticles', 'leaves', 'sketches', 'directory'] as const

/** A part of an edition; undefined where it is being swept. */
export async function getPart<K extends keyof Parts>(
  { parts }: Pick<EditionTables, 'parts'>,
  edition: number,
  name: K,
): Promise<Parts[K] | undefined> {
  return (await parts.get([edition, name]))?.data as Parts[K] | undefined
}

/** The directory's rows of one kind from one bucket to another (that one included), segment by segment. */
export const readDirectory = (
  { directory }: Pick<EditionTables, 'directory'>,
  edition: number,
  kind: DirectoryKind,
  from: number,
  to = from,
): PromiseLike<DirectoryRow[]> =>
  directory
    .where('[edition+kind+bucket+segment]')
    .between([edition, kind, from, 0], [edition, kind, to, Number.POSITIVE_INFINITY], true, true)
    .toArray()
