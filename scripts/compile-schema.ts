/**
 * Compiles the formats' JSON schemas into plain functions, since an extension page may make no code from text.
 * Writes utils/exchange/validators.generated.js and .d.ts, which git ignores. Run by the build and the tests:
 * node scripts/compile-schema.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'

const folder = new URL('../utils/exchange/', import.meta.url)
/** A dossier is read portion by portion: its head and the items of its lists are checked each by itself. */
const itemShapes = { isQuestionShape: 'question', isArticleShape: 'article', isClaimShape: 'claim' }
const lists = ['questions', 'articles', 'claims']

interface Schema {
  $id: string
  required: string[]
  properties: Record<string, { minItems?: number; maxItems?: number }>
}

/** A schema without its titles and descriptions, which the generated code would carry along. */
const read = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8'), (key, value) =>
    (key === 'description' || key === 'title') && typeof value === 'string' ? undefined : value,
  )

// All faults and not only the first, since a file is mended faster by a list. A reader of 200,000 claims may
// get a long one: every pattern in the schemas is linear and every list bounded.
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: true,
  allowUnionTypes: true,
  // A highlight has its second selector or not.
  strictTuples: false,
  // describe-faults says it in this program's words.
  messages: false,
  code: { source: true, esm: true },
})
const dossier = read('dossier')
const backup = read('backup')
const head = {
  ...dossier,
  $id: 'urn:sidelight:dossier-head',
  required: dossier.required.filter(name => !lists.includes(name)),
  properties: Object.fromEntries(
    Object.entries(dossier.properties).filter(([name]) => !lists.includes(name)),
  ),
}
for (const schema of [dossier, head, backup]) ajv.addSchema(schema)
const exported = {
  isHeadShape: head.$id,
  isBackupShape: backup.$id,
  ...Object.fromEntries(
    Object.entries(itemShapes).map(([name, item]) => [name, `${dossier.$id}#/$defs/${item}`]),
  ),
}
const listLimits = Object.fromEntries(
  lists.map(name => {
    const { minItems = 0, maxItems } = dossier.properties[name] ?? {}
    return [name, { minItems, maxItems }]
  }),
)

// The only thing the generated code would require of Ajv is a count of code points, and `require` does not
// exist in an ES module: a function of three lines stands in for it.
const countCodePoints = 'text => { let count = 0; for (const _ of text) count++; return count }'
const code = standalone(ajv, exported).replaceAll(
  'require("ajv/dist/runtime/ucs2length").default',
  countCodePoints,
)
if (/\brequire\(/.test(code)) throw new Error('the compiled schemas need more of Ajv than a code point count')

const declaration = `/** Compiled from *.schema.json by scripts/compile-schema.ts. */
export interface ShapeError {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}
interface ShapeCheck {
  (value: unknown): boolean
  /** The faults of the last call; null where there were none. */
  errors: ShapeError[] | null
}
${Object.keys(exported)
  .map(name => `export declare const ${name}: ShapeCheck`)
  .join('\n')}
/** How many entries a dossier's lists may have. */
export declare const listLimits: Record<${lists.map(name => `'${name}'`).join(' | ')}, { minItems: number; maxItems: number }>
`
writeFileSync(
  new URL('validators.generated.js', folder),
  `${code}\nexport const listLimits = ${JSON.stringify(listLimits)}\n`,
)
writeFileSync(new URL('validators.generated.d.ts', folder), declaration)
