import type { Highlight } from '../../utils/model/highlight'
import { sayDay } from '../highlights/say-when'
import type { Translate } from '../shared/words'
import { escapeHtml } from './escape-html'
import type { CopiedText } from './sidebar-actions'

/** A highlight as text: its words as they were marked, the outlet, the article, when it was marked, and a link to them. */
export function writeQuotation(t: Translate, highlight: Highlight, url: string): CopiedText {
  const { selectors, outlet, title, anchoredMs } = highlight
  const words = selectors[0].exact.trim()
  const source = [outlet, title && `“${title}”`, t('notes_markedAt', sayDay(anchoredMs))].filter(Boolean)
  const paragraphs = words.split(/\n+/).map(line => `<p>${escapeHtml(line)}</p>`)
  const link = escapeHtml(url)
  return {
    plain: `“${words}”\n${source.join(', ')}\n${url}`,
    html: `<blockquote cite="${link}">${paragraphs.join('')}</blockquote><p>${escapeHtml(source.join(', '))}<br><a href="${link}">${link}</a></p>`,
  }
}
