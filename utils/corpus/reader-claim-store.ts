import { gatherCandidates } from '../matching/gather-candidates'
import type { ReaderClaimPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { addAddress } from './add-address'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { type HashesOf, hashAll, questionKey, type ReaderClaimRow } from './rows'
import { termsOfStatement } from './terms-of-statement'

const byTime = (a: ReaderClaim, b: ReaderClaim): number => a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1)

/** The reader's claims in IndexedDB; `hashesOf` as in the corpus store. */
export function createReaderClaimStore(database: Database, hashesOf: HashesOf): ReaderClaimPort {
  const { readerClaims } = database
  const rowOf = (data: ReaderClaim): ReaderClaimRow => ({
    id: data.id,
    data,
    addressHashes: hashAll([...data.addresses, ...(data.statedAddresses ?? [])], hashesOf),
    questionKey: questionKey(data.dossier, data.question),
    terms: termsOfStatement(data),
  })
  const sorted = (rows: ReaderClaimRow[]): ReaderClaim[] => rows.map(({ data }) => data).toSorted(byTime)

  return {
    findByAddress: hashes =>
      reach(database, async () =>
        sorted(await readerClaims.where('addressHashes').anyOf(hashes).distinct().toArray()),
      ),

    listOfQuestion: (question, dossier) =>
      reach(database, async () =>
        sorted(await readerClaims.where({ questionKey: questionKey(dossier, question) }).toArray()),
      ),

    listOfDossier: dossier =>
      reach(database, async () =>
        sorted(await readerClaims.where('questionKey').startsWith(questionKey(dossier, '')).toArray()),
      ),

    findByTerms: (queries, limit) =>
      reach(database, () =>
        database.transaction('r', [readerClaims], async () => {
          // Most terms of an article are in no claim of the reader's: one request tells which are.
          const known = new Set(await readerClaims.orderBy('terms').uniqueKeys())
          const asked = new Map<string, PromiseLike<string[]>>()
          const ask = (term: string, atMost: number): PromiseLike<string[]> => {
            const ids = asked.get(term) ?? readerClaims.where({ terms: term }).limit(atMost).primaryKeys()
            asked.set(term, ids)
            return ids
          }
          const lists = await Promise.all(
            queries.map(terms =>
              gatherCandidates(
                terms.filter(term => known.has(term)),
                limit,
                ask,
              ),
            ),
          )
          const ids = [...new Set(lists.flat())]
          const rows = await readerClaims.bulkGet(ids)
          const byId = new Map(ids.map((id, index) => [id, rows[index]?.data]))
          return lists.map(list => list.flatMap(id => byId.get(id) ?? []))
        }),
      ),

    load: id => reach(database, async () => (await readerClaims.get(id))?.data ?? null),

    listAll: () => reach(database, async () => sorted(await readerClaims.toArray())),

    listAddressHashes: () =>
      reach(database, async () => (await readerClaims.orderBy('addressHashes').uniqueKeys()).map(String)),

    addAddress: (ids, address) =>
      attempt(database, () =>
        database.transaction('rw', [readerClaims], () => addAddress(readerClaims, ids, address, hashesOf)),
      ),

    save: claims =>
      attempt(database, () =>
        database.transaction('rw', [readerClaims], async () => {
          await readerClaims.bulkPut(claims.map(rowOf))
        }),
      ),

    delete: ids => attempt(database, () => readerClaims.bulkDelete(ids)),
  }
}
