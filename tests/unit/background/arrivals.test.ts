import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createArrivals } from '../../../entrypoints/background/arrivals'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { createArrivalStore } from '../../../utils/corpus/arrival-store'
import { createCorpusStore } from '../../../utils/corpus/corpus-store'
import { Database } from '../../../utils/corpus/database'
import { createHighlightStore } from '../../../utils/corpus/highlight-store'
import type { Arrival, FileContent } from '../../../utils/model/arrival'
import { asClaimId } from '../../../utils/model/ids'
import { settingsStore } from '../../../utils/platform/settings-store'
import { hashesOf } from '../../../utils/reading/judge-address'
import { exportBackup } from '../../../utils/services/export-backup'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makeDossier, makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { makeVolumeDossier } from '../../support/make-volume-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))

const fromOptions = {
  tab: null,
  url: 'chrome-extension://sidelight/options.html',
  isExtensionPage: true,
  isPrivate: false,
  document: null,
}

let fake: ReturnType<typeof makeFakeBrowser>
let indexedDB: IDBFactory
/** What pages were told. */
let told: Arrival[][]
const awake = vi.fn()

/** A background with its own connection to the same database, as after it was stopped. */
function startWorker() {
  const database = new Database('test', { indexedDB, IDBKeyRange })
  const ports = {
    ...createMemoryPorts(),
    corpus: createCorpusStore(database, hashesOf),
    highlights: createHighlightStore(database, hashesOf),
    arrivals: createArrivalStore(database),
  }
  return { ports, arrivals: createArrivals(ports), database }
}
let worker: ReturnType<typeof startWorker>

beforeEach(async () => {
  fake = makeFakeBrowser()
  told = []
  const runtime = {
    ...fake.browser.runtime,
    getPlatformInfo: awake,
    sendMessage: async ({ name, request }: { name: string; request: { arrivals: Arrival[] } }) => {
      if (name === 'arrivals/changed') told.push(structuredClone(request.arrivals))
    },
  }
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, { ...fake.browser, runtime })
  vi.stubGlobal('browser', polyfill)
  indexedDB = new IDBFactory()
  worker = startWorker()
  await settingsStore.save({ isModelOn: false })
})

const volume = makeVolumeDossier({ claims: 1_500 })
const text = JSON.stringify(volume)
const small = makeDossier()

async function put(...contents: (FileContent | string)[]): Promise<number[]> {
  const added = await worker.ports.arrivals.add(
    contents.map((content, n) => ({
      name: `${n}.json`,
      content: typeof content === 'string' ? new Blob([content]) : content,
    })),
  )
  if (!added.ok) expect.fail(added.failure.detail)
  expect(await worker.arrivals.begin(added.value)).toMatchObject({ ok: true })
  return added.value
}
const stagesOf = async () => (await worker.arrivals.list()).map(({ stage }) => stage)
const waitFor = async (...are: string[]) => {
  await vi.waitFor(async () => expect((await stagesOf()).map(({ is }) => is)).toEqual(are), 20_000)
  return stagesOf()
}
const dossiers = async () => (await worker.ports.corpus.listDossiers()).map(({ id }) => id)
const countEditions = () => worker.database.editions.count()

// Before those in which a background hangs in the middle: claims are read when no file is on its way.
test('claims of a dossier that is in are read for comparison, which is told, and the next file may come', async () => {
  await settingsStore.save({ isModelOn: true })
  const { model } = worker.ports
  const { read } = model
  model.read = async (...asked) => {
    // As slow as to be told of.
    await new Promise(resolve => setTimeout(resolve, 10))
    return read(...asked)
  }
  const some = makeVolumeDossier({ claims: 100 })
  const [id = 0] = await put(JSON.stringify(some))
  await waitFor('ready')
  await worker.arrivals.answer(id, true)
  await vi.waitFor(async () => expect((await worker.ports.vectors.listStamps()).size).toBe(1), 20_000)
  await vi.waitFor(() => {
    const comparing = told.flatMap(([arrival]) =>
      arrival?.stage.is === 'in' && arrival.stage.comparing ? [arrival.stage.comparing] : [],
    )
    expect(comparing.length).toBeGreaterThan(0)
    expect(comparing.every(({ of }) => of === 100)).toBe(true)
  }, 20_000)
  await vi.waitFor(async () => expect((await stagesOf())[0]).not.toHaveProperty('comparing'), 20_000)
  await put(JSON.stringify(small))
  await waitFor('in', 'ready')
})

