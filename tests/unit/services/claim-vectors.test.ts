import { describe, expect, test, vi } from 'vitest'
import { readVectorFile, writeVectorFile } from '../../../utils/exchange/vector-file'
import { packVector } from '../../../utils/matching/int8-vector'
import { claimsPerBlock } from '../../../utils/model/claim-vectors'
import type { Position } from '../../../utils/model/dossier'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import { fail } from '../../../utils/model/result'
import { fillClaimVectors } from '../../../utils/services/fill-claim-vectors'
import { findNearestClaims } from '../../../utils/services/find-nearest-claims'
import { takeClaimVectors } from '../../../utils/services/take-claim-vectors'
import {
  createMemoryClaimVectors,
  createMemoryModel,
  makeSentenceReading,
  memoryDimensions,
} from '../../support/memory-model'

const id = asDossierId('first')
const stated = (
  claim: string,
  statement: string,
  answers: Record<string, Position> = { listened: 'yes' },
) => ({
  id: asClaimId(claim),
  statement,
  bearsOn: Object.entries(answers).map(([question, position]) => ({
    question: asQuestionId(question),
    position,
  })),
})
const makeClaims = (count: number, say = (at: number) => `Statement ${at}.`) =>
  Array.from({ length: count }, (_, at) => stated(`a#${at}`, say(at)))
const makePorts = (version?: string) => ({
  model: createMemoryModel(version),
  vectors: createMemoryClaimVectors(),
})
const vectorOf = (statement: string) => makeSentenceReading(statement).vector
const nearest = async (ports: ReturnType<typeof makePorts>, statement: string) =>
  (await findNearestClaims(ports, [vectorOf(statement)], 3))[0] ?? []

