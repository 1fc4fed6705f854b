import { type Position, positions } from '../model/dossier'
import type { ClaimId, QuestionId } from '../model/ids'
import type { ClaimOnFile } from '../model/reading'
import type { QuestionScore } from '../model/sentence-reading'
import { bearsOn } from './bears-on'
import { readingWeights } from './reading-weights'
import type { ToldByWords } from './tell-by-words'

/** A claim on file that is near a sentence, and how near: the dot product of their vectors, -1..1. */
export interface NearStatement {
  claim: Pick<ClaimOnFile, 'id' | 'bearsOn'>
  likeness: number
}

/** What a sentence says of one question, as far as a machine can tell. */
export interface JudgedQuestion {
  question: QuestionId
  /** That the sentence bears on it, 0..1. */
  score: number
  position: Position
  /** That the position is right, given that it bears on the question, 0..1. */
  positionScore: number
  /** The near claims that bear on the question too, nearest first: the reasons. */
  neighbours: ClaimId[]
  /** The sentence takes back or limits something it says. */
  isLimited?: true
  /** Most of the nearest claims on the question have another position. */
  isOpposed?: true
  /** The words that somebody denies in it: that turned the position (turn-denied). */
  denied?: string
}

/**
 * Which questions a sentence bears on, and which way, best first: the model's scores together with the votes of the
 * nearest claims on file, which find more than either alone (reading-weights). A question that the model does not know
 * (the reader's own, another dossier's) has the votes alone, and only where claims are near enough to be about the same
 * thing.
 * @param scores the model's; empty where it has not read the sentence for this dossier
 * @param near claims of one dossier, nearest first, without the article's own; so many as `readingWeights.neighbours`
 * @param told by the sentence's words; where nobody asked them, nothing is the less sure
 */
export function judgeSentence(
  scores: readonly QuestionScore[],
  near: readonly NearStatement[],
  told?: ToldByWords,
): JudgedQuestion[] {
  const onTopic = told ? shareOnTopic(told.topic) : 1
  const votes = countVotes(near)
  const known = new Map(scores.map(score => [score.question, score]))
  return [...new Set([...known.keys(), ...votes.keys()])]
    .map(question => {
      const model = known.get(question)
      const vote = votes.get(question) ?? 0
      const onQuestion = near.filter(({ claim }) => bearsOn(claim, question))
      const score = model ? mix(model.score, vote, readingWeights.vote) : vote * nearness(onQuestion[0])
      return {
        question,
        score: score * onTopic,
        ...choosePosition(question, model, onQuestion),
        neighbours: onQuestion.slice(0, readingWeights.positionVoters).map(({ claim }) => claim.id),
        ...(told?.isLimited && { isLimited: true as const }),
      }
    })
    .sort((a, b) => b.score - a.score || (a.question < b.question ? -1 : 1))
}

/** The model reads a sentence about anything as one about its topic; one with none of the topic's words hardly is. */
function shareOnTopic(topic: number): number {
  const { offTopic, wholeTopic } = readingWeights
  return mix(offTopic, 1, Math.min(1, topic / wholeTopic))
}

const mix = (a: number, b: number, share: number): number => (1 - share) * a + share * b

/** The share of the nearest claims that bear on each question; a claim counts the less the farther it is. */
function countVotes(near: readonly NearStatement[]): Map<QuestionId, number> {
  const votes = new Map<QuestionId, number>()
  let all = 0
  for (const { claim, likeness } of near.slice(0, readingWeights.voters)) {
    const weight = Math.exp(readingWeights.voteSteepness * (likeness - 1))
    all += weight
    for (const question of new Set(claim.bearsOn.map(answer => answer.question)))
      votes.set(question, (votes.get(question) ?? 0) + weight)
  }
  return new Map([...votes].map(([question, vote]) => [question, vote / all]))
}

/** How near the nearest claim is, 0..1: votes are shares, and something is always nearest. */
function nearness(nearest: NearStatement | undefined): number {
  const { farLikeness, nearLikeness } = readingWeights
  const share = ((nearest?.likeness ?? -1) - farLikeness) / (nearLikeness - farLikeness)
  return Math.min(1, Math.max(0, share))
}

function choosePosition(
  question: QuestionId,
  model: QuestionScore | undefined,
  onQuestion: readonly NearStatement[],
): Pick<JudgedQuestion, 'position' | 'positionScore' | 'isOpposed'> {
  const votes: Record<Position, number> = { yes: 0, no: 0, partly: 0, unknown: 0 }
  let all = 0
  for (const { claim, likeness } of onQuestion.slice(0, readingWeights.positionVoters)) {
    const weight = Math.exp(readingWeights.positionSteepness * (likeness - 1))
    all += weight
    const answer = claim.bearsOn.find(bearing => bearing.question === question)
    if (answer) votes[answer.position] += weight
  }
  const chance = (position: Position): number => {
    const voted = all === 0 ? null : votes[position] / all
    if (!model) return voted ?? 0
    return voted === null
      ? model.positions[position]
      : mix(model.positions[position], voted, readingWeights.positionVote)
  }
  const [best = 'unknown'] = [...positions].sort((a, b) => chance(b) - chance(a))
  const nearest = onQuestion.slice(0, readingWeights.backers)
  const backing = nearest.filter(({ claim }) =>
    claim.bearsOn.some(answer => answer.question === question && answer.position === best),
  )
  const isOpposed = 2 * backing.length < nearest.length
  return { position: best, positionScore: chance(best), ...(isOpposed && { isOpposed }) }
}
