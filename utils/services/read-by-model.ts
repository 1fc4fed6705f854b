import { makeLocator } from '../anchoring/make-locator'
import { splitWords } from '../anchoring/words'
import { createSubjectFinder } from '../matching/find-subject'
import { judgeArticle, maySayContradicts, type SentenceJudgement } from '../matching/judge-article'
import type { JudgedQuestion } from '../matching/judge-sentence'
import { makeMachineClaim } from '../matching/make-machine-claim'
import { subjectOf } from '../matching/make-stance'
import { isEnglish } from '../matching/parts/read-parts'
import { splitTokens } from '../matching/parts/split-tokens'
import { pickByReading } from '../matching/pick-by-reading'
import { pickRelated } from '../matching/pick-related'
import { leastCertainVoice } from '../matching/reading-weights'
import { relatedPerSentence } from '../matching/weights'
import type { ArticleText } from '../model/article-text'
import type { DossierId } from '../model/ids'
import type { Certainty, ModelUse } from '../model/model-use'
import type { CorpusPort, ReaderClaimPort, SentenceMatch } from '../model/ports'
import type { MachineAnswer, PlacedClaim, SentenceHere } from '../model/reading'
import type { StopSignal } from '../model/sentence-reading'
import type { Sureness } from '../model/settings'
import { isOverlapping, type Span } from '../model/span'
import { attributeArticle } from '../reading/attribute-article'
import { readByline } from '../reading/read-byline'
import { sentencesBefore } from '../reading/sentences-before'
import { type ClaimFiles, createClaimFiles } from './claim-files'
import { fillReaderVectors } from './fill-reader-vectors'
import type { NearPorts } from './find-nearest-claims'
import { type JudgedSentence, judgeSentences } from './judge-sentences'
import { orderFrom } from './order-from'
import { type ReadingPorts, useOf } from './read-sentences'

export interface ModelPorts extends ReadingPorts, NearPorts {
  model: ReadingPorts['model']
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
}

interface ToRead {
  article: ArticleText
  /** Its sentences, in order. */
  sentences: readonly Span[]
  /** What the reader said something of: there the machine says nothing. */
  said: readonly Span[]
  /** What is listed beside them by their terms alone, as long as they are not read. */
  byTerms: readonly SentenceHere[]
  /** What each of them may speak of by its terms, sure enough to be listed or not (services/read-by-terms). */
  matches: readonly (readonly SentenceMatch[])[]
  /** What of it the reader sees: that is read first. */
  inView: Span | null
  /** The dossier that it is compared with. */
  dossier: DossierId
  isPrivate: boolean
  signal?: StopSignal
}

/** What the model makes of an article, as far as it was read. */
export interface ReadByModel {
  modelUse: ModelUse
  /** In the order of the text. */
  claims: PlacedClaim[]
  /** Sentences that are no claims, and may speak of something on file: by the model, or by terms. */
  sentences: SentenceHere[]
}

/** Sentences are read in portions that double, so that what changes on a long page changes seldom. */
const firstPortion = 16

/**
 * Reads an article that is not on file with the reading model, in portions, what is in view first: what its sentences
 * answer, and who says so. Each time all that was found so far is given. A sentence that the reader said something of is
 * left to the reader; one that stands in the text twice is no claim, for nothing would find it again. Nothing is made a
 * claim where the article names nobody whom the dossier is about. Rejects where the corpus cannot be read.
 */
export async function* readByModel(
  ports: ModelPorts,
  toRead: ToRead,
): AsyncGenerator<ReadByModel, void, void> {
  const { article, sentences, inView, isPrivate, signal, dossier } = toRead
  if (sentences.length === 0) return
  if (!isEnglish(splitTokens(sample(article)))) {
    yield { claims: [], sentences: [...toRead.byTerms], modelUse: { is: 'other language' } }
    return
  }
  const { sureness, isModelOn } = await ports.settings.load()
  // What the reader said before votes too. Where its vectors cannot be made, the rest still can.
  if (isModelOn) await fillReaderVectors(ports, signal)
  const state = await beginArticle(ports, toRead)
  const order = orderFrom(inView, sentences)
  for (let from = 0, size = firstPortion; from < order.length; from += size, size = from) {
    const portion = order.slice(from, from + size)
    const read = await judgeSentences(ports, portion.map(state.toJudge), dossier, {
      isPrivate,
      ...(signal && { signal }),
    })
    if (signal?.aborted) return
    if (!read.ok) {
      yield { ...(await state.settle(sureness)), modelUse: useOf(read.failure) }
      return
    }
    state.take(portion, read.value)
    const done = Math.min(order.length, from + size)
    const modelUse: ModelUse =
      done < order.length ? { is: 'reading', read: done, of: order.length } : { is: 'done' }
    yield { ...(await state.settle(sureness)), modelUse }
  }
}

/** Enough of the story to tell its language. */
const sample = ({ text, story }: ArticleText): string =>
  story
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 4_000)))
    .join(' ')
    .slice(0, 4_000)

