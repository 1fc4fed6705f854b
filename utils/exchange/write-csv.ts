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

function* rowsOf(article: ExportArticle, content: ExportContent): Generator<Row> {
  const { url, title, outlet, published, highlights, claims } = article
  const shared = { title, outlet, address: url ?? '', published: published ?? '' }
  for (const { selectors, note, tags, colour, createdMs, modifiedMs } of highlights) {
    yield {
      ...shared,
      kind: 'highlight',
      words: selectors[0].exact,
      note,
      tags: tags.join(', '),
      colour: nameOfColour(content, colour),
      created: new Date(createdMs).toISOString(),
      modified: new Date(modifiedMs).toISOString(),
    }
  }
  for (const { statement, speaker, chain, subject, about, bearsOn, source } of claims) {
    const row = {
      ...shared,
      kind: source.isReaders ? 'my claim' : 'claim',
      words: statement,
      speaker: speaker.name,
      chain: chain.join(' › '),
      subject: subject ?? source.leader,
      about: about ?? '',
    }
    if (bearsOn.length === 0) yield row
    for (const { question, position } of bearsOn) {
      yield { ...row, question: content.questions[question] ?? question, position }
    }
  }
}

/**
 * One table (RFC 4180): a row for each highlight, and for each answer of a claim. No cell begins a formula. A byte order
 * mark comes first, since spreadsheets read UTF-8 by it alone.
 */
export function* writeCsv(content: ExportContent): Generator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  for (const article of content.articles) {
    for (const row of rowsOf(article, content)) {
      yield `${columns.map(name => writeCell(row[name] ?? '')).join(',')}\r\n`
    }
  }
}