describe('a file that was put there', () => {
  test('is read, shown, and taken in when the reader says so', async () => {
    const [id = 0] = await put(text)
    const [ready] = await waitFor('ready')
    expect(ready).toMatchObject({
      preview: {
        format: 'dossier',
        title: volume.title,
        before: null,
        changes: {
          articles: { added: { count: volume.articles.length } },
          claims: { added: { count: 1_500 }, unchanged: 0 },
        },
      },
    })
    expect(
      ready?.is === 'ready' && ready.preview.format === 'dossier' && ready.preview.changes.claims.added.names,
    ).toEqual(volume.claims.slice(0, 20).map(({ statement }) => statement))
    expect(await dossiers()).toEqual([])
    // Its way was told.
    const progress = told.flatMap(([arrival]) =>
      arrival?.stage.is === 'reading' ? [arrival.stage.progress] : [],
    )
    expect(progress.length).toBeGreaterThan(1)
    expect(progress.map(({ claims }) => claims)).toEqual(
      progress.map(({ claims }) => claims).toSorted((a, b) => a - b),
    )

    await worker.arrivals.answer(id, true)
    expect(await waitFor('in')).toMatchObject([
      { outcome: { format: 'dossier', report: { added: volume.articles.length + 1_500 + 37, removed: 0 } } },
    ])
    expect(await worker.ports.corpus.loadDossier(volume.id)).toEqual(volume)
    // The gate knows its addresses.
    const known = [...fake.local]
      .filter(([key]) => /^known-[0-9a-f]{2}$/.test(key))
      .flatMap(([, hashes]) => String(hashes).split(' '))
    await vi.waitFor(() => expect(known.filter(hash => hash !== '')).toHaveLength(volume.articles.length))
    await worker.arrivals.dismiss(id)
    expect(await stagesOf()).toEqual([])
    expect(await countEditions()).toBe(1)
  })

  test('that is left changes nothing and leaves nothing', async () => {
    const [id = 0] = await put(text)
    await waitFor('ready')
    expect(await countEditions()).toBe(1)
    await worker.arrivals.answer(id, false)
    expect([await stagesOf(), await dossiers()]).toEqual([[], []])
    await vi.waitFor(async () => expect(await countEditions()).toBe(0))
    expect(await worker.arrivals.answer(id, true)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })

  test('is asked for again where its claims come first', async () => {
    const { claims, format, ...rest } = volume
    const [id = 0] = await put(JSON.stringify({ format, claims, ...rest }))
    await waitFor('ready')
    await worker.arrivals.answer(id, true)
    await waitFor('in')
    expect(await worker.ports.corpus.loadDossier(volume.id)).toEqual(volume)
  })

  test('may be a backup, with signs of any length; taken in twice it changes nothing more', async () => {
    const note = 'ä€𝄞'.repeat(30_000)
    const { ports } = startWorker()
    const old = makeHighlight('h', { note, tags: ['palace'] })
    await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [old] })
    const backup = (await exportBackup(ports)).text
    await ports.highlights.commit({ atMs: 2, action: 'delete', before: [old], after: [] })
    // Portions end in the middle of a sign.
    expect(new Blob([backup]).size).toBeGreaterThan(256 * 1024)
    const [id = 0] = await put(backup)
    expect(await waitFor('ready')).toMatchObject([
      {
        preview: {
          format: 'sidelight-backup',
          highlights: { added: 1, updated: 0, unchanged: 0 },
          tags: { count: 1, names: ['palace'] },
        },
      },
    ])
    expect(await worker.ports.highlights.count()).toBe(0)
    await worker.arrivals.answer(id, true)
    await waitFor('in')
    expect(await worker.ports.highlights.listAll()).toEqual([old])
    await put(backup)
    const [, again] = await waitFor('in', 'ready')
    expect(again).toMatchObject({
      preview: { highlights: { added: 0, updated: 0, unchanged: 1 }, settings: [] },
    })
  })

  test('of a settings change says which', async () => {
    const { ports } = startWorker()
    const backup = JSON.parse((await exportBackup({ ...ports, settings: settingsStore })).text)
    backup.settings.sureness = 'fewer'
    backup.settings.offHosts = ['bay.example']
    // In whatever order its fields come.
    backup.settings.colourNames = Object.fromEntries(Object.entries(backup.settings.colourNames).reverse())
    await put(JSON.stringify(backup))
    expect(await waitFor('ready')).toMatchObject([{ preview: { settings: ['offHosts', 'sureness'] } }])
  })

  test('of a backup that has remarks and dossiers of the reader’s own says so', async () => {
    const { ports } = worker
    const { remarks } = ports
    const remark = { kind: 'hidden', reason: '', statement: 'It says so.', atMs: 1 } as const
    await remarks.save([{ ...remark, claim: asClaimId('c1') }])
    const text = (await exportBackup({ ...ports, settings: settingsStore })).text
    await remarks.delete([asClaimId('c1')])
    await put(text)
    expect(await waitFor('ready')).toMatchObject([
      { preview: { remarks: { added: 1, updated: 0 }, ownDossiers: { count: 0 } } },
    ])
  })

  test('names what of the reader’s own would lose what it speaks of', async () => {
    const { corpus, readerClaims, remarks } = worker.ports
    await corpus.saveDossier(small)
    const [question] = small.questions
    const [a, b] = small.claims
    if (!question || !a || !b) expect.fail('the sample is too small')
    await corpus.savePairVerdict({ a: a.id, b: asClaimId('elsewhere'), question: question.id, atMs: 1 })
    await readerClaims.save([
      makeReaderClaim('r1', { dossier: small.id, question: question.id, statement: 'It says so.' }),
    ])
    const remark = { kind: 'hidden', reason: '', statement: a.statement, atMs: 1 } as const
    await remarks.save([
      { ...remark, claim: a.id },
      { ...remark, claim: b.id },
    ])
    const rest = small.questions.slice(1)
    const others = small.claims
      .filter(({ id }) => id !== a.id)
      .map(claim => ({ ...claim, bearsOn: [{ question: rest[0]?.id, position: 'yes' }] }))
    await put(JSON.stringify({ ...small, version: 2, questions: rest, claims: others }))
    expect(await waitFor('ready')).toMatchObject([
      {
        preview: {
          before: { version: 1 },
          own: {
            claims: { count: 1, names: ['It says so.'] },
            verdicts: { count: 1, names: [a.statement] },
            remarks: { count: 1, names: [a.statement] },
          },
        },
      },
    ])
  })

  test('is refused with the path of its fault, and the next one has its turn', async () => {
    const broken = text.replace('"question":"question-3"', '"question":"nope"')
    await put(broken, JSON.stringify(small))
    const [refused] = await waitFor('refused', 'ready')
    expect(JSON.stringify(refused)).toMatch(/claims\[\d+\]\.bearsOn\[0\]\.question: no such question: “nope”/)
    expect(await dossiers()).toEqual([])
    expect(await countEditions()).toBe(1)
  })

  test.each<[string, BlobPart]>([
    ['the file is empty', ''],
    ['the file is in UTF-16: it must be in UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0])],
    ['the file is in UTF-16: it must be in UTF-8', new Uint8Array([0xfe, 0xff, 0, 0x7b])],
    ['the file is no text in UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28])],
    ['the file is no text in UTF-8', new Uint8Array([0x7b, 0x22, 0xe2, 0x82])],
    ['format: must be "dossier" or "sidelight-backup"', '[]'],
    ['line 1, column 1: expected a value', '%PDF-1.4'],
  ])('is refused: %s', async (detail, part) => {
    await put(new Blob([part]))
    expect(await waitFor('refused')).toEqual([{ is: 'refused', failure: { kind: 'bad-input', detail } }])
  })

  test('with a byte order mark is one without', async () => {
    await put(`\uFEFF${JSON.stringify(small)}`)
    await waitFor('ready')
  })

  test('that cannot be read any more is said so', async () => {
    const spy = vi.spyOn(worker.ports.arrivals, 'loadContent').mockResolvedValue({
      size: 9,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) }),
    })
    await put(text)
    expect(await waitFor('refused')).toMatchObject([{ failure: { kind: 'not-found' } }])
    spy.mockRestore()
  })

  test('that a page put elsewhere is not begun', async () => {
    expect(await worker.arrivals.begin([7])).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })

  test('is compared anew where something else came in before the reader’s word', async () => {
    const [id = 0] = await put(JSON.stringify(small))
    await waitFor('ready')
    const asked = makeExtensionHandlers(worker.ports, worker.arrivals)
    await asked['file/import']({ text: JSON.stringify(small) }, fromOptions)
    await asked['arrival/answer']({ arrival: id, isWanted: true }, fromOptions)
    await vi.waitFor(async () =>
      expect(await stagesOf()).toMatchObject([
        { is: 'ready', isAnew: true, preview: { before: { version: 1 } } },
      ]),
    )
    await asked['arrival/answer']({ arrival: id, isWanted: true }, fromOptions)
    expect(await waitFor('in')).toMatchObject([{ outcome: { report: { added: 0, unchanged: 8 } } }])
  })
})

