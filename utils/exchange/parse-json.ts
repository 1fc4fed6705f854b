import { fail, type Result, succeed } from '../model/result'
import { scanJson } from './scan-json'
import { depthLimit, fileLimit } from './weights'

/** Lines and columns count from 1, columns in UTF-16 units. */
function describePlace(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

/**
 * A file's text as a value, whatever it holds. Bad input, with line and column: a text that is too long,
 * empty, no JSON, or nested too deep. A byte order mark at the beginning is left out.
 */
export function parseJson(text: string): Result<unknown> {
  if (text.length > fileLimit) {
    return fail(
      'bad-input',
      `the file has ${text.length} characters, more than the ${fileLimit} that are read`,
    )
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') return fail('bad-input', 'the file is empty')
  const fault = scanJson(body, depthLimit)
  if (fault) return fail('bad-input', `${describePlace(body, fault.offset)}: ${fault.what}`)
  return succeed(JSON.parse(body))
}
