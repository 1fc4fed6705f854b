import { beforeEach, describe, expect, test } from 'vitest'
import { writeVectorFile } from '../../../utils/exchange/vector-file'
import { packVector } from '../../../utils/matching/int8-vector'
import { readersOf } from '../../../utils/model/claim-vectors'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import { fillMissingVectors, takeBundledVectors } from '../../../utils/services/fill-missing-vectors'
import { fillReaderVectors } from '../../../utils/services/fill-reader-vectors'
import { findNearestClaims } from '../../../utils/services/find-nearest-claims'
import { makeArticle, makeClaim, makeDossier, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryModel, makeSentenceReading, memoryDimensions } from '../../support/memory-model'
import { createMemoryPorts } from '../../support/memory-ports'

let ports: ReturnType<typeof createMemoryPorts>
beforeEach(() => {
  ports = createMemoryPorts()
})

const makeNamed = (name: string, claims: number, version = 1) =>
  makeDossier({
    id: asDossierId(name),
    version,
    articles: [makeArticle(`${name}-1`)],
    claims: Array.from({ length: claims }, (_, at) => ({
      ...makeClaim(`${name}-1#${at}`, `${name}-1`, { listened: 'yes' }),
      statement: `Statement ${at} of ${name}, version ${version}.`,
    })),
  })
const asked = () => ports.model.asked.flat()
const blocksOf = async () => [...(await ports.vectors.countBlocks()).keys()].toSorted()
const nearest = async (statement: string, dossier: string) => {
  const { vector } = makeSentenceReading(statement)
  const [near = []] = await findNearestClaims(ports, [vector], 3, { dossiers: [asDossierId(dossier)] })
  return near
}

describe('vectors that dossiers want', () => {
  test('are made for all, with progress, once', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 6))
    await ports.corpus.saveDossier(makeNamed('two', 9))
    const told: [number, number][] = []
    const onProgress = (...now: [number, number]) => told.push(now)
    expect(await fillMissingVectors(ports, { onProgress })).toEqual({ ok: true, value: undefined })
    expect(told[0]).toEqual([4, 15])
    expect(told.at(-1)).toEqual([15, 15])
    expect(asked()).toHaveLength(15)
    expect((await nearest('Statement 7 of two, version 1.', 'two'))[0]?.claim.id).toBe('two-1#7')

    ports.model.asked.length = 0
    expect(await fillMissingVectors(ports)).toEqual({ ok: true, value: undefined })
    expect(asked()).toEqual([])
  })

  test('follow a dossier that is replaced, and of one that is gone they go', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 3))
    await fillMissingVectors(ports)
    await ports.corpus.saveDossier(makeNamed('one', 2, 2))
    await fillMissingVectors(ports)
    expect(asked()).toHaveLength(5)
    const near = await nearest('Statement 1 of one, version 2.', 'one')
    expect(near.map(({ claim }) => claim.id)).toEqual(['one-1#1', 'one-1#0'])

    const other = { ...ports, corpus: createMemoryPorts().corpus }
    await fillMissingVectors(other)
    expect(await blocksOf()).toEqual([])
  })

  test('of another model are made anew', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 3))
    await fillMissingVectors(ports)
    const model = createMemoryModel('test-2')
    await fillMissingVectors({ ...ports, model })
    expect(model.asked.flat()).toHaveLength(3)
  })

  test('broken off they go on where they were, after a stop and after a failure', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 40))
    const signal = { aborted: false }
    const onProgress = (done: number) => {
      signal.aborted = done >= 12
    }
    expect(await fillMissingVectors(ports, { signal, onProgress })).toMatchObject({
      failure: { kind: 'stopped' },
    })
    ports.model.state.failsAfter = 20
    expect(await fillMissingVectors(ports)).toMatchObject({ failure: { kind: 'model-damaged' } })
    ports.model.state.failsAfter = Number.POSITIVE_INFINITY
    expect(await fillMissingVectors(ports)).toMatchObject({ ok: true })
    expect(new Set(asked()).size).toBe(40)
    expect(asked()).toHaveLength(40)
  })

  test('of what comes, or is replaced, while they are made are made too', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 30))
    let hasChanged = false
    const model = {
      ...ports.model,
      read: async (...[sentences, signal]: Parameters<typeof ports.model.read>) => {
        if (!hasChanged) {
          hasChanged = true
          await ports.corpus.saveDossier(makeNamed('one', 20, 2))
          await ports.corpus.saveDossier(makeNamed('two', 2))
        }
        return ports.model.read(sentences, signal)
      },
    }
    expect(await fillMissingVectors({ ...ports, model })).toEqual({ ok: true, value: undefined })
    expect((await nearest('Statement 19 of one, version 2.', 'one'))[0]?.claim.id).toBe('one-1#19')
    expect(await blocksOf()).toEqual(['one', 'two'])
    expect((await ports.vectors.listStamps()).size).toBe(2)
  })
})

