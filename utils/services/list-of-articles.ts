import type { ArticleSummary } from '../model/article-summary'
import type { Highlight } from '../model/highlight'
import type { HighlightPort, ReaderClaimPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { articleKey } from './list-articles'
import { walkHighlights } from './walk-highlights'

/**
 * All that the reader has of these articles, highlights newest first. `wait` lets others have their turn. Rejects where
 * storage cannot be read.
 */
export async function listOfArticles(
  ports: { highlights: Pick<HighlightPort, 'listNewest'>; readerClaims: Pick<ReaderClaimPort, 'listAll'> },
  articles: readonly ArticleSummary[],
  wait: () => Promise<void>,
): Promise<{ highlights: Highlight[]; readerClaims: ReaderClaim[] }> {
  const keys = new Set(articles.map(({ key }) => key))
  const isOfThem = ({ addresses }: Pick<Highlight, 'addresses'>) => keys.has(articleKey(addresses))
  const highlights: Highlight[] = []
  for await (const part of walkHighlights(ports.highlights, wait)) highlights.push(...part.filter(isOfThem))
  return { highlights, readerClaims: (await ports.readerClaims.listAll()).filter(isOfThem) }
}
