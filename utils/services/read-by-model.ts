import { makeLocator } from '../anchoring/make-locator'
import { splitWords } from '../anchoring/words'
import { findAbout } from '../matching/find-about'
import { createSubjectFinder } from '../matching/find-subject'
import { judgeArticle, maySayContradicts, type SentenceJudgement } from '../matching/judge-article'
import { type JudgedQuestion, judgeSentence, type NearStatement } from '../matching/judge-sentence'
import { articleOfPage, hostOf } from '../matching/make-reader-claim'
import { subjectOf } from '../matching/make-stance'
import { isEnglish } from '../matching/parts/read-parts'
import { splitTokens } from '../matching/parts/split-tokens'
import { leastCertainVoice, readingWeights } from '../matching/reading-weights'
import type { ArticleText } from '../model/article-text'
import type { Attribution } from '../model/attribution'
import type { ClaimVectorPort } from '../model/claim-vectors'
import { readDay } from '../model/edtf'
import { fingerprint } from '../model/fingerprint'
import { asClaimId, type DossierId, type QuestionId } from '../model/ids'
import type { Certainty, ModelUse } from '../model/model-use'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { ClaimOnFile, MachineAnswer, PlacedClaim } from '../model/reading'
import type { SentenceReading, StopSignal } from '../model/sentence-reading'
import { isOverlapping, type Span } from '../model/span'
import { attributeArticle } from '../reading/attribute-article'
import { type ClaimFiles, createClaimFiles } from './claim-files'
import { findNearestClaims } from './find-nearest-claims'
import { orderFrom } from './order-from'
import { type ReadingPorts, readSentences } from './read-sentences'

export interface ModelPorts extends ReadingPorts {
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
  vectors: ClaimVectorPort
}

interface ToRead {
  article: ArticleText
  /** Its sentences, in order. */
  sentences: readonly Span[]
  /** What the reader said something of: there the machine says nothing. */
  said: readonly Span[]
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
  /** What was made of each sentence, by its place in the list; null where it was not read. */
  judged: (JudgedSentence | null)[]
}

/** A sentence with what it may say, and what that was judged by. */
export interface JudgedSentence extends SentenceJudgement {
  near: NearStatement[]
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
  const { article, sentences, inView, isPrivate, signal } = toRead
  const nothing = { claims: [], judged: sentences.map(() => null) }
  if (sentences.length === 0) return
  if (!isEnglish(splitTokens(sample(article)))) {
    yield { ...nothing, modelUse: { is: 'other language' } }
    return
  }
  const state = await beginArticle(ports, toRead)
  const order = orderFrom(inView, sentences)
  const { sureness } = await ports.settings.load()
  for (let from = 0, size = firstPortion; from < order.length; from += size, size = from) {
    const portion = order.slice(from, from + size)
    const read = await readSentences(ports, portion.map(state.textAt), {
      isPrivate,
      ...(signal && { signal }),
    })
    if (signal?.aborted) return
    if (!read.ok) {
      const modelUse: ModelUse =
        read.failure.kind === 'not-allowed' ? { is: 'off' } : { is: 'failed', failure: read.failure }
      yield { ...(await state.settle(sureness)), modelUse }
      return
    }
    await state.judge(portion, read.value)
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

/** What is known of an article while it is read. */
async function beginArticle(ports: ModelPorts, { article, sentences, said, dossier, signal }: ToRead) {
  const { model } = ports
  const readings: (SentenceReading | null)[] = sentences.map(() => null)
  const judged: (JudgedQuestion[] | null)[] = sentences.map(() => null)
  const near: NearStatement[][] = sentences.map(() => [])
  const words = splitWords(article.text, article.story)
  const files = createClaimFiles(ports, dossier)
  const textAt = (index: number): string => textOf(article, sentences[index])
  const isOpen = sentences.map(span => !said.some(other => isOverlapping(span, other)))

  async function judge(portion: readonly number[], read: readonly SentenceReading[]): Promise<void> {
    const found = await findNearestClaims(
      ports,
      read.map(({ vector }) => vector),
      readingWeights.neighbours,
      { dossiers: [dossier], ...(signal && { signal }) },
    )
    for (const [at, index] of portion.entries()) {
      const reading = read[at]
      if (!reading) continue
      readings[index] = reading
      near[index] = await files.bearing(found[at] ?? [])
      judged[index] = judgeSentence(dossier === model.dossier ? reading.questions : [], near[index] ?? [])
    }
  }

  async function settle(
    sureness: Parameters<typeof judgeArticle>[1],
  ): Promise<Omit<ReadByModel, 'modelUse'>> {
    const judgements = judgeArticle(
      judged.map(each => each ?? []),
      sureness,
    )
    const asked = [...new Set(judgements.flatMap(({ claims }) => claims.map(({ question }) => question)))]
    const onFile = await files.onQuestions(asked)
    const subjectIn = createSubjectFinder(onFile.map(subjectOf), {
      title: article.title,
      text: article.story.map(span => textOf(article, span)).join('\n'),
    })
    const { attributions, bySentence } = attributeArticle({
      text: article.text,
      story: article.story,
      sentences,
      readings: readings.map(reading => reading?.pieces ?? []),
      outlet: article.outlet,
      byline: '',
      outlets: [...new Set(onFile.map(({ source }) => source.publisher))],
    })
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
        placeClaim({ article, sentence, text: textAt(index), subject, locator, attribution, answers }),
      )
    }
    return {
      claims,
      judged: judgements.map((judgement, index) =>
        judged[index] && isOpen[index] ? { ...judgement, near: near[index] ?? [] } : null,
      ),
    }
  }

