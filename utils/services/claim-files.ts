import { toClaimOnFile } from '../matching/make-reader-claim'
import type { ClaimId, DossierId, QuestionId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'

export type ClaimFiles = ReturnType<typeof createClaimFiles>

/** Claims on file that are asked for again and again while one article is read. */
export function createClaimFiles(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims: ReaderClaimPort },
  dossier: DossierId,
) {
  const known = new Map<ClaimId, Promise<ClaimOnFile | null>>()
  const ofQuestions = new Map<QuestionId, Promise<ClaimOnFile[]>>()
  const load = async (id: ClaimId): Promise<ClaimOnFile | null> => {
    const onFile = await corpus.loadClaim(id)
    if (onFile) return onFile
    const own = await readerClaims.load(id)
    return own && toClaimOnFile(own)
  }
  const find = (id: ClaimId) => {
    const finding = known.get(id) ?? load(id)
    known.set(id, finding)
    return finding
  }
  const whole = async (ids: readonly ClaimId[]): Promise<ClaimOnFile[]> =>
    (await Promise.all(ids.map(find))).filter(claim => claim !== null)
  return {
    whole,
    onQuestions: async (questions: readonly QuestionId[]): Promise<ClaimOnFile[]> => {
      const lists = questions.map(question => {
        const listing = ofQuestions.get(question) ?? corpus.listClaimsOfQuestion(question, dossier)
        ofQuestions.set(question, listing)
        return listing
      })
      return (await Promise.all(lists)).flat()
    },
  }
}
