import { isWholeIn, searchIn } from '../anchoring/resolve'
import type { ArticleText } from '../model/article-text'
import type { HighlightPort } from '../model/ports'
import { findHighlights } from './find-highlights'
import { type RecognizePorts, recognizePage } from './recognize-page'

/**
 * Whether a page is one to stand beside whose address is only like one on file or highlighted: whether its text agrees.
 * Rejects where storage cannot be read.
 */
export async function weighPage(
  ports: RecognizePorts & { highlights: HighlightPort },
  page: ArticleText,
): Promise<boolean> {
  const { recognition, readerClaims } = await recognizePage(ports, page)
  if (recognition.how !== 'none' || readerClaims.length > 0) return true
  const tied = await findHighlights(ports, page)
  const searched = searchIn(page.text)
  return tied.some(({ highlight, tie }) => tie === 'own' || isWholeIn(searched, highlight.selectors))
}
