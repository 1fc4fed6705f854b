import type { ImportReport } from '../model/backup'
import type { Dossier } from '../model/dossier'
import { settle } from '../model/failure-error'
import type { DossierStaging } from '../model/ports'
import { fail, type Result } from '../model/result'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { createHeldEditions } from './held-editions'
import type { HashesOf } from './rows'
import { openStaging } from './stage-dossier'
import { sweepEditions } from './sweep-editions'

/** Claims added at once when a whole dossier is saved. */
const portion = 1_000

/** The stagings of one database: one at a time, each with an edition of its own. */
export function createStagings(database: Database, hashesOf: HashesOf) {
  const staged = new Set<number>()
  const isStaged = (edition: number): boolean => staged.has(edition)
  const held = createHeldEditions(database, isStaged)
  let last: Promise<unknown> = Promise.resolve()
  let sweeping: Promise<void> | null = null
  /** Stagings that have not ended, those that wait too. */
  let openCount = 0

  /** Waits for what came before; whoever comes next waits until `end` is called. */
  async function takeTurn(): Promise<() => void> {
    const before = last
    let end = (): void => {}
    last = new Promise<void>(resolve => {
      end = resolve
    })
    await before
    return end
  }

  async function open(): Promise<DossierStaging> {
    openCount += 1
    const endTurn = await takeTurn()
    const end = (): void => {
      openCount -= 1
      endTurn()
    }
    try {
      // In the same task as the row is made: a sweep never sees it without knowing that it is staged.
      const edition = await reach(database, async () => {
        const added = await database.editions.add({})
        staged.add(added)
        return added
      })
      const close = (): void => {
        staged.delete(edition)
        end()
      }
      return await openStaging(database, hashesOf, edition, close, held.settleHeld)
    } catch (error) {
      end()
      throw error
    }
  }

  async function save(dossier: Dossier): Promise<Result<ImportReport>> {
    const { articles, claims, ...head } = dossier
    const byId = new Map(articles.map(article => [article.id, article]))
    const staging = await open()
    try {
      const added = articles.length > 0 ? await staging.addArticles(articles) : null
      if (added && !added.ok) return added
      staging.openClaims(head)
      for (let from = 0; from < claims.length; from += portion) {
        const part = claims.slice(from, from + portion)
        const filed = await staging.addClaims(
          part.map(claim => ({ claim, article: byId.get(claim.article) ?? null })),
        )
        if (!filed.ok) return filed
      }
      return await staging.settle(head)
    } finally {
      await staging.abandon()
    }
  }

  async function eraseAll(): Promise<Result<void>> {
    // What is half written would be put on file without its first half.
    if (openCount > 0) return fail('busy', 'a dossier is being taken in')
    const end = await takeTurn()
    try {
      return await attempt(database, () =>
        database.transaction('rw', database.tables, async () => {
          for (const table of database.tables) await table.clear()
        }),
      )
    } finally {
      end()
    }
  }

  return {
    ...held,
    eraseAll,
    stageDossier: open,
    saveDossier: (dossier: Dossier): Promise<Result<ImportReport>> => settle(() => save(dossier)),
    sweep(): Promise<void> {
      sweeping ??= sweepEditions(database, isStaged).finally(() => {
        sweeping = null
      })
      return sweeping
    },
  }
}
