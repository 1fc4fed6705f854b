import { toClaimOnFile, toClaimsOnFile } from '../matching/make-reader-claim'
import { createProfiler } from '../matching/profile-terms'
import { type Candidate, type RankedClaim, rankByTerms } from '../matching/rank-by-terms'
import { type DossierTerms, readProfiles } from '../matching/read-profiles'
import { createTermReader, findTerms, type TermReader } from '../matching/terms'
import { candidatesPerSentence, termCutOff, wholePerSentence } from '../matching/weights'
import type { ClaimId, DossierId } from '../model/ids'
import type { CorpusPort, FoundClaim, MatcherPort, ReaderClaimPort, SentenceMatch } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import type { ClaimOnFile } from '../model/reading'
import type { TermProfile } from '../model/term-profile'

/** One dossier while an article is read. */
interface Topic {
  whole: DossierTerms
  readTerms: TermReader
}

interface Ports {
  corpus: CorpusPort
  readerClaims?: ReaderClaimPort
}

/**
 * Matches sentences with claims on file, the reader's own among them, by the terms they share. Every sentence asks for its
 * rarest terms; what is found is ranked within its dossier, and the best are read whole. Rejects where storage cannot be
 * read.
 * @param leftOut claims of the reader's that are not to be found: those of the page that is read
 */
export function createTermMatcher(ports: Ports, leftOut: ReadonlySet<ClaimId> = new Set()): MatcherPort {
  const { corpus, readerClaims } = ports
  // Made once for all portions of an article.
  let loading: Promise<ReadonlyMap<DossierId, Topic>> | null = null
  const known = new Map<string, Candidate>()
  const own = new Map<string, ClaimOnFile>()
  const openOwn = (claim: ReaderClaim, topics: ReadonlyMap<DossierId, Topic>): FoundClaim => {
    const { id, dossier, question } = claim
    own.set(id, toClaimOnFile(claim))
    // Read once for all sentences that it is near to.
    const terms = known.get(id)?.terms ?? topics.get(dossier)?.readTerms(claim.statement).keys() ?? []
    return { dossier, id, place: id, questions: [question], terms: [...terms] }
  }
  const match = async (sentences: string[]): Promise<SentenceMatch[][]> => {
    loading ??= loadTopics(ports)
    const topics = await loading
    const asked = sentences.map(sentence =>
      rarestFirst([...findTerms(sentence).keys()], [...topics.values()]),
    )
    const [found, ofReader = []] = await Promise.all([
      corpus.findClaimsByTerms(asked, candidatesPerSentence),
      readerClaims?.findByTerms(asked, candidatesPerSentence),
    ])
    const ranked = sentences.map((sentence, index) => {
      const said = (ofReader[index] ?? [])
        .filter(({ id }) => !leftOut.has(id))
        .map(claim => openOwn(claim, topics))
      return pickWhole(rankSentence(sentence, [...(found[index] ?? []), ...said], topics, known))
    })
    const claims = await corpus.loadClaims([...new Set(ranked.flat().map(({ place }) => place))])
    return ranked.map(matches =>
      matches.flatMap(({ place, ...match }) => {
        const claim = claims.get(place) ?? own.get(place)
        return claim ? [{ ...match, claim }] : []
      }),
    )
  }
  return { cutOff: termCutOff, match }
}

async function loadTopics({ corpus, readerClaims }: Ports): Promise<ReadonlyMap<DossierId, Topic>> {
  const [profiles, spottings] = await Promise.all([corpus.listTermProfiles(), corpus.listTopics()])
  const spottingOf = (id: DossierId) => spottings.find(({ dossier }) => dossier === id)?.spotting ?? null
  /** In a dossier without claims, as the reader's own are, the reader's say how its words are spread. */
  const profileOwn = async (id: DossierId): Promise<TermProfile[]> => {
    const profiler = createProfiler(id, await corpus.listQuestions(id), spottingOf(id))
    for (const claim of toClaimsOnFile((await readerClaims?.listOfDossier(id)) ?? [])) profiler.add(claim)
    return profiler.finish()
  }
  const bare = profiles.filter(({ question, claims }) => question === null && claims === 0)
  const made = await Promise.all(bare.map(({ dossier }) => profileOwn(dossier)))
  return new Map(
    readProfiles([...profiles, ...made.flat()]).map(whole => [
      whole.dossier,
      { whole, readTerms: createTermReader(spottingOf(whole.dossier)) },
    ]),
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