describe('vectors of a dossier’s claims', () => {
  test('are read and kept, block by block, with progress', async () => {
    const ports = makePorts()
    const claims = makeClaims(claimsPerBlock + 40)
    const progress: [number, number][] = []
    const onProgress = (done: number, read: number) => progress.push([done, read])
    expect(await fillClaimVectors(ports, id, claims, { onProgress })).toEqual({
      ok: true,
      value: { read: claims.length },
    })
    expect(await ports.vectors.countBlocks()).toEqual(new Map([[id, 2]]))
    expect(progress[0]).toEqual([4, 4])
    expect(progress.at(-1)).toEqual([claims.length, claims.length])
    for (const at of [0, claimsPerBlock - 1, claimsPerBlock, claims.length - 1]) {
      const [near] = await nearest(ports, `Statement ${at}.`)
      expect(near).toMatchObject({ dossier: id, claim: { id: `a#${at}` } })
      expect(near?.likeness).toBeGreaterThan(0.99)
    }
  })

  test('are read again only for claims that say something else', async () => {
    const ports = makePorts()
    const claims = makeClaims(claimsPerBlock + 40)
    await fillClaimVectors(ports, id, claims)
    const save = vi.spyOn(ports.vectors, 'saveBlock')
    ports.model.asked.length = 0
    expect(await fillClaimVectors(ports, id, claims)).toEqual({ ok: true, value: { read: 0 } })
    expect([ports.model.asked.length, save.mock.calls.length]).toEqual([0, 0])

    // One is new at the top, so that all others move on by one; one says something else; one is gone.
    const changed = [
      stated('a#new', 'New.'),
      ...claims.slice(0, 5),
      stated('a#5', 'Corrected.'),
      ...claims.slice(6, -1),
    ]
    expect(await fillClaimVectors(ports, id, changed)).toEqual({ ok: true, value: { read: 2 } })
    expect(ports.model.asked.flat()).toEqual(['New.', 'Corrected.'])
    expect((await nearest(ports, 'Corrected.'))[0]?.claim.id).toBe('a#5')
    expect((await nearest(ports, 'Statement 5.'))[0]?.likeness).toBeLessThan(0.99)
    const lastGone = `Statement ${claims.length - 1}.`
    expect((await nearest(ports, lastGone))[0]?.likeness).toBeLessThan(0.99)
  })

  test('of fewer claims are fewer blocks', async () => {
    const ports = makePorts()
    await fillClaimVectors(ports, id, makeClaims(claimsPerBlock + 1))
    await fillClaimVectors(ports, id, makeClaims(3))
    expect(await ports.vectors.countBlocks()).toEqual(new Map([[id, 1]]))
    expect((await ports.vectors.loadBlock(id, 0))?.claims).toHaveLength(3)
    await fillClaimVectors(ports, id, [])
    expect(await ports.vectors.countBlocks()).toEqual(new Map())
  })

  test('of another model are read anew, and not compared until then', async () => {
    const ports = makePorts('test-1')
    await fillClaimVectors(ports, id, makeClaims(3))
    const later = { ...ports, model: createMemoryModel('test-2') }
    expect(await nearest(later, 'Statement 1.')).toEqual([])
    expect(await fillClaimVectors(later, id, makeClaims(3))).toEqual({ ok: true, value: { read: 3 } })
    expect(await nearest(later, 'Statement 1.')).toHaveLength(3)
  })

  test('follow their claims where these answer otherwise, without being read again', async () => {
    const ports = makePorts()
    const claims = makeClaims(40)
    await fillClaimVectors(ports, id, claims)
    const [first, ...others] = claims
    const changed = [
      { ...stated('a#0', first?.statement ?? '', { listened: 'no', kept: 'unknown' }) },
      ...others,
    ]
    expect(await fillClaimVectors(ports, id, changed)).toEqual({ ok: true, value: { read: 0 } })
    const [near, next] = await nearest(ports, 'Statement 0.')
    expect(near?.claim).toEqual(changed[0] && { id: 'a#0', bearsOn: changed[0].bearsOn })
    expect(next?.claim.bearsOn).toEqual([{ question: 'listened', position: 'yes' }])
  })

  test('broken off: what was read stays, in blocks that are done and in those that are not', async () => {
    const ports = makePorts()
    const claims = makeClaims(claimsPerBlock * 2)
    ports.model.state.failsAfter = claimsPerBlock + 64
    expect(await fillClaimVectors(ports, id, claims)).toEqual(
      fail('model-damaged', '/model/reader.onnx is missing'),
    )
    expect(await ports.vectors.countBlocks()).toEqual(new Map([[id, 2]]))
    expect((await ports.vectors.loadBlock(id, 1))?.claims).toHaveLength(64)
    expect((await nearest(ports, `Statement ${claimsPerBlock + 63}.`))[0]?.likeness).toBeGreaterThan(0.99)
    ports.model.state.failsAfter = Number.POSITIVE_INFINITY
    expect(await fillClaimVectors(ports, id, claims)).toEqual({
      ok: true,
      value: { read: claimsPerBlock - 64 },
    })

    const signal = { aborted: true }
    const stopped = await fillClaimVectors(ports, asDossierId('b'), claims, { signal })
    expect(stopped).toMatchObject({ failure: { kind: 'stopped' } })
  })

  test('are kept while a block is read: a worker may be stopped at any moment', async () => {
    const ports = makePorts()
    const kept: number[] = []
    const onProgress = async (done: number) => {
      if (done % 128 === 4) kept.push((await ports.vectors.loadBlock(id, 0))?.claims.length ?? 0)
    }
    await fillClaimVectors(ports, id, makeClaims(300), { onProgress })
    expect(kept).toEqual([0, 128, 256])
  })

  test('that are known are kept where a dossier that changed is broken off', async () => {
    const ports = makePorts()
    await fillClaimVectors(ports, id, makeClaims(600))
    ports.model.asked.length = 0
    ports.model.state.failsAfter = 200
    const changed = makeClaims(600, at => `Statement ${at}${at < 300 ? ', corrected' : ''}.`)
    expect(await fillClaimVectors(ports, id, changed)).toMatchObject({ ok: false })
    expect((await ports.vectors.loadBlock(id, 0))?.claims).toHaveLength(500)
    ports.model.state.failsAfter = Number.POSITIVE_INFINITY
    expect(await fillClaimVectors(ports, id, changed)).toEqual({ ok: true, value: { read: 100 } })
  })

  test('storage that fails is named', async () => {
    const ports = makePorts()
    vi.spyOn(ports.vectors, 'saveBlock').mockResolvedValue(fail('storage-full', 'full'))
    expect(await fillClaimVectors(ports, id, makeClaims(2))).toEqual(fail('storage-full', 'full'))
  })

  test('come from whatever goes through claims one by one', async () => {
    const ports = makePorts()
    async function* claims() {
      yield* makeClaims(5)
    }
    expect(await fillClaimVectors(ports, id, claims())).toEqual({ ok: true, value: { read: 5 } })
  })
})

