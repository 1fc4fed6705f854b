import { pickRelated } from '../matching/pick-related'
import type { ArticleText } from '../model/article-text'
import type { Question } from '../model/dossier'
import type { DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, MatcherPort, SentenceMatch } from '../model/ports'
import type { SentenceHere } from '../model/reading'
import type { Span } from '../model/span'
import { splitSentences } from '../reading/split-sentences'
import { orderFrom } from './order-from'

interface Ports {
  corpus: CorpusPort
  matcher: MatcherPort
}

interface ReadSentences {
  /** The dossier that most of what was found is in; null where nothing was. */
  dossier: DossierId | null
  sentences: SentenceHere[]
  /** What each sentence of the story may speak of, below the cut-off too; nothing where it was not read yet. */
  matches: readonly SentenceMatch[][]
}

/** So many sentences are read first: what a window shows; then so many at a time: some tenths of a second. */
const portions = { first: 16, later: 64 } as const

/**
 * Reads an article that is not on file sentence by sentence: what on file each may speak of, as far as the matcher is
 * sure enough. All from one dossier, for a reading shows one. In portions, what is in view first: each time all that was
 * found so far is given, in the order of the text; whoever stops asking stops the work. Rejects where the corpus cannot
 * be read.
 * @param spans its sentences, where they were told apart already
 */
export async function* readByTerms(
  { corpus, matcher }: Ports,
  article: ArticleText,
  inView: Span | null = null,
  spans: readonly Span[] = splitSentences(article.text, article.story, article.language),
): AsyncGenerator<ReadSentences, void, void> {
  const textOf = ({ start, end }: Span) => article.text.slice(start, end)
  const order = orderFrom(inView, spans)
  const matches = spans.map((): SentenceMatch[] => [])
  let made = null as Made | null
  for (
    let from = 0, size: number = portions.first;
    from === 0 || from < order.length;
    size = portions.later
  ) {
    let portion = order.slice(from, from + size)
    from += size
    const found = await matcher.match(portion.map(index => textOf(spans[index] ?? empty)))
    portion.forEach((index, at) => {
      matches[index] = found[at] ?? []
    })
    const dossier = chooseDossier(matches, matcher.cutOff)
    if (dossier === null) {
      yield { dossier, sentences: [], matches }
      continue
    }
    if (made?.dossier !== dossier) {
      const questions = await corpus.listQuestions(dossier)
      made = { dossier, questions: new Map(questions.map(each => [each.id, each])), here: new Map() }
      portion = order.slice(0, from)
    }
    for (const index of portion) {
      const span = spans[index] ?? empty
      const ofDossier = (matches[index] ?? []).filter(match => match.dossier === dossier)
      const question = ofDossier[0] && made.questions.get(ofDossier[0].question)
      const related = pickRelated(ofDossier, matcher.cutOff)
      if (question && related.length > 0) made.here.set(span, { span, text: textOf(span), question, related })
    }
    const { here } = made
    yield { dossier, sentences: spans.flatMap(span => here.get(span) ?? []), matches }
  }
}

/** What was made of the sentences for one dossier. */
interface Made {
  dossier: DossierId
  questions: Map<QuestionId, Question>
  here: Map<Span, SentenceHere>
}

const empty: Span = { start: 0, end: 0 }

/** The dossier whose claims the sentences match best, all scores above the cut-off added. */
function chooseDossier(matches: readonly SentenceMatch[][], cutOff: number): DossierId | null {
  const sums = new Map<DossierId, number>()
  for (const [best] of matches) {
    if (best && best.score >= cutOff) sums.set(best.dossier, (sums.get(best.dossier) ?? 0) + best.score)
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
