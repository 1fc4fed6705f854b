import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Highlight } from '../model/highlight'
import type { ClaimOnFile } from '../model/reading'
import { dayOf, type ExportArticle, type ExportContent, factsOf, nameOfColour } from './export-content'
import { nameFiles } from './name-files'

/**
 * Text as Markdown shows it letter for letter: signs that would make markup, HTML, a link, a tag or a comment of it are
 * escaped, and those that make a heading or a list do so only at the beginning of a line.
 */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#~|$]|&(?=#?\w{1,32};)|%(?=%)|=(?==)/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
    // Four spaces make code.
    .replace(/^[ \t]+/gm, '')

const quoteBlock = (text: string): string =>
  escapeMarkdown(text)
    .split(/\r\n|\n|\r|\u2028|\u2029/)
    .map(line => `> ${line}`.trimEnd())
    .join('\n')

/** In double quotes, as YAML reads them: JSON's escapes are among its own, and it has more line breaks than JSON. */
const yaml = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** As Obsidian's tags are: letters, digits, `_`, `-`, `/`, and not digits alone; '' where nothing is left. */
function tagName(tag: string): string {
  const name = tag.replace(/\s+/g, '-').replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]/gu, '')
  return /^\d+$/.test(name) ? `${name}-` : name
}

function frontMatter(
  { url, title, outlet, published, highlights }: ExportArticle,
  exportedAtMs: number,
): string {
  const createdMs = highlights.reduce((earliest, each) => Math.min(earliest, each.createdMs), exportedAtMs)
  const tags = [...new Set(highlights.flatMap(highlight => highlight.tags).map(tagName))].filter(Boolean)
  const list = (name: string, items: string[]) =>
    items.length === 0 ? [`${name}: []`] : [`${name}:`, ...items.map(item => `  - ${yaml(item)}`)]
  return [
    '---',
    `title: ${yaml(title)}`,
    `source: ${yaml(url ?? '')}`,
    ...list('author', outlet === '' ? [] : [outlet]),
    // A date is written bare, so that it is read as one; a year or a month alone would be a number or none.
    published === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)
      ? `published: ${published ? yaml(published) : ''}`.trimEnd()
      : `published: ${published}`,
    `created: ${dayOf(createdMs)}`,
    ...list('tags', tags),
    '---',
  ].join('\n')
}

function highlightPart(highlight: Highlight, content: ExportContent): string {
  const { selectors, note, tags, colour } = highlight
  const tagLine = tags
    .map(tagName)
    .filter(Boolean)
    .map(tag => `#${tag}`)
  const named = content.colourNames?.[colour] ? [escapeMarkdown(nameOfColour(content, colour))] : []
  const line = [...tagLine, ...named].join(' · ')
  return [
    quoteBlock(selectors[0].exact),
    ...(note === '' ? [] : [escapeMarkdown(note)]),
    ...(line === '' ? [] : [line]),
  ].join('\n\n')
}

function claimPart(claim: ClaimOnFile, { questions }: ExportContent): string {
  const { statement, bearsOn } = claim
  const answers = bearsOn.map(
    ({ question, position }) => `  - ${escapeMarkdown(questions[question] ?? question)} **${position}**`,
  )
  return [
    `- ${escapeMarkdown(statement.replace(/\s+/g, ' '))} (${escapeMarkdown(factsOf(claim).join('; '))})`,
    ...answers,
  ].join('\n')
}

function writeArticle(article: ExportArticle, content: ExportContent): string {
  const { highlights, claims } = article
  return `${[
    frontMatter(article, content.exportedAtMs),
    ...(highlights.length > 0
      ? ['## Highlights', ...highlights.map(each => highlightPart(each, content))]
      : []),
    ...(claims.length > 0 ? ['## Claims', claims.map(each => claimPart(each, content)).join('\n')] : []),
  ].join('\n\n')}\n`
}

/** One Markdown file an article, with front matter as Obsidian's users have it: its name, unlike any other, and its text. */
export function* writeMarkdownFiles(content: ExportContent): Generator<{ name: string; text: string }> {
  const titles = content.articles.map(({ outlet, title, url }) =>
    [outlet, title || (url ?? '')].filter(Boolean).join(' - '),
  )
  const names = nameFiles(titles, '.md')
  for (const [index, article] of content.articles.entries()) {
    yield { name: names[index] ?? '', text: writeArticle(article, content) }
  }
}

/** The same in one zip, since a page of the extension can hand the browser one file at a time. */
export function* writeMarkdownZip(content: ExportContent): Generator<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(new Uint8Array(part))
  })
  for (const { name, text } of writeMarkdownFiles(content)) {
    const file = new ZipDeflate(name, { level: 6 })
    // Zip knows no time before 1980.
    file.mtime = Math.max(content.exportedAtMs, Date.UTC(1980, 0, 2))
    zip.add(file)
    file.push(strToU8(text), true)
    yield* parts.splice(0)
  }
  zip.end()
  yield* parts
}
