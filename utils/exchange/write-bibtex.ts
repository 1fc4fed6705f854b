import { citeKeys, datePartsOf } from './cite-keys'
import { dayOf, type ExportContent } from './export-content'

// Braces are counted even where they are escaped: so they are written by names, whose own are in pairs.
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const text = (value: string): string =>
  value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^]|[$&#_%]/g, sign => commands[sign] ?? `\\${sign}`)

/** As it is, but for what would end the field or the line. */
const address = (url: string): string =>
  url.replace(/[\\{}\s]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/**
 * The articles to be cited, as BibTeX: `@article` where the outlet is known, which is the journal then, else `@misc`. UTF-8,
 * with `url` and `urldate` as biblatex and most styles have them. Who wrote them is not on file.
 */
export function* writeBibtex({ articles, exportedAtMs }: ExportContent): Generator<string> {
  const keys = citeKeys(articles)
  for (const [index, { url, title, outlet, published }] of articles.entries()) {
    const [year, month, day] = datePartsOf(published)
    const fields = Object.entries({
      // In braces of its own, so that no style makes its names small.
      title: title === '' ? undefined : `{${text(title)}}`,
      journal: outlet === '' ? undefined : text(outlet),
      year,
      month,
      day,
      url: url === null ? undefined : address(url),
      urldate: url === null ? undefined : dayOf(exportedAtMs),
    }).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
    yield `@${outlet === '' ? 'misc' : 'article'}{${[keys[index], ...fields].join(',\n')}\n}\n\n`
  }
}
