import type { ClaimRemark, WantedRemark } from '../model/claim-remark'
import { settle } from '../model/failure-error'
import type { ClaimId } from '../model/ids'
import { limits } from '../model/limits'
import type { ClockPort, CorpusPort, RemarkPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'

/**
 * Disputes or hides a claim of a dossier, or takes that back; gives what was remarked before, by which it is undone.
 * Not-found: no such claim, and nothing was remarked of it; bad input: a reason that is too long.
 */
export function remarkClaim(
  { corpus, remarks, clock }: { corpus: CorpusPort; remarks: RemarkPort; clock: ClockPort },
  claim: ClaimId,
  wanted: WantedRemark,
): Promise<Result<{ before: ClaimRemark | null }>> {
  return settle(async () => {
    const before = (await remarks.listAll()).find(remark => remark.claim === claim) ?? null
    if (wanted && wanted.reason.length > limits.title)
      return fail('bad-input', `reason: must have at most ${limits.title} characters`)
    // One that is hidden, or gone, is known by its remark alone.
    const statement = before?.statement ?? (await corpus.loadClaim(claim))?.statement
    if (statement === undefined) return fail('not-found', `no claim ${claim}`)
    const done = wanted
      ? await remarks.save([
          {
            claim,
            kind: wanted.kind,
            reason: wanted.reason.trim(),
            statement: statement.slice(0, limits.title),
            atMs: clock.nowMs(),
          },
        ])
      : await remarks.delete([claim])
    return done.ok ? succeed({ before }) : done
  })
}
