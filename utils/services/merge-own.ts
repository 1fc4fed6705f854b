import type { OwnDossier } from '../model/backup'
import type { ClaimRemark } from '../model/claim-remark'
import type { Dossier, DossierInfo } from '../model/dossier'
import type { ClaimId } from '../model/ids'

interface RemarkMerge {
  /** What is to be written, and what stood there before of these; the claims that nothing was remarked of. */
  put: ClaimRemark[]
  before: ClaimRemark[]
  added: ClaimId[]
}

/** Remarks of a backup beside those that are here: of two on one claim the later stays. */
export function mergeRemarks(mine: readonly ClaimRemark[], theirs: readonly ClaimRemark[]): RemarkMerge {
  const here = new Map(mine.map(remark => [remark.claim, remark]))
  const latest = new Map<ClaimId, ClaimRemark>()
  for (const remark of theirs) {
    const known = latest.get(remark.claim) ?? here.get(remark.claim)
    if (!known || remark.atMs > known.atMs) latest.set(remark.claim, remark)
  }
  const put = [...latest.values()]
  return {
    put,
    before: put.flatMap(({ claim }) => here.get(claim) ?? []),
    added: put.map(({ claim }) => claim).filter(claim => !here.has(claim)),
  }
}

/** Of the reader's own dossiers in a backup those that are not here, or in an older version, as they are saved. */
export const newerDossiers = (onFile: readonly DossierInfo[], theirs: readonly OwnDossier[]): Dossier[] =>
  theirs
    .filter(({ id, version }) => {
      const here = onFile.find(dossier => dossier.id === id)
      return !here || here.version < version
    })
    .map(own => ({ format: 'dossier', summary: '', ...own, articles: [], claims: [] }))
