import type { ReaderClaimPort } from '../../utils/model/ports'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import { succeed } from '../../utils/model/result'

/** The port of the reader's claims on a plain list, held to the same contract as the database. */
export function createMemoryReaderClaims(hashAddress: (address: string) => string | null): ReaderClaimPort {
  let claims: ReaderClaim[] = []
  return {
    findByAddress: async hashes =>
      claims.filter(({ addresses }) =>
        addresses.some(address => hashes.includes(hashAddress(address) ?? 'none')),
      ),
    listOfQuestion: async (question, dossier) =>
      claims.filter(claim => claim.question === question && claim.dossier === dossier),
    load: async id => claims.find(claim => claim.id === id) ?? null,
    listAll: async () => claims,
    async save(saved) {
      const ids = new Set(saved.map(({ id }) => id))
      claims = [...claims.filter(({ id }) => !ids.has(id)), ...structuredClone(saved)].toSorted(
        (a, b) => a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1),
      )
      return succeed(undefined)
    },
    async delete(ids) {
      claims = claims.filter(({ id }) => !ids.includes(id))
      return succeed(undefined)
    },
  }
}
