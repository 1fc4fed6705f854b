import type { ArticleSummary, DisputedQuestion } from '../model/article-summary'
import type { ArticleText } from '../model/article-text'
import { readArticle } from './read-article'
import type { RecognizePorts } from './recognize-page'

/** An article as far as it is known with its page closed: by its address, without its words. */
const closedPage = ({ address, title, outlet }: ArticleSummary): ArticleText => ({
  addresses: [address],
  title,
  outlet,
  byline: '',
  published: null,
  modified: null,
  language: '',
  text: '',
  story: [],
})

/** What is disputed of what an article says, the reader's word and what is on file alike. Rejects where the corpus cannot be read. */
export async function listDisputed(
  ports: RecognizePorts,
  article: ArticleSummary,
): Promise<DisputedQuestion[]> {
  const { dossier, questions } = await readArticle(ports, closedPage(article))
  if (!dossier) return []
  return questions
    .filter(({ isDisputed, isDisputedHere }) => isDisputed || isDisputedHere)
    .map(({ question }) => ({ dossier: dossier.id, question }))
}
