import type { DossierId } from '../model/ids'
import type { StatedClaim } from '../model/ports'
import type { Database } from './database'
import { guardEdition } from './guard-edition'
import { claimsOfLeaf } from './read-answers'
import { walkLeaves } from './walk-dossier'

/** `CorpusPort.walkStatements`. */
export async function* walkStatements(database: Database, id: DossierId): AsyncGenerator<StatedClaim> {
  const guarded = await guardEdition(database, id)
  if (!guarded) return
  for await (const rows of walkLeaves(database, guarded))
    for (const { id: claim, statement, bearsOn } of rows.flatMap(claimsOfLeaf))
      yield { id: claim, statement, bearsOn }
}
