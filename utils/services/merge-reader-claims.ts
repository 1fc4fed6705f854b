import type { ClaimId } from '../model/ids'
import { joinAddresses, withAddressesOf } from '../model/met-addresses'
import type { ReaderClaim } from '../model/reader-claim'
import { hashesOf } from '../reading/judge-address'

interface ReaderClaimMerge {
  /** What is to be written, and what stood there before of these; the ids of those that are new. */
  put: ReaderClaim[]
  before: ReaderClaim[]
  added: ClaimId[]
}

/** One entry for each address: two that say something of the same sentence and question share at least one. */
const keysOf = ({ locator, dossier, question, addresses, statedAddresses = [] }: ReaderClaim): string[] =>
  [...addresses, ...statedAddresses]
    .flatMap(hashesOf)
    .map(hash => [locator.words, locator.hash, dossier, question, hash].join(' '))

/** The one changed last, under the id of the one that is here, with the addresses of both; that itself where nothing is new. */
function join(here: ReaderClaim, there: ReaderClaim): ReaderClaim {
  if (here.modifiedMs >= there.modifiedMs) return withAddressesOf(here, there)
  return { ...there, ...joinAddresses(here, there), id: here.id, createdMs: here.createdMs }
}

/** The reader's claims of a backup beside those that are here: of two about one thing the one changed last stays. */
export function mergeReaderClaims(
  mine: readonly ReaderClaim[],
  theirs: readonly ReaderClaim[],
): ReaderClaimMerge {
  const byId = new Map<ClaimId, ReaderClaim>(mine.map(claim => [claim.id, claim]))
  const idByKey = new Map(mine.flatMap(claim => keysOf(claim).map(key => [key, claim.id])))
  const put = new Map<ClaimId, ReaderClaim>()
  const before = new Map<ClaimId, ReaderClaim>()
  for (const claim of theirs) {
    const twin = keysOf(claim).flatMap(key => idByKey.get(key) ?? [])[0]
    const here = byId.get(claim.id) ?? (twin && byId.get(twin))
    const kept = here ? join(here, claim) : claim
    if (kept === here) continue
    if (here && mine.includes(here)) before.set(here.id, here)
    put.set(kept.id, kept)
    byId.set(kept.id, kept)
    for (const key of keysOf(kept)) idByKey.set(key, kept.id)
  }
  const added = [...put.keys()].filter(id => !before.has(id))
  return { put: [...put.values()], before: [...before.values()], added }
}
