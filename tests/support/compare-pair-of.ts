import { compareFacts } from '../../utils/matching/compare-facts'
import { compareStatements } from '../../utils/matching/compare-statements'
import { toStatement } from '../../utils/matching/parts/read-statement'
import type { ComparedPair } from '../../utils/model/compared-pair'
import type { PairComparison } from '../../utils/model/comparison'
import { asClaimId } from '../../utils/model/ids'
import type { Reading } from '../../utils/model/reading'
import { fail, type Result, succeed } from '../../utils/model/result'

/** What the background answers for two claims of a made reading, with one thing that others on file name. */
export function comparePairOf(
  reading: Reading,
  { here, onFile, question }: ComparedPair,
): Result<PairComparison> {
  const first = reading.claims.find(({ claim }) => claim.id === here)?.claim
  const second = reading.questions
    .flatMap(({ related }) => related)
    .find(({ claim }) => claim.id === onFile)?.claim
  if (!first || !second) return fail('not-found', '')
  return succeed({
    statements: compareStatements(toStatement(first), toStatement(second)),
    facts: { ...compareFacts(first, second, question), position: 'differs' },
    leftOut: [
      {
        kind: 'time',
        text: 'every 30 days',
        counts: { sources: 2, outlets: 3 },
        by: [{ claim: asClaimId('mill#0'), chain: ['Ilse Varn', 'Mill Gazette'] }],
      },
    ],
  })
}
