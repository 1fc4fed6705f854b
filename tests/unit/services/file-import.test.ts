import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { createCorpusStore } from '../../../utils/corpus/corpus-store'
import { Database } from '../../../utils/corpus/database'
import type { Dossier } from '../../../utils/model/dossier'
import type { Result } from '../../../utils/model/result'
import { hashesOf } from '../../../utils/reading/judge-address'
import { createFileImport } from '../../../utils/services/file-import'
import { makeDossier } from '../../support/make-dossier'
import { makeVolumeDossier } from '../../support/make-volume-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const onMemory = () => createMemoryPorts()
const onIndexedDb = () => {
  const database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange })
  return { ...createMemoryPorts(), corpus: createCorpusStore(database, hashesOf) }
}
type Ports = ReturnType<typeof onMemory>

/** Takes a text in by portions of so many characters; how often it was asked for stands in the answer. */
async function takeIn(ports: Ports, text: string, length = 1_000) {
  const opened = createFileImport(ports)
  let asked = 0
  try {
    for (;;) {
      asked += 1
      for (let from = 0; from < text.length; from += length) {
        const taken = await opened.push(text.slice(from, from + length))
        if (!taken.ok) return { asked, result: taken as Result<never> }
      }
      const finished = await opened.finish()
      if (!finished.ok) return { asked, result: finished }
      if (finished.value !== 'again') return { asked, result: await finished.value.take() }
    }
  } finally {
    await opened.abandon()
  }
}
const detailOf = ({ result }: { result: Result<unknown> }): string =>
  result.ok ? 'taken' : result.failure.kind === 'bad-input' ? result.failure.detail : result.failure.kind

const volume = makeVolumeDossier({ claims: 300 })

/** The same dossier with its fields in this order. */
const inOrder = (dossier: Dossier, names: (keyof Dossier)[]): string => {
  const all = [...names, ...Object.keys(dossier).filter(name => !names.includes(name as keyof Dossier))]
  return JSON.stringify(Object.fromEntries(all.map(name => [name, dossier[name as keyof Dossier]])))
}

