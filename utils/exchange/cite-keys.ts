import type { ExportArticle } from './export-content'
import { makeUnique } from './make-unique'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()

/**
 * A key by which each article is cited, in letters that every program takes: outlet, year, the first word of its title that
 * has some length, and a number where that is not yet the only one. `morgenpost2031phones`
 */
export const citeKeys = (articles: readonly ExportArticle[]): string[] =>
  makeUnique(articles.map(citeKey), (key, count) => `${key}-${count}`)

function citeKey({ outlet, title, published }: ExportArticle): string {
  const word = plain(title)
    .split(/ +/)
    .find(each => each.length > 3)
  const outletName = plain(outlet).replace(/ /g, '')
  return `${outletName || 'article'}${published?.slice(0, 4) ?? ''}${word ?? ''}`.toLowerCase()
}

/** Year, month and day of a date of publication, as far as it says them. */
export const datePartsOf = (published: string | null): number[] =>
  published !== null && /^\d{4}(-\d{2}){0,2}$/.test(published) ? published.split('-').map(Number) : []
