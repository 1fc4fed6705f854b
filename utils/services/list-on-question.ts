import { toClaimsOnFile } from '../matching/make-reader-claim'
import type { DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, InQuestion, ReaderClaimPort } from '../model/ports'
import type { ClaimOnFile, QuestionReading, QuestionSummary } from '../model/reading'

interface OnQuestion {
  /** Of the dossier and of the reader. */
  claims: ClaimOnFile[]
  /** Where only a part of the dossier's was read. */
  sample: NonNullable<QuestionReading['sample']> | null
}

/**
 * Claims that bear on a question: all, or of a question with very many those nearest, with how many there are.
 * @param summaries of the dossier's questions
 */
export async function listOnQuestion(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims?: ReaderClaimPort },
  question: QuestionId,
  dossier: DossierId,
  near: InQuestion | undefined,
  summaries: readonly QuestionSummary[],
): Promise<OnQuestion> {
  const [onFile, ofReader] = await Promise.all([
    corpus.listClaimsOfQuestion(question, dossier, near),
    readerClaims?.listOfQuestion(question, dossier) ?? [],
  ])
  const summary = summaries.find(each => each.question.id === question)
  return {
    claims: [...onFile, ...toClaimsOnFile(ofReader)],
    sample: summary?.isByClaims ? { read: onFile.length, of: summary.counts.sources } : null,
  }
}
