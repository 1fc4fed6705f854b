import { placeLocator } from '../anchoring/locators'
import { isWholeIn, searchIn } from '../anchoring/resolve'
import { isSameTitle } from '../matching/same-title'
import type { ArticleText } from '../model/article-text'
import { isWebAddress } from '../model/guards'
import type { HighlightPort, ReaderClaimPort } from '../model/ports'
import { type Result, succeed } from '../model/result'
import { judgeTie, type Tie } from '../reading/judge-tie'
import { findHighlights } from './find-highlights'
import type { RecognizedPage } from './recognize-page'

interface Ports {
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
}

/**
 * Keeps a page's own address with the reader's highlights and claims that are found in its text under another address, so
 * that from then on they are found by it directly, by the gate too. Where the page only states an address of theirs, its
 * title must agree besides: a sentence may stand in another article of a site that states one address everywhere.
 * Gives whether anything was kept.
 */
export async function keepAddress(
  { highlights, readerClaims }: Ports,
  page: ArticleText,
  { readerClaims: said, windows }: RecognizedPage,
): Promise<Result<boolean>> {
  const [own] = page.addresses
  // One under which several stories stood is none of theirs.
  if (!isWebAddress(own) || page.isAddressShared) return succeed(false)
  const isSure = (tie: Tie | null, title: string): boolean =>
    tie === 'derived' || (tie === 'stated' && isSameTitle(title, page.title))
  const searched = searchIn(page.text)
  const marked = (await findHighlights({ highlights }, page)).filter(
    ({ highlight, tie }) => isSure(tie, highlight.title) && isWholeIn(searched, highlight.selectors),
  )
  const claimed = said.filter(
    claim =>
      isSure(judgeTie(page, claim), claim.title) && typeof placeLocator(windows, claim.locator) === 'object',
  )
  if (marked.length > 0) {
    const kept = await highlights.addAddress(
      marked.map(({ highlight }) => highlight.id),
      own,
    )
    if (!kept.ok) return kept
  }
  if (claimed.length > 0) {
    const kept = await readerClaims.addAddress(
      claimed.map(({ id }) => id),
      own,
    )
    if (!kept.ok) return kept
  }
  return succeed(marked.length + claimed.length > 0)
}
