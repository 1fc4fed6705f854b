import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVectorFile } from '../../../utils/exchange/vector-file'
import { createReadingModel } from '../../../utils/inference/create-reading-model'
import { packVector } from '../../../utils/matching/int8-vector'
import type { Dossier } from '../../../utils/model/dossier'
import { readModelFile } from '../../support/node-model'

const folder = new URL('../../../public/dossiers/', import.meta.url)
const dossier: Dossier = JSON.parse(readFileSync(new URL('presidential-phone-security.json', folder), 'utf8'))

test('vectors that come with the package are of its dossier and its model: of a few, reading gives the same', async () => {
  const model = createReadingModel(readModelFile)
  const file = readFileSync(new URL('presidential-phone-security.vectors.bin', folder))
  const vectors = readVectorFile(new Uint8Array(file), dossier, model.version, model.dimensions)
  if (!vectors.ok) return expect.fail(`${vectors.failure.detail}: node scripts/make-vectors.ts`)
  const some = dossier.claims.flatMap(({ statement }, row) => (row % 80 === 7 ? [{ row, statement }] : []))
  expect(some.length).toBeGreaterThanOrEqual(8)
  const readings = await model.read(some.map(({ statement }) => statement))
  await model.dispose()
  if (!readings.ok) return expect.fail(readings.failure.detail)
  for (const [at, { row }] of some.entries()) {
    const vector = packVector(readings.value[at]?.vector ?? new Float32Array())
    expect(vectors.value.slice(row * model.dimensions, (row + 1) * model.dimensions)).toEqual(vector)
  }
}, 30_000)
