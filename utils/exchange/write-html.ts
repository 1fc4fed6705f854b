import type { Highlight } from '../model/highlight'
import type { ClaimOnFile } from '../model/reading'
import { dayOf, type ExportArticle, type ExportContent, factsOf, nameOfColour } from './export-content'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for between tags and within quoted attributes; what no document may hold (control signs, half of a pair) is left out. */
const escapeHtml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, sign => signs[sign] ?? sign)

/** Of its own kind for each colour, so that a print without colour tells them apart. */
const style = `
:root { color-scheme: light; }
body { font: 11pt/1.5 Georgia, 'Times New Roman', serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff; }
h1, h2 { line-height: 1.25; break-after: avoid; }
article { border-top: 1px solid #999; padding-top: 1em; margin-top: 2em; }
blockquote { margin: 1em 0 0.3em; padding-left: 0.8em; border-left: 4px solid #777; white-space: pre-line; break-inside: avoid; }
.yellow { border-left-style: solid; border-color: #b8860b; }
.green { border-left-style: dashed; border-color: #2e7d32; }
.blue { border-left-style: dotted; border-color: #1565c0; }
.pink { border-left-style: double; border-color: #ad1457; }
.violet { border-left-style: groove; border-color: #6a1b9a; }
.note { white-space: pre-line; margin: 0.3em 0 0 1em; }
.facts { color: #555; font-size: 0.9em; margin: 0.2em 0 0; }
a { color: #0b4a8f; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`

function writeHighlight(highlight: Highlight, content: ExportContent): string {
  const { selectors, note, tags, colour, createdMs } = highlight
  const facts = [dayOf(createdMs), nameOfColour(content, colour), ...tags.map(tag => `#${tag}`)]
  return [
    `<blockquote class="${colour}">${escapeHtml(selectors[0].exact)}</blockquote>`,
    ...(note === '' ? [] : [`<p class="note">${escapeHtml(note)}</p>`]),
    `<p class="facts">${escapeHtml(facts.join(' · '))}</p>`,
  ].join('\n')
}

function writeClaim(claim: ClaimOnFile, { questions }: ExportContent): string {
  const { statement, bearsOn } = claim
  const answers = bearsOn.map(({ question, position }) => `${questions[question] ?? question} ${position}`)
  return `<li>${escapeHtml(statement)}\n<p class="facts">${escapeHtml([...factsOf(claim), ...answers].join(' · '))}</p></li>`
}

function* writeArticle(article: ExportArticle, content: ExportContent): Generator<string> {
  const { url, title, outlet, published, highlights, claims } = article
  // Only what opens a web page becomes a link.
  const link =
    url !== null && /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>` : ''
  yield `<article>
<h2>${escapeHtml(title || outlet || (url ?? ''))}</h2>
<p class="facts">${[outlet, published ?? ''].filter(Boolean).map(escapeHtml).join(', ')} ${link}</p>
`
  for (const highlight of highlights) yield `${writeHighlight(highlight, content)}\n`
  if (claims.length > 0) yield '<ul>\n'
  for (const claim of claims) yield `${writeClaim(claim, content)}\n`
  if (claims.length > 0) yield '</ul>\n'
  yield '</article>\n'
}

/** Everything as one page to print or to keep: it loads nothing and runs nothing, and says so to the browser. */
export function* writeHtml(content: ExportContent): Generator<string> {
  const day = dayOf(content.exportedAtMs)
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Highlights and claims, ${day}</title>
<style>${style}</style>
</head>
<body>
<h1>Highlights and claims</h1>
<p class="facts">${day}, from Sidelight</p>
`
  for (const article of content.articles) yield* writeArticle(article, content)
  yield '</body>\n</html>\n'
}
