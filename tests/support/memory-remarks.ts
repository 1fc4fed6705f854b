import type { ClaimRemark } from '../../utils/model/claim-remark'
import type { ClaimId } from '../../utils/model/ids'
import type { RemarkPort } from '../../utils/model/ports'
import { succeed } from '../../utils/model/result'

/** The port of the reader's remarks on a plain map, held to the same contract as the database. */
export function createMemoryRemarks(): RemarkPort {
  const remarks = new Map<ClaimId, ClaimRemark>()
  return {
    listAll: async () => [...remarks.values()].toSorted((a, b) => (a.claim < b.claim ? -1 : 1)),
    async save(saved) {
      for (const remark of structuredClone(saved)) remarks.set(remark.claim, remark)
      return succeed(undefined)
    },
    async delete(claims) {
      for (const claim of claims) remarks.delete(claim)
      return succeed(undefined)
    },
  }
}