describe('vectors that come in the package', () => {
  const dossier = makeNamed('bundled', 5)
  const rows = dossier.claims.flatMap(({ statement }) => [
    ...packVector(makeSentenceReading(statement).vector),
  ])
  const file = writeVectorFile(dossier, 'test-1', memoryDimensions, Int8Array.from(rows))
  let read = 0
  const take = (bytes: Uint8Array | null = file) =>
    takeBundledVectors(ports, [dossier.id], async () => {
      read += 1
      return bytes
    })
  beforeEach(() => {
    read = 0
  })

  test('go on file where the dossier is, once, and the model reads nothing', async () => {
    expect(await take()).toEqual([])
    expect(read).toBe(0)
    await ports.corpus.saveDossier(dossier)
    await ports.corpus.saveDossier(makeNamed('other', 2))
    expect(await take()).toEqual([])
    expect(await take()).toEqual([])
    expect(read).toBe(1)
    expect(await blocksOf()).toEqual(['bundled'])
    await fillMissingVectors(ports)
    expect(asked()).toHaveLength(2)
  })

  test('come again for another model, and when the dossier is taken in anew', async () => {
    await ports.corpus.saveDossier(dossier)
    await take()
    await ports.corpus.saveDossier(dossier)
    expect(await take()).toEqual([])
    expect(read).toBe(2)
    ports.model = createMemoryModel('test-2')
    expect(await take()).toMatchObject([{ id: 'bundled', failure: { kind: 'bad-input' } }])
  })

  test.each([
    ['damaged', file.slice(0, 100), 'bad-input'],
    ['missing', null, 'not-found'],
  ])('%s are said so, and the model makes them', async (_, bytes, kind) => {
    await ports.corpus.saveDossier(dossier)
    expect(await take(bytes)).toMatchObject([{ id: 'bundled', failure: { kind } }])
    expect(await blocksOf()).toEqual([])
    await fillMissingVectors(ports)
    expect(asked()).toHaveLength(5)
  })
})

describe('vectors of the reader’s own claims', () => {
  const own = (id: string, more: Parameters<typeof makeReaderClaim>[1] = {}) =>
    makeReaderClaim(id, { dossier: asDossierId('one'), statement: `Own ${id}.`, ...more })

  test('vote in the dossier that they are on, and what is rejected answers nothing', async () => {
    await ports.corpus.saveDossier(makeNamed('one', 3))
    await fillMissingVectors(ports)
    await ports.readerClaims.save([
      own('r1', { question: asQuestionId('listened'), position: 'no' }),
      own('r2', { isRejected: true }),
      own('r3', { dossier: asDossierId('two') }),
    ])
    expect(await fillReaderVectors(ports)).toEqual({ ok: true, value: undefined })
    const [first] = await nearest('Own r1.', 'one')
    expect(first).toMatchObject({
      dossier: 'one',
      claim: { id: 'r1', bearsOn: [{ question: 'listened', position: 'no' }] },
    })
    expect((await nearest('Own r2.', 'one'))[0]?.claim).toEqual({ id: 'r2', bearsOn: [] })
    expect((await nearest('Own r3.', 'one')).map(({ claim }) => claim.id)).not.toContain('r3')
    expect((await nearest('Own r3.', 'two')).map(({ claim }) => claim.id)).toEqual(['r3'])
    // Dossiers come and go beside them.
    await fillMissingVectors(ports)
    expect(await blocksOf()).toEqual(['one', readersOf(asDossierId('one')), readersOf(asDossierId('two'))])
  })

  test('follow what the reader says, and read only what is new', async () => {
    await ports.readerClaims.save([own('r1'), own('r2')])
    await fillReaderVectors(ports)
    ports.model.asked.length = 0
    await fillReaderVectors(ports)
    expect(asked()).toEqual([])
    await ports.readerClaims.save([own('r2', { isRejected: true }), own('r4')])
    await fillReaderVectors(ports)
    expect(asked()).toEqual(['Own r4.'])
    expect((await nearest('Own r2.', 'one'))[0]?.claim.bearsOn).toEqual([])
    await ports.readerClaims.delete(['r1', 'r2', 'r4'].map(id => own(id).id))
    await fillReaderVectors(ports)
    expect(await blocksOf()).toEqual([])
  })

  test('a model that fails is named', async () => {
    await ports.readerClaims.save([own('r1')])
    ports.model.state.failsAfter = 0
    expect(await fillReaderVectors(ports)).toMatchObject({ failure: { kind: 'model-damaged' } })
  })
})
