/**
 * Reads every claim of the package's dossiers with the reading model and writes their vectors beside them. Run after a
 * change of the dossier or of the model, half a minute: node scripts/make-vectors.ts
 * The same bytes on every machine; tests/quality reads all of them again and compares, and tests/house sees when the
 * dossier or the model went on without them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readModelFile } from '../tests/support/node-model.ts'
import './resolve-sources.ts'

const { createReadingModel } = await import('../utils/inference/create-reading-model.ts')
const { packVector } = await import('../utils/matching/int8-vector.ts')
const { writeVectorFile } = await import('../utils/exchange/vector-file.ts')

const folder = new URL('../public/dossiers/', import.meta.url)
const model = createReadingModel(readModelFile)
try {
  for (const name of readdirSync(folder).filter(each => each.endsWith('.json'))) {
    const dossier = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    const statements = dossier.claims.map(({ statement }: { statement: string }) => statement)
    const readings = await model.read(statements)
    if (!readings.ok) throw new Error(readings.failure.detail)
    const rows = new Int8Array(statements.length * model.dimensions)
    for (const [row, { vector }] of readings.value.entries())
      rows.set(packVector(vector), row * model.dimensions)
    const bytes = writeVectorFile(dossier, model.version, model.dimensions, rows)
    const written = new URL(name.replace('.json', '.vectors.bin'), folder)
    writeFileSync(written, bytes)
    process.stdout.write(`${statements.length} claims, ${bytes.length} bytes: ${written.pathname}\n`)
  }
} finally {
  await model.dispose()
}
