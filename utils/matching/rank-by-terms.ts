import type { QuestionId } from '../model/ids'
import type { FoundClaim, SentenceMatch } from '../model/ports'
import { type DossierTerms, rarity, weighTerm } from './read-profiles'
import { isFamily, type Term } from './terms'
import { sureWeights, termWeights, wordsShown } from './weights'

/** A claim on file with its terms as a set: made once, for many sentences. */
export interface Candidate extends Omit<FoundClaim, 'terms'> {
  terms: ReadonlySet<Term>
}

/** A `SentenceMatch` whose claim was not read whole yet. */
export interface RankedClaim extends Omit<SentenceMatch, 'claim'> {
  place: FoundClaim['place']
}

interface Near {
  candidate: Candidate
  likeness: number
}

/**
 * Which of the candidates, all of one dossier, a sentence may speak of, best first, and on which question.
 *
 * Likeness alone (BM25) finds the question of the nearest claim, and the nearest is often a chance hit. So three things
 * decide together: how near a claim is, how many near ones bear on its question, and how the sentence's terms are
 * spread over that question's claims and all others (log-odds with shrinkage). Claims that bear on no question are
 * background: left out.
 * @param terms the sentence's terms, each with its word
 */
export function rankByTerms(
  terms: ReadonlyMap<Term, string>,
  candidates: readonly Candidate[],
  whole: DossierTerms,
): RankedClaim[] {
  const near = findNear(terms, candidates, whole)
  const questions = scoreQuestions(terms, near, whole)
  const shares = chooseAmong(questions)
  const sentence = describeSentence(terms, whole)
  return near
    .flatMap(({ candidate, likeness }) => {
      const best = candidate.questions
        .filter(question => questions.has(question))
        .sort((a, b) => (questions.get(b) ?? 0) - (questions.get(a) ?? 0))[0]
      return best === undefined
        ? []
        : [{ candidate, likeness, best, strength: likeness + (questions.get(best) ?? 0) }]
    })
    .sort((a, b) => b.strength - a.strength || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate: { dossier, place, terms: theirs }, likeness, best }) => {
      const shared = sentence.rarities.filter(({ term }) => theirs.has(term))
      const score = judgeMatch({ likeness, share: shares.get(best) ?? 0, sentence, shared })
      const words = [...new Set(shared.map(({ word }) => word))].slice(0, wordsShown)
      const reasons = [{ rule: 'shared_words', values: [words.join(', ')], weight: score }]
      return { dossier, place, question: best, score, reasons }
    })
}

interface RareTerm {
  term: Term
  word: string
  rare: number
}

interface Sentence {
  /** The rarest first. */
  rarities: RareTerm[]
  /** How much of what the dossier mostly says it says: the shares of claims that have its terms, added up. */
  typical: number
}

function describeSentence(terms: ReadonlyMap<Term, string>, whole: DossierTerms): Sentence {
  const rarities = [...terms].map(([term, word]) => ({ term, word, rare: rarity(term, whole) }))
  let typical = 0
  for (const { term } of rarities) typical += (whole.counts.get(term) ?? 0) / whole.claims
  return { rarities: rarities.sort((a, b) => b.rare - a.rare), typical }
}

/** How often such a match is right, 0..1: a logistic function of four measures (weights.ts). */
function judgeMatch(match: {
  likeness: number
  share: number
  sentence: Sentence
  shared: readonly RareTerm[]
}): number {
  const { likeness, share, sentence, shared } = match
  const sum = (list: readonly RareTerm[]): number =>
    list.reduce((total, { term, rare }) => (isFamily(term) ? total : total + rare), 0)
  const covered = sum(shared) / (sum(sentence.rarities) || 1)
  const within = Math.min(0.999, Math.max(0.001, share))
  const { bias, odds, near, cover, topic } = sureWeights
  const exponent =
    bias +
    odds * Math.log(within / (1 - within)) +
    near * likeness +
    cover * covered +
    topic * sentence.typical
  return 1 / (1 + Math.exp(-exponent))
}

function findNear(
  terms: ReadonlyMap<Term, string>,
  candidates: readonly Candidate[],
  whole: DossierTerms,
): Near[] {
  const { k1, b } = termWeights
  const rarities = [...terms.keys()].map(term => [term, rarity(term, whole)] as const)
  return candidates
    .filter(({ questions }) => questions.length > 0)
    .map(candidate => {
      const length = candidate.terms.size / (whole.termsPerClaim || 1)
      const weight = (k1 + 1) / (1 + k1 * (1 - b + b * length))
      let likeness = 0
      for (const [term, rare] of rarities) if (candidate.terms.has(term)) likeness += rare * weight
      return { candidate, likeness }
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((x, y) => y.likeness - x.likeness || (x.candidate.id < y.candidate.id ? -1 : 1))
}

/** By its profile and by the vote of the nearest claims. */
function scoreQuestions(
  terms: ReadonlyMap<Term, string>,
  near: readonly Near[],
  whole: DossierTerms,
): Map<QuestionId, number> {
  const { voters, votePower, vote } = termWeights
  const votes = new Map<QuestionId, number>()
  const nearest = near[0]?.likeness ?? 1
  for (const { candidate, likeness } of near.slice(0, voters)) {
    for (const question of candidate.questions) {
      votes.set(question, (votes.get(question) ?? 0) + (likeness / nearest) ** votePower)
    }
  }
  const most = Math.max(...votes.values(), Number.MIN_VALUE)
  return new Map(
    whole.questions.map(profile => {
      let score = (vote * (votes.get(profile.question) ?? 0)) / most
      for (const term of terms.keys()) score += weighTerm(term, whole, profile)
      return [profile.question, score]
    }),
  )
}

/** Each question's share in the choice between all of them and none (softmax). */
function chooseAmong(scores: ReadonlyMap<QuestionId, number>): Map<QuestionId, number> {
  const { temperature, none } = termWeights
  const top = Math.max(none, ...scores.values())
  const strength = (score: number): number => Math.exp((score - top) / temperature)
  let all = strength(none)
  for (const score of scores.values()) all += strength(score)
  return new Map([...scores].map(([question, score]) => [question, strength(score) / all]))
}
