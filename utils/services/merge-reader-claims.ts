import type { ClaimId } from '../model/ids'
import { joinAddresses } from '../model/met-addresses'
import type { ReaderClaim } from '../model/reader-claim'

interface ReaderClaimMerge {
  /** What is to be written, and what stood there before of these; the ids of those that are new. */
  put: ReaderClaim[]
  before: ReaderClaim[]
  added: ClaimId[]
}

/** Two that say something of the same sentence and question are one, made here and there. */
const keyOf = ({ locator, dossier, question, addresses }: ReaderClaim): string =>
  [locator.words, locator.hash, dossier, question, addresses[0]].join(' ')

/** The reader's claims of a backup beside those that are here: of two about one thing the one changed last stays. */
export function mergeReaderClaims(
  mine: readonly ReaderClaim[],
  theirs: readonly ReaderClaim[],
): ReaderClaimMerge {
  const byId = new Map<ClaimId, ReaderClaim>(mine.map(claim => [claim.id, claim]))
  const byKey = new Map(mine.map(claim => [keyOf(claim), claim]))
  const put = new Map<ClaimId, ReaderClaim>()
  const before = new Map<ClaimId, ReaderClaim>()
  for (const claim of theirs) {
    const here = byId.get(claim.id) ?? byKey.get(keyOf(claim))
    if (here && here.modifiedMs >= claim.modifiedMs) continue
    const kept = here
      ? { ...claim, ...joinAddresses(here, claim), id: here.id, createdMs: here.createdMs }
      : claim
    if (here && mine.includes(here)) before.set(here.id, here)
    put.set(kept.id, kept)
    byId.set(kept.id, kept)
    byKey.set(keyOf(kept), kept)
  }
  const added = [...put.keys()].filter(id => !before.has(id))
  return { put: [...put.values()], before: [...before.values()], added }
}
