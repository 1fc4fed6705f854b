import { placeLocator, type Windows } from '../anchoring/locators'
import { countOutlets } from '../matching/count-sources'
import { toClaimOnFile, toClaimsOnFile } from '../matching/make-reader-claim'
import { markClaim } from '../matching/mark-claim'
import { orderQuestions } from '../matching/order-questions'
import { readQuestion } from '../matching/read-question'
import { findYears } from '../matching/summarize-question'
import type { ArticleText } from '../model/article-text'
import type { DossierInfo } from '../model/dossier'
import type { DossierId } from '../model/ids'
import { limits } from '../model/limits'
import type { ModelUse } from '../model/model-use'
import type { CorpusPort, MatcherPort, SentenceMatch } from '../model/ports'
import type { ClaimOnFile, PlacedClaim, QuestionReading, Reading, SentenceHere } from '../model/reading'
import type { StopSignal } from '../model/sentence-reading'
import { isOverlapping, type Span } from '../model/span'
import { nearestTopic } from '../reading/nearest-topic'
import { splitSentences } from '../reading/split-sentences'
import { type ComparedQuestion, compareAll, listOnFile } from './compare-article'
import { createTermMatcher } from './match-by-terms'
import { type ModelPorts, readByModel } from './read-by-model'
import { readByTerms } from './read-by-terms'
import { type RecognizedPage, type RecognizePorts, recognizePage } from './recognize-page'

interface Ports extends RecognizePorts {
  /** What finds claims for an article that is not on file; by terms, unless another is handed in. */
  matcher?: MatcherPort
  /** What reads such an article besides; without it its sentences are compared by the matcher alone. */
  reader?: ModelPorts
}

export interface ReadOptions {
  /** What of the text the reader sees: that is read first. */
  inView?: Span | null
  /** What `recognizePage` gave for this article, where it was asked already. */
  recognized?: RecognizedPage
  /** A private window: nothing that a model said is kept. */
  isPrivate?: boolean
  signal?: StopSignal
}

/**
 * Reads an article: which article on file it is, where its claims stand, what is on file about their questions and
 * how that stands to them. Claims are placed by their locators only: one whose passage is not found exactly once is
 * listed as not placed. An article that is not on file gets the questions one may look into.
 *
 * Stopped, it gives what it has. Rejects where the corpus cannot be read; whoever serves this names the failure.
 */
export async function readArticle(
  ports: Ports,
  article: ArticleText,
  options: ReadOptions = {},
): Promise<Reading> {
  let whole: Reading | null = null
  for await (const reading of readInPortions(ports, article, options)) whole = reading
  if (!whole) throw new Error('an article has at least one portion')
  return whole
}

/**
 * The same in portions: each reading holds what the one before it had, or something surer of the same sentences, and
 * more; the last is whole. An article on file has one; any other is compared by terms first, and then read by the model.
 * Whoever stops asking stops the work.
 */
export async function* readInPortions(
  ports: Ports,
  article: ArticleText,
  { inView = null, recognized, isPrivate = false, signal }: ReadOptions = {},
): AsyncGenerator<Reading, void, void> {
  const { corpus } = ports
  const {
    recognition,
    carriedBy,
    readerClaims: own,
    windows,
  } = recognized ?? (await recognizePage(ports, article))
  const matcher = ports.matcher ?? createTermMatcher(ports, new Set(own.map(({ id }) => id)))
  const self = recognition.how === 'none' ? null : recognition.article
  const sentences = splitSentences(article.text, article.story, article.language)

  /** All but the sentences that are merely related. `matched`: the dossier that most of those speak of. */
  const readClaims = async (
    matched: DossierId | null,
    read: readonly PlacedClaim[] = [],
  ): Promise<Reading> => {
    const dossier = await findDossier(
      corpus,
      article,
      self ?? carriedBy[0]?.article.id ?? null,
      own[0]?.dossier ?? matched,
    )
    const ofDossier = self ? await corpus.listClaimsOfArticle(self) : []
    const placed = inTextOrder(
      [...placeClaims([...ofDossier, ...toClaimsOnFile(own)], windows, article, sentences), ...read],
      article,
    )
    /** What the reader says of an article may answer questions of several dossiers. */
    const filedIn = new Map(own.map(claim => [claim.id, claim.dossier]))
    const others = [...new Set(filedIn.values())].filter(id => id !== dossier?.id)
    const compared: ComparedQuestion[] = []
    for (const id of dossier ? [dossier.id, ...others] : []) {
      const here = placed.filter(({ claim }) => (filedIn.get(claim.id) ?? dossier?.id) === id)
      const isOther = id !== dossier?.id
      for (const one of await compareAll(ports, id, here))
        compared.push(isOther ? { ...one, dossier: id } : one)
    }
    const comparisons = compared.map(({ comparison }) => comparison)
    const questions = orderQuestions(
      compared.map(({ comparison, sample, dossier: other }) => ({
        ...readQuestion(comparison),
        ...(other && { dossier: other }),
        ...(sample ? { sample } : {}),
      })),
      placed.map(({ claim }) => claim.id),
    )
    return {
      recognition,
      title: article.title || (placed[0]?.claim.source.title ?? ''),
      dossier,
      claims: placed.map(here => ({ ...here, markedBy: markClaim(here.claim.id, comparisons) })),
      questions,
      sentences: [],
      modelUse: { is: 'not needed' },
      rejected: own.filter(({ isRejected }) => isRejected),
      carriedBy,
      onFile: dossier && ofDossier.length === 0 ? await listOnFile(ports, dossier) : [],
      span: summarizeSpan(questions),
    }
  }

  if (self) {
    yield await readClaims(null)
    return
  }
  /** Where the reader said something, whatever it is. */
  const said = placeClaims(own.map(toClaimOnFile), windows, article, sentences).flatMap(
    ({ sentence }) => sentence ?? [],
  )
  let base = null as { of: DossierId | null; reading: Reading } | null
  let related: SentenceHere[] = []
  let matches: readonly SentenceMatch[][] = []
  for await (const { dossier, sentences: found, ...byTerms } of readByTerms(
    { corpus, matcher },
    article,
    inView,
    sentences,
  )) {
    if (!base || base.of !== dossier) base = { of: dossier, reading: await readClaims(dossier) }
    const isOfDossier = dossier !== null && base.reading.dossier?.id === dossier
    related = isOfDossier ? withoutSaid(found, said) : []
    matches = byTerms.matches
    const isToRead = ports.reader && base.reading.dossier && sentences.length > 0
    const modelUse: ModelUse = isToRead
      ? { is: 'reading', read: 0, of: sentences.length }
      : { is: 'not needed' }
    yield { ...base.reading, modelUse, sentences: related }
    if (signal?.aborted) return
  }
  const dossier = base?.reading.dossier
  if (!ports.reader || !base || !dossier || sentences.length === 0) return
  const toRead = {
    article,
    sentences,
    said,
    byTerms: related,
    matches,
    inView,
    dossier: dossier.id,
    isPrivate,
    ...(signal && { signal }),
  }
  for await (const { claims, ...read } of readByModel(ports.reader, toRead)) {
    const reading = claims.length > 0 ? await readClaims(dossier.id, claims) : base.reading
    yield { ...reading, ...read }
  }
}

