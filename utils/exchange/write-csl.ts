import { citeKeys, datePartsOf } from './cite-keys'
import { dayOf, type ExportContent } from './export-content'

/**
 * The articles to be cited, as CSL-JSON (Citation Style Language 1.0.2). Who wrote them is not on file; the outlet is what
 * they appeared in. One of which claims are on file is a newspaper's article, of any other only the page is known.
 */
export function* writeCsl({ articles, exportedAtMs }: ExportContent): Generator<string> {
  const keys = citeKeys(articles)
  const accessed = { 'date-parts': [datePartsOf(dayOf(exportedAtMs))] }
  yield '['
  for (const [index, { url, title, outlet, published, claims }] of articles.entries()) {
    const issued = datePartsOf(published)
    const item = {
      id: keys[index],
      type: claims.length > 0 ? 'article-newspaper' : 'webpage',
      ...(title !== '' && { title }),
      ...(outlet !== '' && { 'container-title': outlet }),
      ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
      ...(url !== null && { URL: url, accessed }),
    }
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(item)}`
  }
  yield '\n]\n'
}
