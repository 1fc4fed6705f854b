import type { ExportArticle, ExportContent } from '../../utils/exchange/export-content'
import type { Highlight } from '../../utils/model/highlight'
import type { ClaimOnFile } from '../../utils/model/reading'
import { makeArticle, makeClaim } from './make-dossier'

/** A claim of an article on file, as it goes out. */
export const makeClaimOut = (
  id: string,
  article: Parameters<typeof makeArticle>[1] = {},
  more: Partial<ClaimOnFile> = {},
): ClaimOnFile => ({
  ...makeClaim(id, 'a1', { 'two-phones': 'yes' }),
  source: makeArticle('a1', article),
  ...more,
})

export const makeArticleOut = (more: Partial<ExportArticle> = {}): ExportArticle => ({
  url: 'https://morgenpost.example/a1',
  title: 'Two handsets in a safe',
  outlet: 'Morgenpost',
  published: '2031-04-02',
  highlights: [],
  claims: [],
  ...more,
})

export const makeContent = (articles: ExportArticle[], more: Partial<ExportContent> = {}): ExportContent => ({
  exportedAtMs: Date.UTC(2031, 4, 6, 7, 8, 9),
  articles,
  questions: { 'two-phones': 'Does the president keep two phones?' },
  ...more,
})

/** One article that has just these. */
export const contentOf = (highlights: Highlight[]): ExportContent =>
  makeContent([makeArticleOut({ highlights })])
