import type { ArticleText } from '../model/article-text'
import type { ClaimOrigin } from '../model/claim-entry'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import type { HighlightPort, ReaderClaimPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import type { Span } from '../model/span'

export interface OriginPorts {
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
}

/** The page that is open, and where it has the reader's highlights. */
export interface OpenPage {
  article: ArticleText
  spanOf: (highlight: HighlightId) => Span | null
}

/** What a claim is made of, as it is now. `span`: where it stands in the page that is open, or null. */
export type FoundOrigin =
  | { from: 'passage'; words: string; article: ArticleText; span: Span }
  | { from: 'highlight'; words: string; highlight: Highlight; article: ArticleText | null; span: Span | null }
  | { from: 'claim'; words: string; claim: ReaderClaim }

/**
 * Finds what a claim is to be made of. Bad input: words that stand on the page no more, or not where they stood and more than once.
 * Not-found: a highlight or a claim that was deleted; page-gone where there is no page that words could be on.
 */
export async function findOrigin(
  { highlights, readerClaims }: OriginPorts,
  origin: ClaimOrigin,
  page: OpenPage | null,
): Promise<Result<FoundOrigin>> {
  if (origin.from === 'claim') {
    const claim = await readerClaims.load(origin.claim)
    return claim
      ? succeed({ from: 'claim', words: claim.statement, claim })
      : fail('not-found', `no claim ${origin.claim} of the reader's`)
  }
  if (origin.from === 'passage') {
    if (!page) return fail('page-gone', 'no page')
    const { article } = page
    const span = findAgain(article.text, origin)
    return span
      ? succeed({ from: 'passage', words: origin.words, article, span })
      : fail('bad-input', 'passage: is another one on the page now')
  }
  const highlight = await highlights.load(origin.highlight)
  if (!highlight) return fail('not-found', `no highlight ${origin.highlight}`)
  const span = page?.spanOf(highlight.id) ?? null
  return succeed({
    from: 'highlight',
    words: highlight.selectors[0].exact,
    highlight,
    article: span && page ? page.article : null,
    span,
  })
}

/** Where the words stood, else the one place where they stand now. */
function findAgain(text: string, { passage, words }: Extract<ClaimOrigin, { from: 'passage' }>): Span | null {
  if (text.slice(passage.start, passage.end) === words) return passage
  const start = text.indexOf(words)
  const isAlone = start >= 0 && text.indexOf(words, start + 1) < 0
  return isAlone ? { start, end: start + words.length } : null
}
