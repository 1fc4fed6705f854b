import { citeKeys, datePartsOf } from './cite-keys'
import { dayOf, type ExportContent } from './export-content'

/**
 * The articles to be cited, as CSL-JSON (Citation Style Language 1.0.2). Who wrote them is not on file; the outlet is what
 * they appeared in. One of which claims are on file is a newspaper's article, of any other only the page is known.
 */
export function writeCsl({ articles, exportedAtMs }: ExportContent): string {
  const keys = citeKeys(articles)
  const items = articles.map(({ url, title, outlet, published, claims }, index) => {
    const issued = datePartsOf(published)
    return {
      id: keys[index],
      type: claims.length > 0 ? 'article-newspaper' : 'webpage',
      ...(title !== '' && { title }),
      ...(outlet !== '' && { 'container-title': outlet }),
      ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
      ...(url !== null && { URL: url, accessed: { 'date-parts': [datePartsOf(dayOf(exportedAtMs))] } }),
    }
  })
  return `${JSON.stringify(items, null, 2)}\n`
}
