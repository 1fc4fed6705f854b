import { toClaimsOnFile } from '../matching/make-reader-claim'
import type { OwnWord } from '../model/own-word'
import type { ReaderClaimPort, RemarkPort } from '../model/ports'

/** All that the reader says of articles and of claims in dossiers. Rejects where storage cannot be read. */
export async function listOwnWord({
  readerClaims,
  remarks,
}: {
  readerClaims: Pick<ReaderClaimPort, 'listAll'>
  remarks: Pick<RemarkPort, 'listAll'>
}): Promise<OwnWord> {
  return {
    claims: toClaimsOnFile((await readerClaims.listAll()).toReversed()),
    remarks: (await remarks.listAll()).toSorted((a, b) => b.atMs - a.atMs),
  }
}
