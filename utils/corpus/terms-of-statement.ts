import { findTerms } from '../matching/terms'
import type { ReaderClaim } from '../model/reader-claim'

/** The terms that a claim of the reader's is found by; none where it says that something is not said. */
export const termsOfStatement = ({ statement, isRejected }: ReaderClaim): string[] =>
  isRejected ? [] : [...findTerms(statement).keys()]