describe('stopped by the reader', () => {
  test('in the middle it changes nothing, and the next has its turn', async () => {
    const [first = 0] = await put(text, JSON.stringify(small))
    await vi.waitFor(async () => {
      const [stage] = await stagesOf()
      if (stage?.is !== 'reading' || stage.progress.claims < 100) expect.fail('not yet')
    })
    await worker.arrivals.stop(first)
    await waitFor('stopped', 'ready')
    expect(await dossiers()).toEqual([])
    await vi.waitFor(async () => expect(await countEditions()).toBe(1))
  })

  test('while it waits it never begins', async () => {
    const [first = 0, second = 0] = await put(JSON.stringify(small), text)
    await waitFor('ready', 'waiting')
    await worker.arrivals.stop(second)
    await worker.arrivals.answer(first, false)
    await waitFor('stopped')
  })
})

describe('when the background is stopped', () => {
  /** A file whose reading never comes to its end, as long as `isStuck`. */
  function makeStuck() {
    const blob = new Blob([text])
    const state = { isStuck: true }
    const content: FileContent = {
      size: blob.size,
      slice: (from, to) => ({
        arrayBuffer: () =>
          from > 0 && state.isStuck ? new Promise<never>(() => {}) : blob.slice(from, to).arrayBuffer(),
      }),
    }
    return { blob, state, content }
  }

  test('in the middle of a file, the next one begins it anew, and what was on file stands', async () => {
    await worker.ports.corpus.saveDossier({ ...makeVolumeDossier({ claims: 30 }), version: 1 })
    const { content } = makeStuck()
    vi.spyOn(worker.ports.arrivals, 'loadContent').mockResolvedValueOnce(content)
    const [id = 0] = await put(text)
    await vi.waitFor(async () => {
      const [stage] = await stagesOf()
      if (stage?.is !== 'reading' || stage.progress.claims < 100) expect.fail('not yet')
    })
    worker.database.close()
    worker = startWorker()
    expect(await stagesOf()).toEqual([{ is: 'waiting' }])
    expect((await worker.ports.corpus.loadDossier(volume.id))?.claims).toHaveLength(30)
    worker.arrivals.resume()
    await waitFor('ready')
    // What the one before had staged is gone.
    await vi.waitFor(async () => expect(await countEditions()).toBe(2))
    await worker.arrivals.answer(id, true)
    await waitFor('in')
    expect((await worker.ports.corpus.loadDossier(volume.id))?.claims).toHaveLength(1_500)
  })

  test('while one waits for the reader’s word, it waits still, and is not read again', async () => {
    const [id = 0] = await put(text)
    await waitFor('ready')
    worker.database.close()
    worker = startWorker()
    const read = vi.spyOn(worker.ports.arrivals, 'loadContent')
    await worker.arrivals.resume()
    await waitFor('ready')
    await worker.ports.corpus.sweep()
    await worker.arrivals.answer(id, true)
    await waitFor('in')
    expect(read).not.toHaveBeenCalled()
    expect(await worker.ports.corpus.loadDossier(volume.id)).toEqual(volume)
  })

  test('after the reader’s word, it is taken in all the same', async () => {
    const [id = 0] = await put(JSON.stringify(small))
    await waitFor('ready')
    const stopped = vi.spyOn(worker.ports.corpus, 'settleHeld').mockReturnValue(new Promise<never>(() => {}))
    await worker.arrivals.answer(id, true)
    await vi.waitFor(() => expect(stopped).toHaveBeenCalled())
    worker.database.close()
    worker = startWorker()
    await worker.arrivals.resume()
    await waitFor('in')
    expect(await dossiers()).toEqual([small.id])
  })

  test('right after the one step, it is known to be in', async () => {
    const [id = 0] = await put(JSON.stringify(small))
    await waitFor('ready')
    const { settleHeld } = worker.ports.corpus
    vi.spyOn(worker.ports.corpus, 'settleHeld').mockImplementation(async held => {
      await settleHeld(held)
      return new Promise<never>(() => {})
    })
    await worker.arrivals.answer(id, true)
    await vi.waitFor(async () => expect(await dossiers()).toEqual([small.id]))
    worker.database.close()
    worker = startWorker()
    await worker.arrivals.resume()
    await waitFor('in')
  })

  test('it is kept awake as long as there is work, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    awake.mockClear()
    const { content } = makeStuck()
    vi.spyOn(worker.ports.arrivals, 'loadContent').mockResolvedValueOnce(content)
    const [id = 0] = await put(text)
    await vi.waitFor(async () => expect((await stagesOf())[0]?.is).toBe('reading'))
    vi.advanceTimersByTime(61_000)
    expect(awake).toHaveBeenCalledTimes(3)
    worker.database.close()
    worker = startWorker()
    await worker.arrivals.resume()
    await worker.arrivals.answer(id, false)
    vi.useRealTimers()
  })
})
