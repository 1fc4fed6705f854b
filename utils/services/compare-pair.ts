import { bearsOn } from '../matching/bears-on'
import { compareFacts } from '../matching/compare-facts'
import { compareStatements } from '../matching/compare-statements'
import { findLeftOut } from '../matching/find-left-out'
import { toClaimsOnFile } from '../matching/make-reader-claim'
import { makeStance, subjectOf } from '../matching/make-stance'
import { toStatement } from '../matching/parts/read-statement'
import { readProfiles } from '../matching/read-profiles'
import { relateStances } from '../matching/relate'
import { isApart } from '../matching/relation-order'
import { createTermReader } from '../matching/terms'
import { leftOutLimits } from '../matching/weights'
import type { ComparedPair } from '../model/compared-pair'
import type { PairComparison } from '../model/comparison'
import type { ClaimId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import { fail, type Result, succeed } from '../model/result'

/**
 * Compares two claims in full: their words and parts, what else is known of them, and what others on file have that both
 * leave out. Others are those on the same question that stand beside the claim here: not those about others or another
 * actor, not those of its own article, not those that the reader set apart. Fails with not-found where the question
 * has not both (any more). Rejects where the corpus cannot be read.
 */
export async function comparePair(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims?: ReaderClaimPort },
  { dossier, question, here, onFile, read }: ComparedPair,
): Promise<Result<PairComparison>> {
  const [questions, said, verdicts, profiles, topics] = await Promise.all([
    corpus.listQuestions(dossier),
    readerClaims?.listOfQuestion(question, dossier) ?? [],
    corpus.listPairVerdicts(),
    corpus.listTermProfiles(),
    corpus.listTopics(),
  ])
  const asked = questions.find(({ id }) => id === question)
  const ofReader = toClaimsOnFile(said)
  const findClaim = async (id: ClaimId): Promise<ClaimOnFile | null> => {
    const known = read?.id === id ? read : ofReader.find(each => each.id === id)
    const claim = known ?? (await corpus.loadClaim(id))
    return claim && bearsOn(claim, question) ? claim : null
  }
  const [first, second] = await Promise.all([here, onFile].map(findClaim))
  if (!asked || !first || !second)
    return fail('not-found', `no such two claims on ${question} in dossier ${dossier}`)
  const near = { time: first.about ?? first.source.published, subjects: [subjectOf(first)] }
  const claims = [...(await corpus.listClaimsOfQuestion(question, dossier, near)), ...ofReader]
  const pair = [makeStance(first, question), makeStance(second, question)] as const
  const setApart = new Set(
    verdicts
      .filter(({ a, b, question: of }) => of === question && (a === here || b === here))
      .map(({ a, b }) => (a === here ? b : a)),
  )
  const others = claims
    .filter(({ id, source }) => id !== onFile && source.id !== first.source.id && !setApart.has(id))
    .map(claim => makeStance(claim, question))
    .filter(stance => !isApart(relateStances(pair[0], stance).relation))
    .sort((a, b) => (a.claim.source.published > b.claim.source.published ? -1 : 1))
    .slice(0, leftOutLimits.others)
  const spotting = topics.find(topic => topic.dossier === dossier)?.spotting ?? null
  return succeed({
    statements: compareStatements(toStatement(first), toStatement(second)),
    facts: compareFacts(first, second, question),
    leftOut: findLeftOut([...pair], others, {
      question: asked.text,
      readTerms: createTermReader(spotting),
      terms: readProfiles(profiles).find(whole => whole.dossier === dossier) ?? null,
    }),
  })
}
