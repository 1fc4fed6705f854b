import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { QuestionEntry } from '../model/questions-on-file'

/** The questions of all dossiers, in the order of the files, with how much is on file about each. */
export async function listQuestions({
  corpus,
  readerClaims,
}: {
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
}): Promise<QuestionEntry[]> {
  const own = (await readerClaims.listAll()).filter(({ isRejected }) => !isRejected)
  const lists = (await corpus.listDossiers()).map(async ({ id, title }): Promise<QuestionEntry[]> => {
    const [questions, summaries, sizes] = await Promise.all([
      corpus.listQuestions(id),
      corpus.listQuestionSummaries(id),
      corpus.countClaimsOfQuestions(id),
    ])
    const byQuestion = new Map(summaries.map(summary => [summary.question.id, summary]))
    return questions.map(question => {
      const summary = byQuestion.get(question.id)
      const ofReader = own.filter(claim => claim.dossier === id && claim.question === question.id)
      const isSaid = (position: 'yes' | 'no'): boolean =>
        (summary?.[position] ?? 0) > 0 || ofReader.some(claim => claim.position === position)
      return {
        dossier: id,
        title,
        question,
        claims: (sizes.get(question.id) ?? 0) + ofReader.length,
        own: ofReader.length,
        counts: summary
          ? {
              ...summary.counts,
              isByClaims: summary.isByClaims === true,
              from: summary.from,
              to: summary.to,
            }
          : null,
        hasBoth: isSaid('yes') && isSaid('no'),
      }
    })
  })
  return (await Promise.all(lists)).flat()
}
