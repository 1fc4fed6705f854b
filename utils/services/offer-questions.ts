import { findTerms } from '../matching/terms'
import type { OfferedQuestion } from '../model/claim-entry'
import type { DossierInfo, Question } from '../model/dossier'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import { createTermMatcher } from './match-by-terms'

interface Offer {
  /** The likeliest first: those that claims which share terms with the words answer, then by the questions' own words. */
  offered: OfferedQuestion[]
  /** Whether the first one is sure enough to be chosen for the reader. */
  isSure: boolean
  /** Whom the nearest claim is about; null where none is near enough. */
  subject: string | null
}

/** Orders the questions of all dossiers by how likely it is that some words answer them. Rejects where storage fails. */
export async function offerQuestions(
  ports: { corpus: CorpusPort; readerClaims: ReaderClaimPort },
  words: string,
): Promise<Offer> {
  const matcher = createTermMatcher(ports)
  const [matches = []] = await matcher.match([words])
  const scores = new Map<string, number>()
  for (const { dossier, question, score } of matches) {
    const key = keyOf(dossier, question)
    scores.set(key, Math.max(scores.get(key) ?? 0, score))
  }
  const terms = findTerms(words)
  const rank = async (dossier: DossierInfo) =>
    (await ports.corpus.listQuestions(dossier.id)).map(question => ({
      offer: { dossier: dossier.id, topic: dossier.title, question },
      score: scores.get(keyOf(dossier.id, question.id)) ?? 0,
      shared: countShared(question, terms),
    }))
  const ranked = (await Promise.all((await ports.corpus.listDossiers()).map(rank)))
    .flat()
    // The sort is stable: of those that are equally unlikely the order is the dossiers'.
    .sort((a, b) => b.score - a.score || b.shared - a.shared)
  const [best] = ranked
  const [nearest] = matches
  return {
    offered: ranked.map(({ offer }) => offer),
    isSure: best !== undefined && best.score >= matcher.cutOff,
    subject:
      nearest && nearest.score >= matcher.cutOff
        ? (nearest.claim.subject ?? nearest.claim.source.leader)
        : null,
  }
}

const keyOf = (dossier: string, question: string): string => `${dossier}|${question}`

const countShared = ({ text }: Question, terms: ReadonlyMap<string, string>): number =>
  [...findTerms(text).keys()].filter(term => terms.has(term)).length
