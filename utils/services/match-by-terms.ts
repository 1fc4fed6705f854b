import { type Candidate, type RankedClaim, rankByTerms } from '../matching/rank-by-terms'
import { type DossierTerms, readProfiles } from '../matching/read-profiles'
import { createTermReader, findTerms, type TermReader } from '../matching/terms'
import { candidatesPerSentence, termCutOff, wholePerSentence } from '../matching/weights'
import type { DossierId } from '../model/ids'
import type { CorpusPort, FoundClaim, MatcherPort, SentenceMatch } from '../model/ports'

/** One dossier while an article is read. */
interface Topic {
  whole: DossierTerms
  readTerms: TermReader
}

/**
 * Matches sentences with claims on file by the terms they share. Every sentence asks the corpus for its rarest terms;
 * what is found is ranked within its dossier, and the best are read whole. Rejects where the corpus cannot be read.
 */
export function createTermMatcher({ corpus }: { corpus: CorpusPort }): MatcherPort {
  // Made once for all portions of an article.
  let loading: Promise<ReadonlyMap<DossierId, Topic>> | null = null
  const known = new Map<string, Candidate>()
  const match = async (sentences: string[]): Promise<SentenceMatch[][]> => {
    loading ??= loadTopics(corpus)
    const topics = await loading
    const asked = sentences.map(sentence =>
      rarestFirst([...findTerms(sentence).keys()], [...topics.values()]),
    )
    const found = await corpus.findClaimsByTerms(asked, candidatesPerSentence)
    const ranked = sentences.map((sentence, index) =>
      pickWhole(rankSentence(sentence, found[index] ?? [], topics, known)),
    )
    const claims = await corpus.loadClaims([...new Set(ranked.flat().map(({ place }) => place))])
    return ranked.map(matches =>
      matches.flatMap(({ place, ...match }) => {
        const claim = claims.get(place)
        return claim ? [{ ...match, claim }] : []
      }),
    )
  }
  return { cutOff: termCutOff, match }
}

async function loadTopics(corpus: CorpusPort): Promise<ReadonlyMap<DossierId, Topic>> {
  const [profiles, spottings] = await Promise.all([corpus.listTermProfiles(), corpus.listTopics()])
  return new Map(
    readProfiles(profiles).map(whole => {
      const spotting = spottings.find(({ dossier }) => dossier === whole.dossier)?.spotting ?? null
      return [whole.dossier, { whole, readTerms: createTermReader(spotting) }]
    }),
  )
}

/** The best, and those that are sure enough to be shown. */
const pickWhole = (ranked: readonly RankedClaim[]): RankedClaim[] =>
  ranked
    .filter(({ score }, rank) => rank < wholePerSentence.least || score >= termCutOff)
    .slice(0, wholePerSentence.most)

/** Terms that no profile has come first: they are on file nowhere, or so rarely that they were left out. */
function rarestFirst(terms: string[], topics: readonly Topic[]): string[] {
  const counts = new Map(
    terms.map(term => [term, topics.reduce((sum, { whole }) => sum + (whole.counts.get(term) ?? 0), 0)]),
  )
  return terms.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
}

function rankSentence(
  sentence: string,
  found: readonly FoundClaim[],
  topics: ReadonlyMap<DossierId, Topic>,
  known: Map<string, Candidate>,
): RankedClaim[] {
  const ranked = [...topics].map(([id, { whole, readTerms }]) => {
    const candidates = found
      .filter(({ dossier }) => dossier === id)
      .map(({ terms, ...claim }) => {
        const candidate = known.get(claim.place) ?? { ...claim, terms: new Set(terms) }
        known.set(claim.place, candidate)
        return candidate
      })
    return rankByTerms(readTerms(sentence), candidates, whole)
  })
  // Of several dossiers the one whose best claim is the surest.
  return ranked.sort((a, b) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0))[0] ?? []
}