/**
 * The dossier that the article is in, or carries words of; else the one its sentences match; else the one whose topic it is
 * furthest on, or nearest to.
 */
async function findDossier(
  corpus: CorpusPort,
  text: ArticleText,
  article: ClaimOnFile['source']['id'] | null,
  matched: DossierId | null,
): Promise<DossierInfo | null> {
  const dossier = article && (await corpus.findDossierOfArticle(article))
  if (dossier) return dossier
  const installed = await corpus.listDossiers()
  const known = installed.find(({ id }) => id === matched)
  if (known || installed.length < 2) return known ?? installed[0] ?? null
  const nearest = nearestTopic(text, await corpus.listTopics())
  return installed.find(({ id }) => id === nearest) ?? installed[0] ?? null
}

const placeClaims = (
  claims: readonly ClaimOnFile[],
  windows: Windows,
  article: ArticleText,
  sentences: readonly Span[],
): PlacedClaim[] =>
  claims.map((claim): PlacedClaim => {
    const place = placeLocator(windows, claim.locator)
    return typeof place === 'string'
      ? { claim, span: null, sentence: null, text: null, notPlaced: place }
      : placeClaim(claim, place, findSentence(sentences, place), article)
  })

/** Claims in the order of the text, those that have no place last; claims of one passage by id. */
function inTextOrder(claims: readonly PlacedClaim[], { text }: ArticleText): PlacedClaim[] {
  const textOrder = ({ span }: PlacedClaim): number => span?.start ?? text.length
  return claims.toSorted((a, b) => textOrder(a) - textOrder(b) || compareIds.compare(a.claim.id, b.claim.id))
}

function placeClaim(claim: ClaimOnFile, span: Span, sentence: Span, { text }: ArticleText): PlacedClaim {
  const quoted = sentence.end - sentence.start > limits.title ? span : sentence
  return { claim, span, sentence, text: text.slice(quoted.start, quoted.end), notPlaced: null }
}

/** Sentences of which nobody has said anything yet. */
const withoutSaid = (sentences: readonly SentenceHere[], said: readonly Span[]): SentenceHere[] =>
  sentences.filter(({ span }) => !said.some(other => isOverlapping(other, span)))

/** "…#2" comes before "…#10". */
const compareIds = new Intl.Collator('en', { numeric: true })

/** From the start of the sentence in which the passage begins to the end of the one in which it ends. */
function findSentence(sentences: readonly Span[], passage: Span): Span {
  const touched = sentences.filter(({ start, end }) => start < passage.end && end > passage.start)
  return {
    start: Math.min(passage.start, touched[0]?.start ?? passage.start),
    end: Math.max(passage.end, touched.at(-1)?.end ?? passage.end),
  }
}

/** How much stands beside the article's claims, each claim counted once. */
function summarizeSpan(questions: QuestionReading[]): Reading['span'] {
  const related = questions
    .flatMap(question => question.related)
    .flatMap(({ claim, repeats }) => [claim, ...repeats])
  const claims = [...new Map(related.map(claim => [claim.id, claim])).values()]
  const years = findYears(claims)
  const isSample = questions.some(({ sample }) => sample !== undefined)
  return (
    years && {
      claims: claims.length,
      outlets: countOutlets(claims),
      ...years,
      ...(isSample ? { isSample } : {}),
    }
  )
}
