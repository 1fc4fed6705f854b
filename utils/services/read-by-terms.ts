import { pickRelated } from '../matching/pick-related'
import type { ArticleText } from '../model/article-text'
import type { DossierId } from '../model/ids'
import type { CorpusPort, MatcherPort, SentenceMatch } from '../model/ports'
import type { SentenceHere } from '../model/reading'
import { splitSentences } from '../reading/split-sentences'

interface Ports {
  corpus: CorpusPort
  matcher: MatcherPort
}

interface ReadSentences {
  /** The dossier that most of what was found is in; null where nothing was. */
  dossier: DossierId | null
  sentences: SentenceHere[]
}

/**
 * Reads an article that is not on file sentence by sentence: what on file each may speak of, as far as the matcher is
 * sure enough. All from one dossier, for a reading shows one. Rejects where the corpus cannot be read.
 */
export async function readByTerms({ corpus, matcher }: Ports, article: ArticleText): Promise<ReadSentences> {
  const spans = splitSentences(article.text, article.story, article.language)
  const matches = await matcher.match(spans.map(({ start, end }) => article.text.slice(start, end)))
  const dossier = chooseDossier(matches, matcher.cutOff)
  if (dossier === null) return { dossier, sentences: [] }
  const questions = new Map((await corpus.listQuestions(dossier)).map(question => [question.id, question]))
  const sentences = spans.flatMap((span, index) => {
    const ofDossier = (matches[index] ?? []).filter(match => match.dossier === dossier)
    const first = ofDossier[0]
    const question = first && questions.get(first.question)
    const related = pickRelated(ofDossier, matcher.cutOff)
    return question && related.length > 0
      ? [{ span, text: article.text.slice(span.start, span.end), question, related }]
      : []
  })
  return { dossier, sentences }
}

/** The dossier whose claims the sentences match best, all scores above the cut-off added. */
function chooseDossier(matches: readonly SentenceMatch[][], cutOff: number): DossierId | null {
  const sums = new Map<DossierId, number>()
  for (const [best] of matches) {
    if (best && best.score >= cutOff) sums.set(best.dossier, (sums.get(best.dossier) ?? 0) + best.score)
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
