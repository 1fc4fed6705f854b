import { isWebAddress } from '../model/guards'
import type { ClaimId } from '../model/ids'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'

/** The address of the article that a claim is made in; null where nothing on file, or no address of the web, is of that id. */
export async function findAddress(
  { corpus, readerClaims }: { corpus: CorpusPort; readerClaims: ReaderClaimPort },
  claim: ClaimId,
): Promise<string | null> {
  const onFile = await corpus.loadClaim(claim)
  const address = onFile ? onFile.source.url : (await readerClaims.load(claim))?.addresses[0]
  return isWebAddress(address) ? address : null
}
