import { bearsOn } from '../matching/bears-on'
import { summarizeQuestion } from '../matching/summarize-question'
import type { ClaimRemark } from '../model/claim-remark'
import type { ClaimId, DossierId } from '../model/ids'
import type { CorpusPort, RemarkPort } from '../model/ports'
import type { ClaimOnFile, QuestionSummary } from '../model/reading'

/** A corpus as the reader wants to see it, and the remarks that say so. */
export interface RemarkedCorpus {
  corpus: CorpusPort
  remarks: RemarkPort
  /** What is kept of the remarks in memory is read anew: somebody else may have written. */
  forget: () => void
}

/**
 * Shows the claims of a corpus as the reader remarked them: those that are hidden are left out of every list and of what is
 * found by terms, those that are disputed carry the reader's reason. Dossiers themselves are loaded, saved and walked as they are.
 * Where an article's words stand tells which article it is, hidden or not: finding by locator is not narrowed.
 */
export function remarkClaims(plain: CorpusPort, stored: RemarkPort): RemarkedCorpus {
  let known: Promise<ReadonlyMap<ClaimId, ClaimRemark>> | null = null
  const forget = () => {
    known = null
  }
  const load = () => {
    const loading = known ?? stored.listAll().then(all => new Map(all.map(remark => [remark.claim, remark])))
    known = loading
    loading.catch(forget)
    return loading
  }
  const show = async (claims: readonly ClaimOnFile[]): Promise<ClaimOnFile[]> => {
    const remarks = await load()
    return claims.flatMap(claim => withRemark(claim, remarks.get(claim.id)) ?? [])
  }
  const hiddenIds = async (): Promise<ClaimId[]> =>
    [...(await load()).values()].filter(({ kind }) => kind === 'hidden').map(({ claim }) => claim)

  return {
    forget,
    remarks: {
      ...stored,
      save: remarks => stored.save(remarks).finally(forget),
      delete: claims => stored.delete(claims).finally(forget),
    },
    corpus: {
      ...plain,
      eraseAll: () => plain.eraseAll().finally(forget),
      loadClaim: async id => {
        const claim = await plain.loadClaim(id)
        return claim && ((await show([claim]))[0] ?? null)
      },
      listClaimsOfArticle: async id => show(await plain.listClaimsOfArticle(id)),
      listClaimsOfQuestion: async (...asked) => show(await plain.listClaimsOfQuestion(...asked)),
      loadClaims: async places => {
        const [remarks, found] = await Promise.all([load(), plain.loadClaims(places)])
        return new Map(
          [...found].flatMap(([place, claim]) => {
            const shown = withRemark(claim, remarks.get(claim.id))
            return shown ? [[place, shown] as const] : []
          }),
        )
      },
      findClaimsByTerms: async (queries, limit) => {
        const hidden = new Set(await hiddenIds())
        const found = await plain.findClaimsByTerms(queries, limit)
        return hidden.size === 0 ? found : found.map(list => list.filter(({ id }) => !hidden.has(id)))
      },
      async *walkClaims(...asked) {
        const remarks = await load()
        for await (const some of plain.walkClaims(...asked))
          yield some.flatMap(filed => {
            const claim = withRemark(filed.claim, remarks.get(filed.claim.id))
            return claim ? [{ ...filed, claim }] : []
          })
      },
      countClaimsOfQuestions: async dossier => {
        const counts = new Map(await plain.countClaimsOfQuestions(dossier))
        for (const { article, bearsOn } of await loadHidden(plain, await hiddenIds())) {
          // Questions of two dossiers may have one name.
          if ((await plain.findDossierOfArticle(article))?.id !== dossier) continue
          for (const { question } of bearsOn) {
            const count = counts.get(question)
            if (count !== undefined) counts.set(question, count - 1)
          }
        }
        return counts
      },
      listQuestionSummaries: async dossier =>
        countAnew(plain, dossier, await plain.listQuestionSummaries(dossier), await hiddenIds()),
    },
  }
}

/** Those that are there. */
const loadHidden = async (corpus: CorpusPort, ids: readonly ClaimId[]): Promise<ClaimOnFile[]> =>
  (await Promise.all(ids.map(id => corpus.loadClaim(id)))).filter(claim => claim !== null)

/** The claim as it is shown; null where it is hidden. */
function withRemark(claim: ClaimOnFile, remark: ClaimRemark | undefined): ClaimOnFile | null {
  if (!remark) return claim
  return remark.kind === 'hidden' ? null : { ...claim, disputed: remark.reason }
}

/** What is on file about a question was counted when the dossier was taken in: without what is hidden it is less. */
async function countAnew(
  corpus: CorpusPort,
  dossier: DossierId,
  summaries: QuestionSummary[],
  hidden: readonly ClaimId[],
): Promise<QuestionSummary[]> {
  if (hidden.length === 0) return summaries
  const gone = await loadHidden(corpus, hidden)
  const counted = summaries.map(async (before): Promise<QuestionSummary[]> => {
    const { question, isByClaims } = before
    // Of very many one less is not seen.
    if (isByClaims || !gone.some(claim => bearsOn(claim, question.id))) return [before]
    const left = (await corpus.listClaimsOfQuestion(question.id, dossier)).filter(
      ({ id }) => !hidden.includes(id),
    )
    const summary = summarizeQuestion(question, left)
    return summary ? [summary] : []
  })
  return (await Promise.all(counted)).flat()
}
