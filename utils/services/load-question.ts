import { compareClaims } from '../matching/compare-claims'
import { readQuestion } from '../matching/read-question'
import type { DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { QuestionReading } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'
import { listOnQuestion } from './list-on-question'

/**
 * A question of a dossier with what is on file about it (the latest, where that is very much), for an article whose claims are not: nothing to compare
 * with, so every claim is merely related. Fails with not-found where the dossier has no such question (any more).
 */
export async function loadQuestion(
  ports: { corpus: CorpusPort; readerClaims?: ReaderClaimPort },
  question: QuestionId,
  dossier: DossierId,
): Promise<Result<QuestionReading>> {
  const { corpus } = ports
  const asked = (await corpus.listQuestions(dossier)).find(({ id }) => id === question)
  if (!asked) return fail('not-found', `no question ${question} in dossier ${dossier}`)
  const summaries = await corpus.listQuestionSummaries(dossier)
  const { claims, sample } = await listOnQuestion(ports, question, dossier, undefined, summaries)
  const reading = readQuestion(compareClaims(asked, [], claims, []))
  return succeed(sample ? { ...reading, sample } : reading)
}
