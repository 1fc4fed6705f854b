import { Dexie } from 'dexie'
import { type ListChanges, type Named, nameArticle } from '../model/file-preview'
import type { ArticleId } from '../model/ids'
import { type Entry, type EntryChanges, readPlace } from './compare-editions'
import { hashText } from './hash-text'
import type { EditionTables } from './tables'

type NameOf = (entries: readonly Entry[], edition: number) => PromiseLike<string[]>

/** Claims by their statements. */
export const nameClaims =
  (tables: EditionTables): NameOf =>
  async (entries, edition) =>
    (await Promise.all(entries.map(({ at }) => readPlace(tables, edition, at)))).map(
      ({ statement }) => statement,
    )

/**
 * Articles by their names. The directory has hashes of their ids: which ids these are is found by hashing all that the
 * edition has, which are keys and are read without their rows.
 */
export const nameArticles =
  ({ storedArticles }: Pick<EditionTables, 'storedArticles'>): NameOf =>
  async (entries, edition) => {
    if (entries.length === 0) return []
    const wanted = new Set(entries.map(({ key }) => key))
    const keys = await storedArticles
      .where('[edition+id]')
      .between([edition, Dexie.minKey], [edition, Dexie.maxKey])
      .primaryKeys()
    const ids = new Map<string, string>()
    for (const [, id] of keys) {
      const key = hashText(id).join('.')
      if (wanted.has(key)) ids.set(key, id)
    }
    const rows = await storedArticles.bulkGet(
      entries.map(({ key }): [number, ArticleId] => [edition, (ids.get(key) ?? '') as ArticleId]),
    )
    return rows.map(row => (row ? nameArticle(row.data) : ''))
  }

/** @param before the edition on file, where what goes has its names */
export async function nameChanges(
  nameOf: NameOf,
  { added, updated, removed, unchanged }: EntryChanges,
  staged: number,
  before: number | null,
): Promise<ListChanges> {
  const name = async (firsts: EntryChanges['added'], edition: number): Promise<Named> => ({
    count: firsts.count(),
    names: await nameOf(firsts.list(), edition),
  })
  return {
    added: await name(added, staged),
    updated: await name(updated, staged),
    removed: before === null ? { count: 0, names: [] } : await name(removed, before),
    unchanged,
  }
}
