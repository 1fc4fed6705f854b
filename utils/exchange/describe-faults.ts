import { fail } from '../model/result'
import type { ShapeError } from './validators.generated'
import { moreFaults, quotedLength } from './weights'

/** Something wrong in a file: where (`claims[3].bearsOn[0].question`; '' for the whole), and what. */
export interface Fault {
  path: string
  what: string
}

/** A value as a fault quotes it: short, on one line. */
export function quote(value: string): string {
  const line = value.replace(/\s+/gu, ' ')
  return `“${line.length > quotedLength ? `${line.slice(0, quotedLength)}…` : line}”`
}

/** One step of a path: an index, a plain name, or a name that needs quotes. */
const step = (name: string): string => {
  if (/^\d+$/.test(name)) return `[${name}]`
  return /^[A-Za-z_]\w{0,39}$/.test(name) ? `.${name}` : `[${quote(name)}]`
}

/** A JSON pointer (RFC 6901) as a path. */
function pathOf(pointer: string, ...more: string[]): string {
  const names = pointer.split('/').slice(1)
  const plain = names.map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  return [...plain, ...more].map(step).join('').replace(/^\./, '')
}

const count = (limit: unknown, one: string, many: string): string => `${limit} ${limit === 1 ? one : many}`
const kinds: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}
const describeKind = (type: unknown): string =>
  [type]
    .flat()
    .map(name => kinds[String(name)] ?? String(name))
    .join(' or ')

/** What each pattern of the schemas asks for. A test holds that none is missing. */
export const patternWords: Record<string, string> = {
  '^[A-Za-z0-9][A-Za-z0-9._:#-]*$': 'must be made of letters, digits and . _ : # -',
  '^https?://[^\\s/]': 'must be a web address (http or https)',
  '^[0-9./-]+$': 'must be a date such as 2018, 2018-05 or 2018-05-21',
  '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$': 'must be a language code such as en or pt-BR',
  '^[0-9a-f]{16}$': 'must be 16 digits of 0-9 and a-f',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$': 'must be a time such as 2026-11-23T08:00:00.000Z',
}

/** What a fault of the schema means, by the schema's keyword. */
function describeShape({ keyword, params }: ShapeError): string {
  const { limit } = params
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'type':
      return `must be ${describeKind(params.type)}`
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`
    case 'enum':
      return `must be one of ${[params.allowedValues].flat().join(', ')}`
    case 'pattern':
      return patternWords[String(params.pattern)] ?? `must look like ${params.pattern}`
    case 'minLength':
      return limit === 1
        ? 'must not be empty'
        : `must have at least ${count(limit, 'character', 'characters')}`
    case 'maxLength':
      return `must have at most ${count(limit, 'character', 'characters')}`
    case 'minItems':
      return `must have at least ${count(limit, 'entry', 'entries')}`
    case 'maxItems':
    case 'items':
      return `must have at most ${count(limit, 'entry', 'entries')}`
    case 'minimum':
      return `must be at least ${limit}`
    case 'maximum':
      return `must be at most ${limit}`
    case 'additionalProperties':
      return 'is not a field of this format'
    default:
      return `breaks the rule “${keyword}”`
  }
}

/** Faults that a compiled schema found; `within` is the path of what it looked at. */
export const faultsOfShape = (errors: ShapeError[] | null, within = ''): Fault[] =>
  (errors ?? []).map(error => {
    const { missingProperty, additionalProperty } = error.params
    const name = missingProperty ?? additionalProperty
    const path = name === undefined ? pathOf(error.instancePath) : pathOf(error.instancePath, String(name))
    const isStep = within !== '' && path !== '' && !path.startsWith('[')
    return { path: `${within}${isStep ? '.' : ''}${path}`, what: describeShape(error) }
  })

/** These faults in words, one a line: the first, some more, and how many there are besides. */
export function describeFaults(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, 1 + moreFaults)
    .map(({ path, what }) => (path === '' ? `the file ${what}` : `${path}: ${what}`))
  const rest = faults.length - lines.length
  return [...lines, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n')
}

/** The failure that names them. */
export const failWith = (faults: readonly Fault[]): ReturnType<typeof fail> =>
  fail('bad-input', describeFaults(faults))
