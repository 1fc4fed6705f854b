import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { listenForFiles } from '../../../entrypoints/background/take-files'
import { sendFile } from '../../../utils/messaging/send-file'
import type { Comparing, FileProgress } from '../../../utils/model/backup'
import { settingsStore } from '../../../utils/platform/settings-store'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makeFakePorts } from '../../support/fake-ports'
import { makeDossier, makeHighlight } from '../../support/make-dossier'
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
let connections: ReturnType<typeof makeFakePorts>
let ports: ReturnType<typeof createMemoryPorts>

function start(senderUrl?: string) {
  fake = makeFakeBrowser()
  connections = makeFakePorts(senderUrl)
  const browser = { ...fake.browser, runtime: { ...fake.browser.runtime, ...connections } }
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, browser)
  vi.stubGlobal('browser', browser)
  ports = createMemoryPorts()
  listenForFiles(ports)
}
beforeEach(() => start())

const volume = makeVolumeDossier({ claims: 1_500 })
const text = JSON.stringify(volume)

/** Sends a file, and what was heard of it. `at` is called with each piece of news. */
async function send(file: Blob, at: (progress: FileProgress, until: AbortController) => void = () => {}) {
  const heard: FileProgress[] = []
  const until = new AbortController()
  const result = await sendFile(file, {
    signal: until.signal,
    onProgress: progress => {
      heard.push(progress)
      at(progress, until)
    },
  })
  return { heard, result }
}
const dossiers = async () => (await ports.corpus.listDossiers()).map(({ id }) => id)

describe('a file that a page hands over', () => {
  test('is taken in, and its way is told', async () => {
    const { heard, result } = await send(new Blob([text]))
    expect(result).toMatchObject({ ok: true, value: { format: 'dossier', report: { removed: 0 } } })
    expect(await ports.corpus.loadDossier(volume.id)).toEqual(volume)
    const reading = heard.filter(({ phase }) => phase === 'reading')
    expect(reading.length).toBe(Math.ceil(text.length / (256 * 1024)))
    expect(reading.at(-1)).toEqual({
      phase: 'reading',
      share: 1,
      articles: volume.articles.length,
      claims: 1_500,
    })
    expect(reading.map(({ share }) => share)).toEqual(
      reading.map(({ share }) => share).toSorted((a, b) => a - b),
    )
    // The gate knows its addresses when the page is told.
    const known = [...fake.local]
      .filter(([key]) => /^known-[0-9a-f]{2}$/.test(key))
      .flatMap(([, hashes]) => String(hashes).split(' '))
    expect(known.filter(hash => hash !== '')).toHaveLength(volume.articles.length)
    expect(fake.local.get('gate')).toContain('volume')
  })

  test('is asked for again where its claims come first', async () => {
    const { claims, format, ...rest } = volume
    const { result } = await send(new Blob([JSON.stringify({ format, claims, ...rest })]))
    expect(result).toMatchObject({ ok: true })
    expect(await ports.corpus.loadDossier(volume.id)).toEqual(volume)
  })

  test('may be a backup, with signs of any length', async () => {
    const note = 'ä€𝄞'.repeat(30_000)
    await ports.highlights.commit({
      atMs: 1,
      action: 'create',
      before: [],
      after: [makeHighlight('h', { note })],
    })
    const { exportBackup } = await import('../../../utils/services/export-backup')
    const backup = await exportBackup(ports)
    start()
    // Portions end in the middle of a sign.
    expect(new Blob([backup.text]).size).toBeGreaterThan(256 * 1024)
    expect((await send(new Blob([backup.text]))).result).toMatchObject({
      value: { format: 'sidelight-backup' },
    })
    expect((await ports.highlights.listAll())[0]?.note).toBe(note)
  })

  test('is refused with the path of its fault, and the way is free again', async () => {
    const broken = text.replace('"question":"question-3"', '"question":"nope"')
    const { result } = await send(new Blob([broken]))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(JSON.stringify(result)).toMatch(/claims\[\d+\]\.bearsOn\[0\]\.question: no such question: “nope”/)
    expect(await dossiers()).toEqual([])
    expect((await send(new Blob([text]))).result).toMatchObject({ ok: true })
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
    expect((await send(new Blob([part]))).result).toEqual({
      ok: false,
      failure: { kind: 'bad-input', detail },
    })
  })

  test('with a byte order mark is one without', async () => {
    expect((await send(new Blob(['\uFEFF', JSON.stringify(makeDossier())]))).result).toMatchObject({
      ok: true,
    })
  })

  test('that cannot be read any more is said so', async () => {
    const file = new Blob([text])
    const slice = file.slice.bind(file)
    file.slice = (from, to) => {
      const part = slice(from, to)
      if (from) part.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'))
      return part
    }
    expect((await send(file)).result).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    expect(await dossiers()).toEqual([])
    await vi.waitFor(async () => expect((await send(new Blob([text]))).result).toMatchObject({ ok: true }))
  })
})

describe('cancelled', () => {
  test('in the middle it changes nothing, and the next one goes through', async () => {
    const { result } = await send(new Blob([text]), ({ claims }, until) => claims > 100 && until.abort())
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(await dossiers()).toEqual([])
    expect((await send(new Blob([text]))).result).toMatchObject({ ok: true })
  })

  test('before it began it does not begin', async () => {
    const result = await sendFile(new Blob([text]), { signal: AbortSignal.abort(), onProgress: () => {} })
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(await dossiers()).toEqual([])
  })

  test('when it is in already it is in', async () => {
    const until = new AbortController()
    const result = await sendFile(new Blob([text]), { signal: until.signal, onProgress: () => {} })
    until.abort()
    expect(result).toMatchObject({ ok: true })
    expect(await dossiers()).toEqual(['volume'])
  })
})

