import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readDossier } from '../../../utils/exchange/read-dossier'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const schema = JSON.parse(read('utils/exchange/dossier.schema.json'))
const [, example = ''] = /```json\n([\s\S]*?)```/.exec(read('docs/dossier-format.md')) ?? []

type Node = {
  properties?: Record<string, Node>
  items?: Node
  title?: string
  description?: string
  $ref?: string
}

/** Every field of a schema with its path. */
function fieldsOf(node: Node, path: string): [string, Node][] {
  const fields = Object.entries(node.properties ?? {}).map(([name, field]): [string, Node] => [
    `${path}.${name}`,
    field,
  ])
  const items: [string, Node][] = node.items ? [[`${path}[]`, node.items]] : []
  return [...fields, ...items].flatMap(([at, field]): [string, Node][] => [
    [at, field],
    ...fieldsOf(field, at),
  ])
}

describe('the published schema of dossiers', () => {
  test('is one of JSON Schema 2020-12 that any validator reads, and has the documented example', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
    expect(validate(JSON.parse(example))).toBe(true)
    expect(validate({ ...JSON.parse(example), version: 'one' })).toBe(false)
    expect(readDossier(example)).toMatchObject({ ok: true, value: { id: 'velmora-phones' } })
  })

  test('says of every field what it is', () => {
    const roots = Object.entries<Node>({ '': schema, ...schema.$defs })
    const fields = roots.flatMap(([name, node]) => fieldsOf(node, name))
    expect(fields.length).toBeGreaterThan(50)
    for (const [name, { title, description }] of roots) {
      expect([name, title, description]).toEqual([name, expect.any(String), expect.any(String)])
    }
    // What is defined once says itself what it is.
    const silent = fields.filter(([, { description, $ref }]) => !description && !$ref)
    expect(silent.map(([path]) => path)).toEqual([])
  })
})
