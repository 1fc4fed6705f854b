import type { Position } from '../model/dossier'
import type { QuestionId } from '../model/ids'
import type { Certainty } from '../model/model-use'
import type { ClaimOnFile } from '../model/reading'
import { foldName } from './fold-name'
import { type Interval, parseInterval } from './parse-interval'

/** A claim as an answer to one question, with its names folded and its times read: what comparing needs. */
export interface Stance {
  claim: ClaimOnFile
  question: QuestionId
  /** Null where the claim does not bear on the question. */
  position: Position | null
  /** How surely a machine read it so; null where a person did. */
  certainty: Certainty | null
  /** Whose phones: the claim's subject, else its article's leader. Folded. */
  subject: string
  actor: string | null
  /** The speaker, where named or an institution: outlets report what others say, anonymous ones are labels. */
  speaker: string | null
  /** The first identified member of the chain. Folded. */
  origin: string
  credit: string | null
  /** The outlet that carries it. Folded. */
  outlet: string
  about: Interval | null
  /** When its article was published. */
  published: Interval | null
  /** The day of publication, where it is known to the day. */
  publishedMs: number | null
}

/**
 * Takes a claim as an answer to `question`.
 * @param fold folds names as `foldName` does; one that remembers them saves half the time where there are thousands
 */
export function makeStance(claim: ClaimOnFile, question: QuestionId, fold = foldName): Stance {
  const { source } = claim
  const published = parseInterval(source.published)
  return {
    claim,
    question,
    position: claim.bearsOn.find(answer => answer.question === question)?.position ?? null,
    certainty: claim.certainty?.[question] ?? null,
    subject: fold(subjectOf(claim)),
    actor: claim.actor ? fold(claim.actor) : null,
    speaker: isIdentified(claim) ? fold(claim.speaker.name) : null,
    origin: fold(originOf(claim)),
    credit: source.credit ? fold(source.credit) : null,
    outlet: fold(source.publisher),
    about: parseInterval(claim.about),
    published,
    publishedMs: source.published.length === 10 ? (published?.startMs ?? null) : null,
  }
}

/** Whose phones, calls or habits a claim is about. */
export const subjectOf = (claim: ClaimOnFile): string => claim.subject ?? claim.source.leader

/**
 * The first identified member of a claim's chain, as written: the speaker where named, an institution or an outlet;
 * for an anonymous one the member who quotes it. Chains sometimes begin with a document, or word an anonymous
 * speaker otherwise than `speaker` does; then the second member is the one who quotes.
 */
export function originOf(claim: ClaimOnFile): string {
  const { speaker, chain, source } = claim
  if (speaker.kind !== 'anonymous') return speaker.name
  return chain[Math.max(0, chain.indexOf(speaker.name)) + 1] ?? source.publisher
}

const isIdentified = ({ speaker }: ClaimOnFile): boolean =>
  speaker.kind === 'named' || speaker.kind === 'institution'
