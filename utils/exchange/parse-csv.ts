import { fail, type Result, succeed } from '../model/result'

/** One row of a table; `line` is the line of the file on which it begins, from 1. */
interface CsvRow {
  line: number
  cells: string[]
}

const plain = /[^,\r\n]*/y
const separator = /,|\r\n|\n|\r|$/y

/** Where the cell in quotation marks that begins at `at` ends, behind its last one; -1 where it is not closed. */
function endOfQuoted(text: string, at: number): number {
  let from = at + 1
  for (;;) {
    const mark = text.indexOf('"', from)
    if (mark < 0) return -1
    if (text[mark + 1] !== '"') return mark + 1
    from = mark + 2
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/**
 * The rows of a comma-separated file (RFC 4180; a lone line break ends a row too). Bad input, with its line: a quotation
 * mark that is not closed, or words behind a closed one. A byte order mark at the beginning, and empty rows, are left out.
 */
export function parseCsv(text: string): Result<CsvRow[]> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  let at = 0
  while (at < body.length || cells.length > 0) {
    const isQuoted = body[at] === '"'
    const end = isQuoted ? endOfQuoted(body, at) : at + (matchAt(plain, body, at)?.length ?? 0)
    if (end < 0) return fail('bad-input', `line ${line}: a quotation mark is not closed`)
    const written = body.slice(at, end)
    cells.push(isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written)
    line += written.split(/\r\n|\n|\r/).length - 1
    const stop = matchAt(separator, body, end)
    if (stop === null) return fail('bad-input', `line ${line}: expected a comma or the end of the line`)
    at = end + stop.length
    if (stop === ',') continue
    if (cells.some(each => each !== '')) rows.push({ line: begun, cells })
    cells = []
    if (stop !== '') line += 1
    begun = line
  }
  return succeed(rows)
}