/** Of the nearest claims so many may be listed beside a sentence, repeats of a source among them. */
const mostListed = 4 * relatedPerSentence

/** What is known of an article while it is read. */
async function beginArticle(
  ports: ModelPorts,
  { article, sentences, said, byTerms, matches, dossier }: ToRead,
) {
  const read: (JudgedSentence | null)[] = sentences.map(() => null)
  const words = splitWords(article.text, article.story)
  const files = createClaimFiles(ports, dossier)
  const questions = new Map((await ports.corpus.listQuestions(dossier)).map(each => [each.id, each]))
  const termsAt = new Map(byTerms.map(here => [here.span.start, here]))
  const textAt = (index: number): string => textOf(article, sentences[index])
  const matchesAt = (index: number): SentenceMatch[] =>
    (matches[index] ?? []).filter(match => match.dossier === dossier)
  const isOpen = sentences.map(span => !said.some(other => isOverlapping(span, other)))

  const toJudge = (index: number) => ({ text: textAt(index), matches: matchesAt(index) })

  function take(portion: readonly number[], judged: readonly JudgedSentence[]): void {
    for (const [at, index] of portion.entries()) read[index] = judged[at] ?? null
  }

  const attribute = (publishers: readonly string[]) =>
    attributeArticle({
      ...article,
      byline: readByline(article.byline),
      sentences,
      readings: read.map(each => each?.reading.pieces ?? []),
      outlets: [...new Set(publishers)],
    })

  async function settle(sureness: Sureness): Promise<Omit<ReadByModel, 'modelUse'>> {
    const judgements = judgeArticle(
      read.map(each => each?.judged ?? []),
      sureness,
    )
    const asked = [...new Set(judgements.flatMap(({ claims }) => claims.map(({ question }) => question)))]
    const onFile = await files.onQuestions(asked)
    const { title } = article
    const subjectIn = createSubjectFinder(onFile.map(subjectOf), { title, story: words })
    // Who speaks is asked where there is something to be said: a third of a second for a thousand sentences.
    const { attributions, bySentence } =
      asked.length > 0
        ? attribute(onFile.map(({ source }) => source.publisher))
        : { attributions: [], bySentence: [] }
    const claims: PlacedClaim[] = []
    for (const [index, judgement] of judgements.entries()) {
      const sentence = sentences[index]
      if (!sentence || !isOpen[index] || judgement.claims.length === 0) continue
      const subject = subjectIn(textAt(index))
      const locator = subject === null ? null : makeLocator(words, sentence)
      if (subject === null || !locator) continue
      const voice = attributions[bySentence[index] ?? -1]
      const attribution = voice && voice.certainty >= leastCertainVoice ? voice : null
      const answers = await Promise.all(judgement.claims.map(each => toAnswer(each, files)))
      claims.push(
        makeMachineClaim({
          article,
          sentence,
          text: textAt(index),
          before: sentencesBefore(article.text, sentences, index),
          subject,
          locator,
          attribution,
          answers,
        }),
      )
    }
    const isClaim = new Set(claims.map(({ span }) => span?.start))
    const others = sentences.map(async (span, index): Promise<SentenceHere | null> => {
      if (!isOpen[index] || isClaim.has(span.start)) return null
      const judgement = judgements[index]
      return judgement && read[index] ? list(index, judgement, sureness) : (termsAt.get(span.start) ?? null)
    })
    return { claims, sentences: (await Promise.all(others)).filter(here => here !== null) }
  }

  /** What a sentence that is no claim may speak of, by reading and shared words together. */
  async function list(
    index: number,
    judgement: SentenceJudgement,
    sureness: Sureness,
  ): Promise<SentenceHere | null> {
    const span = sentences[index]
    const beside = pickByReading(judgement, read[index]?.near ?? [], matchesAt(index), sureness)
    const question = beside && questions.get(beside.question)
    if (!span || !question) return null
    const picked = beside.claims.slice(0, mostListed)
    const whole = await files.whole(picked.map(({ id }) => id))
    const listed = whole.map((claim): SentenceMatch => {
      const reasons = picked.find(({ id }) => id === claim.id)?.reasons ?? []
      return { dossier, claim, question: question.id, score: beside.score, reasons }
    })
    const related = pickRelated(listed, 0)
    return related.length > 0 ? { span, text: textAt(index), question, related } : null
  }

  return { toJudge, take, settle }
}

const textOf = ({ text }: ArticleText, span: Span | undefined): string =>
  span ? text.slice(span.start, span.end) : ''

const certaintyOf = (judged: JudgedQuestion): Certainty => (maySayContradicts(judged) ? 'likely' : 'possibly')

async function toAnswer(judged: JudgedQuestion, files: ClaimFiles): Promise<MachineAnswer> {
  const { question, position, neighbours, denied } = judged
  return {
    question,
    position,
    certainty: certaintyOf(judged),
    neighbours: await files.whole(neighbours),
    ...(denied !== undefined && { reasons: [{ rule: 'denied', values: [denied] }] }),
  }
}
