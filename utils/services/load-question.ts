import { compareClaims } from '../matching/compare-claims'
import { toClaimOnFile } from '../matching/make-reader-claim'
import { readQuestion } from '../matching/read-question'
import type { DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { QuestionReading } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'

/**
 * A question of a dossier with all that is on file about it, for an article whose claims are not: nothing to compare
 * with, so every claim is merely related. Fails with not-found where the dossier has no such question (any more).
 */
export async function loadQuestion(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims?: ReaderClaimPort },
  question: QuestionId,
  dossier: DossierId,
): Promise<Result<QuestionReading>> {
  const asked = (await corpus.listQuestions(dossier)).find(({ id }) => id === question)
  if (!asked) return fail('not-found', `no question ${question} in dossier ${dossier}`)
  const onFile = await corpus.listClaimsOfQuestion(question, dossier)
  const ofReader = ((await readerClaims?.listOfQuestion(question, dossier)) ?? []).map(toClaimOnFile)
  return succeed(readQuestion(compareClaims(asked, [], [...onFile, ...ofReader], [])))
}
