import type { Article } from '../model/dossier'
import type { ArticleId } from '../model/ids'
import type { CarriedBy, ClaimOnFile, Recognition } from '../model/reading'
import { foldName } from './fold-name'
import { groupBy } from './group-by'
import { isSameTitle } from './same-title'
import { fewestLocators, fewestStoryWords, fewestWordsCarried, leastShareOfLocators } from './weights'

/** How many of an article's passages stand in the page. */
interface Tally {
  article: ClaimOnFile['source']
  /** Passages found exactly once. */
  found: number
  /** Claims of the article on file. */
  of: number
  /** Words of the longest passage found. */
  longest: number
}

/**
 * Tallies claims whose passages were found in the page exactly once, by article: the most found first, then the
 * greater share, then by id.
 * @param sizes how many claims each article has on file
 */
export function tallyArticles(found: readonly ClaimOnFile[], sizes: ReadonlyMap<ArticleId, number>): Tally[] {
  return [...groupBy(found, ({ source }) => source.id).values()]
    .flatMap(claims => {
      const [first] = claims
      if (!first) return []
      const of = Math.max(claims.length, sizes.get(first.source.id) ?? 0)
      const longest = Math.max(...claims.map(({ locator }) => locator.words))
      return [{ article: first.source, found: claims.length, of, longest }]
    })
    .sort((a, b) => b.found - a.found || a.of - b.of || (a.article.id < b.article.id ? -1 : 1))
}

/** What tells which article a page is, beside the passages found in it. */
export interface PageSigns {
  title: string
  /** How many words its story has. */
  storyWords: number
  outlet: string
  /** Articles on file under the page's own address. */
  own: readonly Article[]
  /** Articles on file under an address that is only like it, or that the page states. */
  alike: readonly Article[]
}

/**
 * Which article on file the page is: one that is on file under its own address (of several, the one with most passages
 * found); one under another of its addresses, where the text agrees; or the one with most passages found where these are
 * enough, of several first one of the page's outlet. The own address is enough even where no passage is found: behind a
 * paywall the text is not there, and it is the same article.
 */
export function recognizeArticle(page: PageSigns, tallies: readonly Tally[]): Recognition {
  const tallyOf = ({ id }: Article): Tally | undefined => tallies.find(({ article }) => article.id === id)
  const mostFound = (articles: readonly Article[]): Article | undefined =>
    articles.toSorted(
      (a, b) => (tallyOf(b)?.found ?? 0) - (tallyOf(a)?.found ?? 0) || (a.id < b.id ? -1 : 1),
    )[0]
  const own = mostFound(page.own)
  if (own) return { how: 'address', article: own.id }
  const alike = mostFound(page.alike.filter(article => agrees(page, article, tallyOf(article))))
  if (alike) {
    const { found = 0, of = 0 } = tallyOf(alike) ?? {}
    return { how: 'other address', article: alike.id, found, of }
  }
  const carried = tallies.filter(
    ({ found, of }) => found >= fewestLocators && found >= of * leastShareOfLocators,
  )
  const isOfOutlet = ({ article }: Tally) => foldName(article.publisher) === foldName(page.outlet)
  const best = carried.find(isOfOutlet) ?? carried[0]
  if (!best) return { how: 'none' }
  return { how: 'locators', article: best.article.id, found: best.found, of: best.of }
}

/**
 * Whether the text says that the page is the article which its addresses only hint at: half of the passages stand in it,
 * one of them long enough to tell; or any does, under the same title. Where there is hardly any text the title alone
 * decides; where there is, and nothing of it is found, the title decides nothing.
 */
function agrees(page: PageSigns, article: Article, tally: Tally | undefined): boolean {
  const isTitled = isSameTitle(page.title, article.title ?? '')
  if (!tally) return isTitled && page.storyWords < fewestStoryWords
  return isTitled || (tally.found >= tally.of * leastShareOfLocators && tally.longest >= fewestWordsCarried)
}

/** The other articles on file that carry some of the page's words. */
export const listCarriers = (tallies: readonly Tally[], self: ArticleId | null): CarriedBy[] =>
  tallies
    .filter(({ article, longest }) => article.id !== self && longest >= fewestWordsCarried)
    .map(({ article, found, of }) => ({ article, found, of }))
