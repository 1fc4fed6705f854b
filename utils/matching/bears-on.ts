import type { Claim } from '../model/dossier'
import type { QuestionId } from '../model/ids'

/** Whether a claim answers a question, whichever way. */
export const bearsOn = (claim: Pick<Claim, 'bearsOn'>, question: QuestionId): boolean =>
  claim.bearsOn.some(answer => answer.question === question)
