import type { DossierId, QuestionId } from '../model/ids'
import type { TermProfile } from '../model/term-profile'
import type { Term } from './terms'
import { termWeights } from './weights'

/** A dossier's profiles, ready to be looked up in. */
export interface DossierTerms {
  dossier: DossierId
  claims: number
  termsPerClaim: number
  counts: ReadonlyMap<Term, number>
  questions: { question: QuestionId; claims: number; counts: ReadonlyMap<Term, number> }[]
}

/** Profiles by dossier; questions that no claim bears on cannot be spoken of and are left out. */
export function readProfiles(profiles: readonly TermProfile[]): DossierTerms[] {
  return profiles
    .filter(({ question, claims }) => question === null && claims > 0)
    .map(whole => ({
      dossier: whole.dossier,
      claims: whole.claims,
      termsPerClaim: whole.termsPerClaim,
      counts: new Map(whole.counts),
      questions: profiles.flatMap(({ dossier, question, claims, counts }) =>
        dossier === whole.dossier && question !== null && claims > 0
          ? [{ question, claims, counts: new Map(counts) }]
          : [],
      ),
    }))
}

/** What a term says for a question: the log of how much more frequent it is there than in the whole dossier. */
export function weighTerm(
  term: Term,
  whole: DossierTerms,
  question: DossierTerms['questions'][number],
): number {
  const { backgroundWith, backgroundAll, shrink, against } = termWeights
  const there = question.counts.get(term) ?? 0
  // A term that the whole's profile left out occurs at least as often as here.
  const everywhere = Math.max(there, whole.counts.get(term) ?? 0)
  if (everywhere === 0) return 0
  const base = (everywhere + backgroundWith) / (whole.claims + backgroundAll)
  const share = (there + shrink * base) / (question.claims + shrink)
  const weight = Math.log(share / base)
  return weight < 0 ? weight * against : weight
}

/** How rare a term is in a dossier, as BM25 has it. */
export function rarity(term: Term, { counts, claims }: DossierTerms): number {
  const having = Math.min(counts.get(term) ?? 0, claims)
  return Math.log(1 + (claims - having + 0.5) / (having + 0.5))
}
