import { groupBy } from '../matching/group-by'
import { pickRelated } from '../matching/pick-related'
import type { OnFile } from '../model/on-file'
import type { CorpusPort, MatcherPort } from '../model/ports'
import { createTermMatcher } from './match-by-terms'

/** What is on file about some words, question by question. Rejects where the corpus cannot be read. */
export async function findOnFile(
  { corpus, matcher = createTermMatcher({ corpus }) }: { corpus: CorpusPort; matcher?: MatcherPort },
  words: string,
): Promise<OnFile> {
  const [matches = []] = await matcher.match([words])
  const dossiers = await corpus.listDossiers()
  const questions: OnFile['questions'] = []
  for (const [key, ofQuestion] of groupBy(matches, match => `${match.dossier} ${match.question}`)) {
    const [first] = ofQuestion
    const dossier = dossiers.find(({ id }) => id === first?.dossier)
    const question =
      dossier && (await corpus.listQuestions(dossier.id)).find(({ id }) => key === `${dossier.id} ${id}`)
    const related = pickRelated(ofQuestion, matcher.cutOff)
    if (dossier && question && related.length > 0) questions.push({ dossier, question, related })
  }
  return { words, by: 'terms', questions }
}
