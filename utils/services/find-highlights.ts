import type { ArticleText } from '../model/article-text'
import type { Highlight } from '../model/highlight'
import type { HighlightPort } from '../model/ports'
import { hashPage } from '../reading/judge-address'
import { judgeTie, type Tie } from '../reading/judge-tie'

/** A highlight that may be this page's, and what ties it to it. */
export interface TiedHighlight {
  highlight: Highlight
  tie: Tie
}

/**
 * The highlights that a page's addresses lead to, oldest first. Those of its own address are its own, found or lost; others
 * are where their words are found. Rejects where storage cannot be read.
 */
export async function findHighlights(
  { highlights }: { highlights: HighlightPort },
  page: Pick<ArticleText, 'addresses' | 'outlet'>,
): Promise<TiedHighlight[]> {
  const { own, alike } = hashPage(page.addresses)
  const found = await highlights.findByAddress(own === null ? alike : [own, ...alike])
  return found.flatMap(highlight => {
    const tie = judgeTie(page, highlight)
    return tie ? [{ highlight, tie }] : []
  })
}
