import { compareStatements } from '../matching/compare-statements'
import { toStatement } from '../matching/parts/read-statement'
import type { ClaimHere, ClaimOnFile, RelatedClaim } from '../model/reading'

/** The claims of an article with what the cards at their marks compare them with, word by word. */
export const compareForCards = (claims: readonly ClaimHere[]): ClaimHere[] =>
  claims.map(here => {
    const { claim, markedBy } = here
    if (!markedBy) return here
    const { strongestOpposing, strongestAgreeing } = markedBy
    return {
      ...here,
      markedBy: {
        ...markedBy,
        strongestOpposing: strongestOpposing && compareWith(claim, strongestOpposing),
        strongestAgreeing: strongestAgreeing && compareWith(claim, strongestAgreeing),
      },
    }
  })

function compareWith(claim: ClaimOnFile, related: RelatedClaim): RelatedClaim {
  const { here, onFile, areNear } = compareStatements(toStatement(claim), toStatement(related.claim))
  return { ...related, compared: { here, onFile, areNear } }
}