describe('one at a time', () => {
  test('a second one is told so, and the first goes on', async () => {
    const first = send(new Blob([text]))
    const second = await send(new Blob([JSON.stringify(makeDossier())]))
    expect(second.result).toMatchObject({ ok: false, failure: { kind: 'busy' } })
    expect((await first).result).toMatchObject({ ok: true })
    expect(await dossiers()).toEqual(['volume'])
    expect((await send(new Blob([JSON.stringify(makeDossier())]))).result).toMatchObject({ ok: true })
  })
})

describe('when somebody goes in the middle', () => {
  test('the worker: the page hears of it, and nothing was changed', async () => {
    const { result } = await send(
      new Blob([text]),
      ({ claims }) => claims > 100 && connections.stopBackground(),
    )
    expect(result).toMatchObject({ ok: false, failure: { kind: 'worker-lost' } })
    expect(await dossiers()).toEqual([])
  })

  test('the page: nothing was changed, and the way is free', async () => {
    const port = connections.connect({ name: 'file' })
    port.postMessage({ do: 'take', text: text.slice(0, 500_000) })
    await new Promise(resolve => setTimeout(resolve, 20))
    port.disconnect()
    const next = new Blob([JSON.stringify(makeDossier())])
    // The background hears of it a task later.
    await vi.waitFor(async () => expect((await send(next)).result).toMatchObject({ ok: true }))
    expect(await dossiers()).toEqual(['oranje-phones'])
  })
})

describe('claims of a dossier that is in', () => {
  const some = makeVolumeDossier({ claims: 100 })
  const file = new Blob([JSON.stringify(some)])
  /** Sends it, and what was heard of its claims; done when that has ended. */
  async function compare(at: (now: Comparing, until: AbortController) => void = () => {}) {
    const heard: Comparing[] = []
    const until = new AbortController()
    let result: Awaited<ReturnType<typeof sendFile>> | undefined
    await new Promise<void>(resolve => {
      const onComparing = (now: Comparing | null) => {
        if (!now) return resolve()
        heard.push(now)
        at(now, until)
      }
      sendFile(file, { signal: until.signal, onProgress: () => {}, onComparing }).then(answer => {
        result = answer
      })
    })
    return { heard, result }
  }
  const filled = () => vi.waitFor(async () => expect((await ports.vectors.listStamps()).size).toBe(1))

  test('are read for comparison, which is told after it is in', async () => {
    const { heard, result } = await compare()
    expect(result).toMatchObject({ ok: true })
    expect(heard.map(({ of }) => of)).toEqual(heard.map(() => 100))
    expect(heard.map(({ done }) => done)).toEqual([16, 32, 48, 64, 80, 96, 100])
    expect((await ports.vectors.loadBlock(some.id, 0))?.claims).toEqual(some.claims.map(({ id }) => id))
  })

  test('go on where nobody waits, and the next file may come', async () => {
    const { heard, result } = await compare((_, until) => until.abort())
    expect([heard.length, result?.ok]).toEqual([1, true])
    expect((await send(new Blob([JSON.stringify(makeDossier())]))).result).toMatchObject({ ok: true })
    await vi.waitFor(async () => expect((await ports.vectors.listStamps()).size).toBe(2))
  })

  test('broken off with the worker: the dossier is in', async () => {
    const { result } = await compare(() => connections.stopBackground())
    expect(result).toMatchObject({ ok: true })
    await filled()
  })

  test('are not read where the model is off, and are when it is switched on', async () => {
    await settingsStore.save({ isModelOn: false })
    const onComparing = vi.fn()
    expect(
      await sendFile(file, { signal: new AbortController().signal, onProgress: () => {}, onComparing }),
    ).toMatchObject({ ok: true })
    await new Promise(resolve => setTimeout(resolve, 20))
    expect([onComparing.mock.calls, ports.model.asked]).toEqual([[], []])
    expect(await ports.vectors.countBlocks()).toEqual(new Map())
    await makeExtensionHandlers(ports)['settings/save']({ change: { isModelOn: true } }, fromOptions)
    await filled()
  })

  test('are let be when the model is switched off in the middle, or fails', async () => {
    const { read } = ports.model
    ports.model.read = async (...asked) => {
      // As slow as to let messages come between.
      await new Promise(resolve => setTimeout(resolve, 2))
      return read(...asked)
    }
    const { heard } = await compare(async () => {
      await settingsStore.save({ isModelOn: false })
    })
    expect(heard.length).toBeLessThan(7)
    expect((await ports.vectors.listStamps()).size).toBe(0)

    await settingsStore.save({ isModelOn: true })
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    ports.model.state.failsAfter = 0
    expect((await compare()).result).toMatchObject({ ok: true })
    expect(warn).toHaveBeenCalledExactlyOnceWith('Sidelight, vectors: /model/reader.onnx is missing')
    warn.mockRestore()
  })
})

test('a page of somebody else is not listened to', async () => {
  start('https://herald.example/')
  const { result } = await send(new Blob([text]))
  expect(result).toMatchObject({ ok: false, failure: { kind: 'worker-lost' } })
  expect(await dossiers()).toEqual([])
})