describe('the nearest claims', () => {
  test('come from all dossiers, or from those named, each sentence’s own', async () => {
    const ports = makePorts()
    const other = asDossierId('other')
    await fillClaimVectors(ports, id, makeClaims(50))
    await fillClaimVectors(ports, other, [stated('b#1', 'Elsewhere.')])
    const vectors = ['Elsewhere.', 'Statement 7.'].map(vectorOf)
    const all = await findNearestClaims(ports, vectors, 1)
    expect(all.map(list => list.map(({ dossier, claim }) => [dossier, claim.id]))).toEqual([
      [[other, 'b#1']],
      [[id, 'a#7']],
    ])
    const [named] = await findNearestClaims(ports, vectors, 1, { dossiers: [id] })
    expect(named?.[0]?.dossier).toBe(id)
    expect(await findNearestClaims(ports, [], 3)).toEqual([])
    expect(await findNearestClaims(ports, vectors, 1, { signal: { aborted: true } })).toEqual([[], []])
  })
})

describe('a file of vectors', () => {
  const dossier = { id, version: 3, claims: makeClaims(claimsPerBlock + 10) }
  const rows = Int8Array.from(dossier.claims.flatMap(({ statement }) => [...packVector(vectorOf(statement))]))
  const file = writeVectorFile(dossier, 'test-1', memoryDimensions, rows)

  test('is taken in as reading the claims would have made them', async () => {
    const [taken, filled] = [makePorts(), makePorts()]
    expect(await takeClaimVectors(taken, dossier, file)).toEqual({ ok: true, value: undefined })
    await fillClaimVectors(filled, id, dossier.claims)
    for (const index of [0, 1, 2])
      expect(await taken.vectors.loadBlock(id, index)).toEqual(await filled.vectors.loadBlock(id, index))
    expect(taken.model.asked).toEqual([])
    expect(await fillClaimVectors(taken, id, dossier.claims)).toEqual({ ok: true, value: { read: 0 } })
  })

  const [first, ...others] = dossier.claims
  test.each([
    ['another model', dossier, 'test-2', file],
    ['another version of the dossier', { ...dossier, version: 4 }, 'test-1', file],
    ['another dossier', { ...dossier, id: asDossierId('b') }, 'test-1', file],
    ['other words', { ...dossier, claims: [stated('a#0', 'Corrected.'), ...others] }, 'test-1', file],
    ['other claims', { ...dossier, claims: [...others, ...(first ? [first] : [])] }, 'test-1', file],
    ['a cut file', dossier, 'test-1', file.slice(0, -1)],
    ['a file that is too long', dossier, 'test-1', Uint8Array.from([...file, 0])],
    ['an empty file', dossier, 'test-1', new Uint8Array()],
    ['no such file', dossier, 'test-1', new TextEncoder().encode('<!doctype html>\n')],
    ['no line in it', dossier, 'test-1', new Uint8Array(100_000).fill(65)],
  ])('of %s is refused, and nothing changes', async (_, wanted, version, bytes) => {
    const ports = { model: { version, dimensions: memoryDimensions }, vectors: createMemoryClaimVectors() }
    expect(await takeClaimVectors(ports, wanted, bytes)).toMatchObject({ failure: { kind: 'bad-input' } })
    expect(await ports.vectors.countBlocks()).toEqual(new Map())
  })

  test('gives the rows back as they were', () => {
    expect(readVectorFile(file, dossier, 'test-1', memoryDimensions)).toEqual({ ok: true, value: rows })
  })
})
