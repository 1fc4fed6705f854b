import { FailureError } from '../model/failure-error'
import type { DossierId } from '../model/ids'
import type { StatedClaim } from '../model/ports'
import { reach } from './attempt'
import type { Database } from './database'
import { claimsOfLeaf } from './read-answers'
import { leavesPerWalk } from './weights'

/** `CorpusPort.walkStatements`: some rows at a time, each time looking whether they are still those of the dossier. */
export async function* walkStatements(database: Database, id: DossierId): AsyncGenerator<StatedClaim> {
  const { dossiers, leaves } = database
  const head = await reach(database, () => dossiers.get(id))
  if (!head) return
  const { edition } = head

  const readAfter = (last: number) =>
    reach(database, () =>
      database.transaction('r', [dossiers, leaves], async () => {
        if ((await dossiers.get(id))?.edition !== edition) {
          const detail = `the dossier “${id}” was taken in anew`
          throw new FailureError({ kind: 'not-found', detail })
        }
        return leaves
          .where('[edition+leaf]')
          .between([edition, last], [edition, Number.POSITIVE_INFINITY], false, true)
          .limit(leavesPerWalk)
          .toArray()
      }),
    )

  for (let last = -1; ; ) {
    const rows = await readAfter(last)
    for (const { id: claim, statement, bearsOn } of rows.flatMap(claimsOfLeaf))
      yield { id: claim, statement, bearsOn }
    if (rows.length < leavesPerWalk) return
    last = rows.at(-1)?.leaf ?? Number.POSITIVE_INFINITY
  }
}
