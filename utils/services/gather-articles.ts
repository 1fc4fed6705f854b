import type { ExportArticle } from '../exchange/export-content'
import { toClaimsOnFile } from '../matching/make-reader-claim'
import { finish } from '../model/finish'
import type { Highlight } from '../model/highlight'
import type { ReaderClaim } from '../model/reader-claim'
import type { ClaimOnFile } from '../model/reading'
import { normalizeAddress } from '../reading/judge-address'

/** What the reader chose to take out. */
export interface ChosenForExport {
  highlights?: readonly Highlight[]
  claims?: readonly ClaimOnFile[]
  readerClaims?: readonly ReaderClaim[]
}

/**
 * Highlights and claims article by article, as they go out: those that share an address are one article's; without any, those
 * that share a title, or an id on file. In the order in which the articles come, highlights before claims. What the reader
 * says that an article does not say is left out.
 */
export const gatherArticles = (chosen: ChosenForExport): ExportArticle[] => finish(gatherInSteps(chosen))

/** The same, and may be put down at each `yield`. */
export function* gatherInSteps({
  highlights = [],
  claims = [],
  readerClaims = [],
}: ChosenForExport): Generator<void, ExportArticle[], void> {
  const byKey = new Map<string, ExportArticle>()
  const articles: ExportArticle[] = []
  const placed = (addresses: readonly string[], otherwise: string): ExportArticle => {
    const spelled = addresses.flatMap(address => normalizeAddress(address) ?? [])
    const keys = spelled.length > 0 ? spelled : [otherwise]
    let article = keys.map(key => byKey.get(key)).find(found => found !== undefined)
    if (!article) {
      article = { url: null, title: '', outlet: '', published: null, highlights: [], claims: [] }
      articles.push(article)
    }
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, article)
    article.url ??= addresses[0] ?? null
    return article
  }
  for (const highlight of highlights) {
    const article = placed(highlight.addresses, `title ${highlight.title}`)
    article.title ||= highlight.title
    article.outlet ||= highlight.outlet
    article.highlights.push(highlight)
    yield
  }
  for (const claim of [...claims, ...toClaimsOnFile(readerClaims)]) {
    const { source } = claim
    const article = placed(source.url === null ? [] : [source.url], `article ${source.id}`)
    article.title ||= source.title ?? ''
    article.outlet ||= source.publisher
    article.published ??= source.published || null
    article.claims.push(claim)
    yield
  }
  return articles
}
