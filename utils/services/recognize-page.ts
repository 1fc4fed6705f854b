import { fingerprintWindows, placeLocator, type Windows } from '../anchoring/locators'
import { splitWords } from '../anchoring/words'
import { listCarriers, recognizeArticle, tallyArticles } from '../matching/recognize-article'
import type { ArticleText } from '../model/article-text'
import type { Article } from '../model/dossier'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import type { CarriedBy, Recognition } from '../model/reading'
import { hashPage } from '../reading/judge-address'
import { judgeTie, type Tie } from '../reading/judge-tie'

export interface RecognizePorts {
  corpus: CorpusPort
  /** What the reader said of articles. */
  readerClaims?: ReaderClaimPort
}

/** Which article a page is, and what of its text told so. */
export interface RecognizedPage {
  recognition: Recognition
  /** Other articles on file that carry some of its words. */
  carriedBy: CarriedBy[]
  /** What the reader said of it, placed in it or not. */
  readerClaims: ReaderClaim[]
  windows: Windows
}

/**
 * Looks a page up by its addresses and by its text. What is kept under its own address belongs to it. What is kept under
 * one that is only like it, or that it states, belongs to it as far as the text agrees: sites state one address on all
 * of their pages, and other articles' addresses. Rejects where the corpus cannot be read.
 */
export async function recognizePage(ports: RecognizePorts, page: ArticleText): Promise<RecognizedPage> {
  const { corpus } = ports
  const { own, alike } = hashPage(page.addresses)
  const hashes = own === null ? alike : [own, ...alike]
  const said = (await ports.readerClaims?.findByAddress(hashes)) ?? []
  const words = splitWords(page.text, page.story)
  const windows = fingerprintWindows(words, [
    ...(await corpus.listLocatorLengths()),
    ...said.map(({ locator }) => locator.words),
  ])
  const [addressed, candidates] = await Promise.all([
    corpus.findArticlesByAddress(hashes),
    corpus.findClaimsByLocator([...windows.keys()]),
  ])
  const isPlaced = (claim: Pick<ReaderClaim, 'locator'>): boolean =>
    typeof placeLocator(windows, claim.locator) === 'object'
  const found = candidates.filter(isPlaced)
  const sizes = await corpus.countClaimsOfArticles([...new Set(found.map(({ source }) => source.id))])
  const tallies = tallyArticles(found, sizes)
  const tieOf = ({ url, otherUrls = [], publisher }: Article) =>
    judgeTie(page, { addresses: url === null ? otherUrls : [url, ...otherUrls], outlet: publisher })
  // An address under which several stories stood says no more than one that is only like the page's.
  const isOwn = (tie: Tie | null) => tie === 'own' && !page.isAddressShared
  const recognition = recognizeArticle(
    {
      title: page.title,
      outlet: page.outlet,
      storyWords: words.length,
      own: addressed.filter(article => isOwn(tieOf(article))),
      alike: addressed.filter(article => tieOf(article) !== null && !isOwn(tieOf(article))),
    },
    tallies,
  )
  return {
    recognition,
    carriedBy: listCarriers(tallies, recognition.how === 'none' ? null : recognition.article),
    readerClaims: said.filter(claim => {
      const tie = judgeTie(page, claim)
      return isOwn(tie) || (tie !== null && isPlaced(claim))
    }),
    windows,
  }
}
