import { bearsOn } from '../matching/bears-on'
import { groupBy } from '../matching/group-by'
import { judgeSentence } from '../matching/judge-sentence'
import { isEnglish } from '../matching/parts/read-parts'
import { splitTokens } from '../matching/parts/split-tokens'
import { pickRelated } from '../matching/pick-related'
import {
  claimsPerQuestion,
  mostSentencesOnFile,
  onFileLimits,
  readingWeights,
} from '../matching/reading-weights'
import { sayLikeness } from '../matching/say-likeness'
import type { ClaimId, DossierId, QuestionId } from '../model/ids'
import { limits } from '../model/limits'
import type { ModelUse } from '../model/model-use'
import type { OnFile } from '../model/on-file'
import type { RelatedClaim } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'
import type { SentenceReading } from '../model/sentence-reading'
import { splitSentences } from '../reading/split-sentences'
import { createClaimFiles } from './claim-files'
import { fillReaderVectors } from './fill-reader-vectors'
import { findNearestClaims } from './find-nearest-claims'
import { createTermMatcher } from './match-by-terms'
import type { ModelPorts } from './read-by-model'
import { readSentences, useOf } from './read-sentences'

/** A question that something on file about the words answers. */
interface FoundQuestion {
  dossier: DossierId
  question: QuestionId
  /** That the words bear on it, 0..1. */
  score: number
  related: RelatedClaim[]
}

/**
 * What is on file about some words, question by question: by the reading model, and by shared terms where it cannot read
 * them or nothing is near. Of several sentences each is looked up by itself; nothing of the words is kept, and of what the
 * model says of them no more than of an article. Fails as bad input where there are no words, or too many; rejects where the
 * corpus cannot be read.
 */
export async function findOnFile(
  ports: ModelPorts,
  words: string,
  { isPrivate }: { isPrivate: boolean },
): Promise<Result<OnFile>> {
  const { length } = words
  if (words.trim() === '') return fail('bad-input', 'words: there are none')
  if (length > limits.title) return fail('bad-input', `words: ${length} units, over ${limits.title}`)
  const { corpus } = ports
  const all = splitSentences(words, [{ start: 0, end: length }], 'en')
  const sentences = all.slice(0, mostSentencesOnFile).map(({ start, end }) => words.slice(start, end))
  const dossiers = await corpus.listDossiers()
  const read = await readWords(ports, sentences, isPrivate)
  const near = await findNear(
    ports,
    read.readings,
    dossiers.map(({ id }) => id),
  )
  const found = near.length > 0 ? near : await findByTerms(ports, sentences)
  const questions: OnFile['questions'] = []
  for (const { dossier: id, question: asked, related } of found.toSorted((a, b) => b.score - a.score)) {
    const dossier = dossiers.find(each => each.id === id)
    const question = (await corpus.listQuestions(id)).find(each => each.id === asked)
    if (dossier && question) questions.push({ dossier, question, related })
  }
  return succeed({
    words,
    by: near.length > 0 ? 'model' : 'terms',
    modelUse: read.modelUse,
    cut: all.length > sentences.length ? { read: sentences.length, of: all.length } : null,
    dossiers: dossiers.length,
    questions,
  })
}

async function readWords(
  ports: ModelPorts,
  sentences: readonly string[],
  isPrivate: boolean,
): Promise<{ modelUse: ModelUse; readings: SentenceReading[] }> {
  if (!isEnglish(splitTokens(sentences.join(' '))))
    return { modelUse: { is: 'other language' }, readings: [] }
  const read = await readSentences(ports, sentences, { isPrivate })
  return read.ok
    ? { modelUse: { is: 'done' }, readings: read.value }
    : { modelUse: useOf(read.failure), readings: [] }
}

/** In each dossier by itself: votes of another's claims would say nothing of its questions. */
async function findNear(
  ports: ModelPorts,
  readings: readonly SentenceReading[],
  dossiers: readonly DossierId[],
): Promise<FoundQuestion[]> {
  const found: FoundQuestion[] = []
  if (readings.length === 0) return found
  // What the reader said last may have no vector yet; where that cannot be made it is not found, and all else is.
  await fillReaderVectors(ports)
  for (const id of dossiers) found.push(...(await findNearIn(ports, readings, id)))
  return found
}

async function findNearIn(
  ports: ModelPorts,
  readings: readonly SentenceReading[],
  dossier: DossierId,
): Promise<FoundQuestion[]> {
  const files = createClaimFiles(ports, dossier)
  const vectors = readings.map(({ vector }) => vector)
  const lists = await findNearestClaims(ports, vectors, readingWeights.neighbours, { dossiers: [dossier] })
  const questions = new Map<QuestionId, { score: number; near: Map<ClaimId, number> }>()
  for (const [at, { questions: scores }] of readings.entries()) {
    const near = lists[at] ?? []
    for (const { question, score } of judgeSentence(dossier === ports.model.dossier ? scores : [], near)) {
      const bearing = near.filter(({ claim }) => bearsOn(claim, question))
      if (score < onFileLimits.score || (bearing[0]?.likeness ?? 0) < onFileLimits.likeness) continue
      const known = questions.get(question) ?? { score: 0, near: new Map<ClaimId, number>() }
      questions.set(question, known)
      known.score = Math.max(known.score, score)
      for (const { claim, likeness } of bearing)
        known.near.set(claim.id, Math.max(known.near.get(claim.id) ?? 0, likeness))
    }
  }
  const asked = [...questions].map(async ([question, { score, near }]): Promise<FoundQuestion> => {
    const claims = await files.whole([...near.keys()])
    const matches = claims
      .map(claim => {
        const likeness = near.get(claim.id) ?? 0
        return { dossier, claim, question, score: likeness, reasons: [sayLikeness(likeness)] }
      })
      .sort((a, b) => b.score - a.score)
    const { least, most } = claimsPerQuestion
    const related = pickRelated(matches, onFileLimits.likeness, most)
    return {
      dossier,
      question,
      score,
      related: related.length < least ? pickRelated(matches, 0, least) : related,
    }
  })
  return Promise.all(asked)
}

async function findByTerms(
  ports: Pick<ModelPorts, 'corpus' | 'readerClaims'>,
  sentences: string[],
): Promise<FoundQuestion[]> {
  const matcher = createTermMatcher(ports)
  const matches = (await matcher.match(sentences)).flat().sort((a, b) => b.score - a.score)
  return [...groupBy(matches, match => `${match.dossier} ${match.question}`).values()].flatMap(ofQuestion => {
    const [first] = ofQuestion
    // Several sentences may have met one claim.
    const once = [...groupBy(ofQuestion, ({ claim }) => claim.id).values()].flatMap(([best]) => best ?? [])
    const related = pickRelated(once, matcher.cutOff, claimsPerQuestion.most)
    if (!first || related.length === 0) return []
    const { dossier, question, score } = first
    return [{ dossier, question, score, related }]
  })
}
