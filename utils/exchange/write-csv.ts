import { type ExportArticle, type ExportContent, nameOfColour } from './export-content'

const columns = [
  'kind',
  'title',
  'outlet',
  'address',
  'published',
  'words',
  'note',
  'tags',
  'colour',
  'speaker',
  'chain',
  'question',
  'position',
  'subject',
  'about',
  'created',
  'modified',
] as const
type Row = Partial<Record<(typeof columns)[number], string>>

/**
 * What begins so a spreadsheet would work out and not show, also behind spaces and in full width: an apostrophe before it
 * says that it is text.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

function writeCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function rowsOf(article: ExportArticle, content: ExportContent): Row[] {
  const { url, title, outlet, published, highlights, claims } = article
  const shared = { title, outlet, address: url ?? '', published: published ?? '' }
  return [
    ...highlights.map(({ selectors, note, tags, colour, createdMs, modifiedMs }) => ({
      ...shared,
      kind: 'highlight',
      words: selectors[0].exact,
      note,
      tags: tags.join(', '),
      colour: nameOfColour(content, colour),
      created: new Date(createdMs).toISOString(),
      modified: new Date(modifiedMs).toISOString(),
    })),
    ...claims.flatMap(({ statement, speaker, chain, subject, about, bearsOn, source }) => {
      const row = {
        ...shared,
        kind: source.isReaders ? 'my claim' : 'claim',
        words: statement,
        speaker: speaker.name,
        chain: chain.join(' › '),
        subject: subject ?? source.leader,
        about: about ?? '',
      }
      const answers = bearsOn.map(({ question, position }) => ({
        ...row,
        question: content.questions[question] ?? question,
        position,
      }))
      return answers.length > 0 ? answers : [row]
    }),
  ]
}

/**
 * One table (RFC 4180): a row for each highlight, and for each answer of a claim. No cell begins a formula. A byte order
 * mark comes first, since spreadsheets read UTF-8 by it alone.
 */
export function writeCsv(content: ExportContent): string {
  const rows: Row[] = content.articles.flatMap(article => rowsOf(article, content))
  const lines = [
    columns.join(','),
    ...rows.map(row => columns.map(name => writeCell(row[name] ?? '')).join(',')),
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
