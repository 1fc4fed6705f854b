import type { Claim, Question, Spotting } from '../model/dossier'
import type { DossierId, QuestionId } from '../model/ids'
import type { TermProfile } from '../model/term-profile'
import { createTermReader, isFamily, type Term } from './terms'
import { longestProfile, mostCounts, questionTextCounts } from './weights'

/** What is kept of a claim's statement so that nobody has to read it again. */
export interface ClaimTerms {
  terms: Term[]
  families: Term[]
}

interface Tally {
  claims: number
  terms: number
  counts: Map<Term, number>
}

const count = (counts: Map<Term, number>, term: Term, by = 1): void => {
  counts.set(term, (counts.get(term) ?? 0) + by)
}

/**
 * Leaves out the rarer half where there are more than `most` counts: what is frequent in the end was so in between. Until then
 * every count is exact.
 */
function prune(counts: Map<Term, number>, most: number): void {
  if (counts.size <= most) return
  const rarer = [...counts].sort(([, m], [, n]) => m - n).slice(0, counts.size - Math.ceil(most / 2))
  for (const [term] of rarer) counts.delete(term)
}

/**
 * Counts the terms of a dossier's claims one by one, so that memory grows with the vocabulary and not with the claims, and
 * with that up to a limit. The words of a question count as some claims of its own.
 */
export function createProfiler(
  dossier: DossierId,
  questions: readonly Question[],
  spotting: Spotting | null,
) {
  const readTerms = createTermReader(spotting)
  const whole: Tally = { claims: 0, terms: 0, counts: new Map() }
  const byQuestion = new Map<QuestionId, Tally>()
  const mostOfQuestion = Math.max(2 * longestProfile.question, Math.floor(mostCounts / questions.length))
  for (const { id, text } of questions) {
    const counts = new Map([...readTerms(text).keys()].map(term => [term, questionTextCounts] as const))
    byQuestion.set(id, { claims: 0, terms: 0, counts })
  }

  return {
    /** Takes a claim in. Gives the terms that it is looked up by, and beside them the families of its words. */
    add({ statement, bearsOn }: Pick<Claim, 'statement' | 'bearsOn'>): ClaimTerms {
      const terms = [...readTerms(statement).keys()]
      const asked = [...new Set(bearsOn.map(({ question }) => question))]
      for (const tally of [whole, ...asked.flatMap(question => byQuestion.get(question) ?? [])]) {
        tally.claims += 1
        tally.terms += terms.length
        for (const term of terms) count(tally.counts, term)
        prune(tally.counts, tally === whole ? mostCounts : mostOfQuestion)
      }
      return { terms: terms.filter(term => !isFamily(term)), families: terms.filter(isFamily) }
    },
    /** The whole dossier's first, then the questions' in their order. */
    finish: (): TermProfile[] => [
      closeTally(dossier, null, whole),
      ...[...byQuestion].map(([question, tally]) => closeTally(dossier, question, tally)),
    ],
  }
}

const closeTally = (dossier: DossierId, question: QuestionId | null, tally: Tally): TermProfile => ({
  dossier,
  question,
  claims: tally.claims,
  termsPerClaim: tally.claims === 0 ? 0 : tally.terms / tally.claims,
  counts: [...tally.counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, question === null ? longestProfile.dossier : longestProfile.question),
})