describe.each([
  ['memory', onMemory],
  ['IndexedDB', onIndexedDb],
])('a file in portions, on %s', (_, makePorts) => {
  test('comes in whole, and tells how far it is', async () => {
    const ports = makePorts()
    const opened = createFileImport(ports)
    const text = JSON.stringify(volume)
    const seen: number[] = []
    for (let from = 0; from < text.length; from += 20_000) {
      const taken = await opened.push(text.slice(from, from + 20_000))
      seen.push(taken.ok ? taken.value.claims : -1)
      expect(await ports.corpus.listDossiers()).toEqual([])
    }
    expect(seen.at(-1)).toBe(300)
    expect(new Set(seen).size).toBeGreaterThan(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    const shares: number[] = []
    const finished = await opened.finish(share => shares.push(share))
    if (!finished.ok || finished.value === 'again') expect.fail('it was not prepared')
    expect(finished.value.preview).toMatchObject({
      format: 'dossier',
      before: null,
      changes: { claims: { added: { count: 300 }, removed: { count: 0 } } },
    })
    expect(await ports.corpus.listDossiers()).toEqual([])
    expect(await finished.value.take()).toMatchObject({
      ok: true,
      value: { format: 'dossier', report: { added: 37 + volume.articles.length + 300 } },
    })
    expect(await ports.corpus.loadDossier(volume.id)).toEqual(volume)
  })

  test.each<[string, (keyof Dossier)[], number]>([
    ['as usual', [], 1],
    ['claims before all else but what it is', ['format', 'claims'], 2],
    [
      'spotting after the claims',
      ['format', 'version', 'id', 'title', 'summary', 'questions', 'articles', 'claims'],
      2,
    ],
    [
      'by the alphabet',
      ['articles', 'claims', 'format', 'id', 'questions', 'spotting', 'summary', 'title', 'version'],
      3,
    ],
    [
      'what it is at the end',
      ['version', 'id', 'title', 'summary', 'spotting', 'questions', 'articles', 'claims'],
      3,
    ],
  ])('whatever the order of its fields: %s', async (_name, names, times) => {
    const ports = makePorts()
    const { asked, result } = await takeIn(ports, inOrder(volume, names), 10_000)
    expect(result).toMatchObject({ ok: true, value: { report: { removed: 0 } } })
    expect(asked).toBeLessThanOrEqual(times)
    expect(await ports.corpus.loadDossier(volume.id)).toEqual(volume)
  })

  test('without spotting too', async () => {
    const ports = makePorts()
    const plain = makeDossier()
    expect((await takeIn(ports, JSON.stringify(plain), 50)).result).toMatchObject({ ok: true })
    expect(await ports.corpus.loadDossier(plain.id)).toEqual(plain)
    const empty = makeDossier({ version: 2, claims: [] })
    expect((await takeIn(ports, JSON.stringify(empty), 50)).result).toMatchObject({
      value: { report: { removed: 3 } },
    })
  })

  test.each<[string, (text: string) => string]>([
    ['the file is empty', () => ''],
    ['the file is empty', () => ' \n'],
    ['format: must be "dossier" or "sidelight-backup"', () => '[1]'],
    ['format: must be "dossier" or "sidelight-backup"', text => text.replace('"dossier"', '"opml"')],
    [
      'claims[150].bearsOn[0].question: no such question: “nope”',
      text => spoil(text, d => (d.claims[150].bearsOn[0].question = 'nope')),
    ],
    [
      'claims[299].article: no such article: “nope”',
      text => spoil(text, d => (d.claims[299].article = 'nope')),
    ],
    [
      'claims[200].id: “volume-0#1” is the id of claims[0] too',
      text => spoil(text, d => (d.claims[200].id = 'volume-0#1')),
    ],
    [
      'articles[9].id: “volume-0” is the id of articles[0] too',
      text => spoil(text, d => (d.articles[9].id = 'volume-0')),
    ],
    [
      'claims[7].locator.hash: must be 16 digits of 0-9 and a-f',
      text => spoil(text, d => (d.claims[7].locator.hash = 'x')),
    ],
    [
      'articles[3].published: “2031-40” is no year, month or day',
      text => spoil(text, d => (d.articles[3].published = '2031-40')),
    ],
    ['version: must be at least 1', text => text.replace('"version":1', '"version":0')],
    ['title: is missing', text => text.replace('"title":"Many phones of many leaders",', '')],
    [
      'id: must be made of letters, digits and . _ : # -',
      text => text.replace('"id":"volume"', '"id":"__proto__"'),
    ],
    ['claims: is missing', text => text.replace('"claims":[', '"klaims":[')],
    [
      'articles: must have at least 1 entry',
      text =>
        text
          .replace(/"articles":\[.*\],"claims"/s, '"articles":[],"claims"')
          .replace(/"claims":\[.*\]\}$/s, '"claims":[]}'),
    ],
    [
      'claims: stands there twice',
      text => text.replace(/\]\}$/, `],"claims":[${JSON.stringify(volume.claims[0])}]}`),
    ],
    ['version: stands there twice', text => text.replace('"version":1', '"version":1,"version":2')],
  ])('refuses, and changes nothing: %s', async (detail, change) => {
    const ports = makePorts()
    const before = makeVolumeDossier({ claims: 20 })
    expect(await ports.corpus.saveDossier(before)).toMatchObject({ ok: true })
    const text = change(JSON.stringify({ ...volume, version: 1 }))
    const refused = await takeIn(ports, text, 5_000)
    expect(detailOf(refused).split('\n')[0]).toBe(detail)
    expect(await ports.corpus.loadDossier(volume.id)).toEqual(before)
    // The way is free again.
    expect((await takeIn(ports, JSON.stringify(volume), 5_000)).result).toMatchObject({ ok: true })
  })

  test('a file that is cut anywhere is refused, with the place', async () => {
    const ports = makePorts()
    const text = JSON.stringify(makeDossier())
    for (let length = 1; length < text.length; length += 97) {
      expect(detailOf(await takeIn(ports, text.slice(0, length), 400))).toMatch(/^line 1, column \d+: /)
    }
    expect(await ports.corpus.listDossiers()).toEqual([])
  })

  test('cancelled at any step it changes nothing', async () => {
    const ports = makePorts()
    const text = JSON.stringify(volume)
    for (const steps of [1, 4, 9]) {
      const opened = createFileImport(ports)
      for (let step = 0; step < steps; step += 1) {
        await opened.push(text.slice(step * 15_000, (step + 1) * 15_000))
      }
      await opened.abandon()
      expect(await ports.corpus.listDossiers()).toEqual([])
    }
    const opened = createFileImport(ports)
    await opened.push(text)
    opened.cancel()
    expect(await opened.finish()).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(await ports.corpus.listDossiers()).toEqual([])
    expect((await takeIn(ports, text, 50_000)).result).toMatchObject({ ok: true })
  })

  test('leaves nothing of `__proto__`', async () => {
    const ports = makePorts()
    const text = JSON.stringify(makeDossier())
      .replace('"speaker":{', '"speaker":{"__proto__":{"isAdmin":true},')
      .replace('{"format"', '{"__proto__":{"format":"x"},"constructor":{"prototype":{"y":1}},"format"')
    expect((await takeIn(ports, text, 100)).result).toMatchObject({ ok: true })
    expect(await ports.corpus.loadDossier(makeDossier().id)).toEqual(makeDossier())
    expect({}).not.toHaveProperty('y')
  })
})

// biome-ignore lint/suspicious/noExplicitAny: a test spoils it in ways that no type allows
function spoil(text: string, change: (dossier: any) => void): string {
  const dossier = JSON.parse(text)
  change(dossier)
  return JSON.stringify(dossier)
}
