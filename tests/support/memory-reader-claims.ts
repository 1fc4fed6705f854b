import { gatherCandidates } from '../../utils/matching/gather-candidates'
import { findTerms } from '../../utils/matching/terms'
import { withAddress } from '../../utils/model/met-addresses'
import type { ReaderClaimPort } from '../../utils/model/ports'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import { succeed } from '../../utils/model/result'

/** The port of the reader's claims on a plain list, held to the same contract as the database. */
export function createMemoryReaderClaims(hashesIn: (address: string) => string[]): ReaderClaimPort {
  let claims: ReaderClaim[] = []
  const hashesOf = ({ addresses, statedAddresses = [] }: ReaderClaim): string[] =>
    [...addresses, ...statedAddresses].flatMap(hashesIn)
  return {
    findByAddress: async hashes =>
      claims.filter(claim => hashesOf(claim).some(hash => hashes.includes(hash))),
    listAddressHashes: async () => [...new Set(claims.flatMap(hashesOf))].toSorted(),
    async addAddress(ids, address) {
      claims = claims.map(each =>
        ids.includes(each.id) ? { ...each, addresses: withAddress(each.addresses, address) } : each,
      )
      return succeed(undefined)
    },
    listOfQuestion: async (question, dossier) =>
      claims.filter(claim => claim.question === question && claim.dossier === dossier),
    listOfDossier: async dossier => claims.filter(claim => claim.dossier === dossier),
    findByTerms: (queries, limit) =>
      Promise.all(
        queries.map(async terms => {
          const found = await gatherCandidates(terms, limit, async (term, atMost) =>
            claims
              .filter(({ statement, isRejected }) => !isRejected && findTerms(statement).has(term))
              .slice(0, atMost),
          )
          return found
        }),
      ),
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
