import type { ExportArticle } from './export-content'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()

/**
 * A key by which each article is cited, in letters that every program takes: outlet, year, the first word of its title that
 * has some length, and a number where that is not yet the only one. `morgenpost2031phones`
 */
export function citeKeys(articles: readonly ExportArticle[]): string[] {
  const taken = new Set<string>()
  return articles.map(({ outlet, title, published }) => {
    const word = plain(title)
      .split(/ +/)
      .find(each => each.length > 3)
    const outletName = plain(outlet).replace(/ /g, '')
    const key = `${outletName || 'article'}${published?.slice(0, 4) ?? ''}${word ?? ''}`.toLowerCase()
    let unique = key
    for (let count = 2; taken.has(unique); count += 1) unique = `${key}-${count}`
    taken.add(unique)
    return unique
  })
}

/** Year, month and day of a date of publication, as far as it says them. */
export const datePartsOf = (published: string | null): number[] =>
  published !== null && /^\d{4}(-\d{2}){0,2}$/.test(published) ? published.split('-').map(Number) : []
