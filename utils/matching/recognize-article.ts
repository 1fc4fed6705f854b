import type { ArticleId } from '../model/ids'
import type { CarriedBy, ClaimOnFile, Recognition } from '../model/reading'
import { groupBy } from './group-by'
import { fewestLocators, fewestWordsCarried, leastShareOfLocators } from './weights'

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

/**
 * Which article on file the page is: one whose address it has (of several, the one with most passages found), or the
 * one with most passages found where these are enough. An address on file is enough even where no passage is found:
 * behind a paywall the text is not there, and it is the same article.
 */
export function recognizeArticle(byAddress: readonly ArticleId[], tallies: readonly Tally[]): Recognition {
  const addressed = tallies.find(({ article }) => byAddress.includes(article.id))?.article.id
  const known = addressed ?? [...byAddress].sort()[0]
  if (known !== undefined) return { how: 'address', article: known }
  const best = tallies.find(({ found, of }) => found >= fewestLocators && found >= of * leastShareOfLocators)
  if (!best) return { how: 'none' }
  return { how: 'locators', article: best.article.id, found: best.found, of: best.of }
}

/** The other articles on file that carry some of the page's words. */
export const listCarriers = (tallies: readonly Tally[], self: ArticleId | null): CarriedBy[] =>
  tallies
    .filter(({ article, longest }) => article.id !== self && longest >= fewestWordsCarried)
    .map(({ article, found, of }) => ({ article, found, of }))
