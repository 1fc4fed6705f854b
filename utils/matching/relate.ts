import type { QuestionId } from '../model/ids'
import type { ClaimOnFile } from '../model/reading'
import type { Reason } from '../model/reason'
import type { Relation } from '../model/relation'
import { makeStance, type Stance, subjectOf } from './make-stance'
import { gapMs } from './parse-interval'
import { judgeSameSource } from './same-source'
import { otherTimeMs, questionsWithActor } from './weights'

/** How a claim on file stands to a claim of the article being read, on one question, and why. */
export interface Judged {
  relation: Relation
  /** The same speaker said otherwise: a flag beside the relation. */
  isSameSpeaker: boolean
  reasons: Reason[]
}

/**
 * Relates a claim on file to a claim here by the closed table of ARCHITECTURE.md, "Relations": the first row that
 * fits decides. Total: any two claims have a relation on any question. None of them says who is right.
 */
export const relate = (here: ClaimOnFile, onFile: ClaimOnFile, question: QuestionId): Judged =>
  relateStances(makeStance(here, question), makeStance(onFile, question))

/** `relate` for claims whose names and times were read before: many are compared many times. */
export function relateStances(here: Stance, onFile: Stance): Judged {
  const sameSource = judgeSameSource(here, onFile)
  if (sameSource) return judged('same source', sameSource)
  if (here.position === null || onFile.position === null)
    return judged('related', { rule: 'no_shared_question', values: [] })
  const subjects = [subjectOf(here.claim), subjectOf(onFile.claim)]
  if (here.subject !== onFile.subject)
    return judged('about others', { rule: 'other_subject', values: subjects })
  if (questionsWithActor.has(here.question) && here.actor && onFile.actor && here.actor !== onFile.actor) {
    const actors = [here.claim.actor ?? '', onFile.claim.actor ?? '']
    return judged('about another actor', { rule: 'other_actor', values: actors })
  }
  if (isActorUnread(here, onFile)) return judged('related', { rule: 'actor_unread', values: [] })
  const sameSubject: Reason = { rule: 'same_subject', values: subjects.slice(0, 1) }
  if (here.position === 'unknown' || onFile.position === 'unknown')
    return judgeOpen(here, onFile, sameSubject)
  if (here.position === onFile.position) return judgeAgreement(here.position, sameSubject)
  if ([here.certainty, onFile.certainty].includes('possibly'))
    return judged('related', { rule: 'unsure', values: [] }, sameSubject)
  const difference = judgeDifference(here, onFile)
  const isSameSpeaker = here.speaker !== null && here.speaker === onFile.speaker
  const sameSpeaker: Reason = { rule: 'same_speaker', values: [onFile.claim.speaker.name] }
  return {
    ...difference,
    isSameSpeaker,
    reasons: [...difference.reasons, ...(isSameSpeaker ? [sameSpeaker] : []), sameSubject],
  }
}

/** A machine does not read who is said to listen: beside a claim that says who, it may speak of somebody else. */
const isActorUnread = (a: Stance, b: Stance): boolean =>
  questionsWithActor.has(a.question) &&
  a.position !== b.position &&
  ((a.certainty !== null && a.actor === null && b.actor !== null) ||
    (b.certainty !== null && b.actor === null && a.actor !== null))

const judged = (relation: Relation, ...reasons: Reason[]): Judged => ({
  relation,
  isSameSpeaker: false,
  reasons,
})

function judgeOpen(here: Stance, onFile: Stance, sameSubject: Reason): Judged {
  if (here.position === onFile.position)
    return judged('leaves open too', { rule: 'both_open', values: [] }, sameSubject)
  return onFile.position === 'unknown'
    ? judged('leaves open', { rule: 'open_there', values: [] }, sameSubject)
    : judged('leaves open', { rule: 'open_here', values: [] }, sameSubject)
}

function judgeAgreement(position: 'yes' | 'no' | 'partly', sameSubject: Reason): Judged {
  if (position === 'yes') return judged('agrees', { rule: 'both_yes', values: [] }, sameSubject)
  if (position === 'no') return judged('agrees', { rule: 'both_no', values: [] }, sameSubject)
  return judged('agrees in part', { rule: 'both_partly', values: [] }, sameSubject)
}

/** Rows 7 to 10: they differ, and their times decide how. */
function judgeDifference(here: Stance, onFile: Stance): Judged {
  if (!here.about || !onFile.about)
    return judged('differs, time unknown', { rule: 'time_unknown', values: [] })
  const times = [here.claim.about ?? '', onFile.claim.about ?? '']
  if (gapMs(here.about, onFile.about) >= otherTimeMs)
    return onFile.about.startMs > here.about.startMs
      ? judged('later account differs', { rule: 'later_time', values: times })
      : judged('earlier account differed', { rule: 'earlier_time', values: times })
  return here.position === 'partly' || onFile.position === 'partly'
    ? judged('qualifies', { rule: 'one_partly', values: times })
    : judged('disputes', { rule: 'yes_against_no', values: times })
}