  return { textAt, judge, settle }
}

const textOf = ({ text }: ArticleText, span: Span | undefined): string =>
  span ? text.slice(span.start, span.end) : ''

const certaintyOf = (judged: JudgedQuestion): Certainty => (maySayContradicts(judged) ? 'likely' : 'possibly')

async function toAnswer(judged: JudgedQuestion, files: ClaimFiles): Promise<MachineAnswer> {
  const { question, position, neighbours } = judged
  return { question, position, certainty: certaintyOf(judged), neighbours: await files.whole(neighbours) }
}

interface ReadClaim {
  article: ArticleText
  sentence: Span
  text: string
  subject: string
  locator: NonNullable<ReturnType<typeof makeLocator>>
  attribution: Attribution | null
  answers: MachineAnswer[]
}

/** A sentence as a claim: said by whom the article names, else by the outlet, at the time of publication. */
function placeClaim({
  article,
  sentence,
  text,
  subject,
  locator,
  attribution,
  answers,
}: ReadClaim): PlacedClaim {
  const url = article.addresses[0] ?? null
  const source = articleOfPage(url)
  const outlet = article.outlet || hostOf(url) || article.title
  const published = readDay(article.published)
  const isAttributed = attribution !== null && attribution.speaker.name !== ''
  const claim: ClaimOnFile = {
    id: asClaimId(`machine:${fingerprint(text)}`),
    article: source,
    statement: text.replace(/\s+/g, ' ').trim(),
    locator,
    subject,
    speaker: isAttributed ? attribution.speaker : { name: outlet, kind: 'outlet' },
    chain: isAttributed && attribution.chain.length > 0 ? attribution.chain : [outlet],
    modality: isAttributed ? 'asserts' : 'reports',
    about: findAbout(text, published),
    bearsOn: answers.map(({ question, position }) => ({ question, position })),
    certainty: Object.fromEntries(answers.map(({ question, certainty }) => [question, certainty])) as Record<
      QuestionId,
      Certainty
    >,
    source: {
      id: source,
      url,
      publisher: outlet,
      title: article.title || null,
      published: published ?? '',
      leader: subject,
    },
  }
  return {
    claim,
    span: sentence,
    sentence,
    text,
    notPlaced: null,
    machine: { answers, voice: attribution?.reasons ?? [] },
  }
}
