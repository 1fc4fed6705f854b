import { beforeEach, describe, expect, test, vi } from 'vitest'
import { noteRevocation } from '../../../entrypoints/background/backups'
import { makeExtensionHandlers } from '../../../entrypoints/background/extension-handlers'
import { restoreBundled } from '../../../entrypoints/background/lifecycle'
import { afterChange } from '../../../utils/model/backup-plan'
import { succeed } from '../../../utils/model/result'
import { backupPlanStore } from '../../../utils/platform/backup-plan-store'
import { settingsStore } from '../../../utils/platform/settings-store'
import { makeFakeBrowser } from '../../support/fake-browser'
import { makeDossier, makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'
import { waitUntil } from '../../support/wait-until'

const { polyfill } = vi.hoisted(() => ({ polyfill: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: polyfill }))
const bundled = makeDossier()
vi.mock('../../../utils/platform/package-files', () => ({
  readPackageFile: async () => JSON.stringify(bundled),
  readPackageBytes: async () => new Uint8Array(),
}))

const caller = {
  tab: 7,
  url: 'chrome-extension://sidelight/library.html',
  isExtensionPage: true,
  isPrivate: false,
  document: null,
}
let fake: ReturnType<typeof makeFakeBrowser>
let ports: ReturnType<typeof createMemoryPorts>
let asked: ReturnType<typeof makeExtensionHandlers>

beforeEach(() => {
  fake = makeFakeBrowser(['downloads'])
  for (const key of Object.keys(polyfill)) delete polyfill[key]
  Object.assign(polyfill, fake.browser)
  vi.stubGlobal('browser', fake.browser)
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  ports = createMemoryPorts()
  asked = makeExtensionHandlers(ports)
})

const change = () => backupPlanStore.save(plan => afterChange(plan, ports.clock.nowMs()))
const turnOn = async () => {
  expect(await asked['backup/plan']({ change: { everyDays: 7, folder: null } }, caller)).toMatchObject({
    ok: true,
  })
  await waitUntil('the first is written', async () => {
    const { files, failure } = await backupPlanStore.load()
    return files.length > 0 || failure
  })
}

describe('a backup by itself', () => {
  test('is written into the downloads when it is turned on, and holds everything', async () => {
    await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [makeHighlight('h')] })
    await change()
    await turnOn()
    const [[path, text] = []] = [...fake.downloaded]
    const { tag, files } = await backupPlanStore.load()
    expect(tag).toMatch(/^[a-z0-9]+$/)
    expect(path).toBe(`Sidelight/sidelight-backup-${tag}-1.json`)
    expect(files).toEqual([{ name: `sidelight-backup-${tag}-1.json`, atMs: ports.clock.nowMs() }])
    expect(JSON.parse(text ?? '').highlights).toMatchObject([{ id: 'h' }])
    expect(await asked['backup/status']({}, caller)).toMatchObject({ value: { care: null } })
  })

  test.each([
    ['FILE_NO_SPACE', 'storage-full'],
    ['FILE_ACCESS_DENIED', 'not-allowed'],
    ['FILE_FAILED', 'storage-failed'],
  ])('that is broken off (%s) is said until it is seen', async (fault, kind) => {
    fake.faults.push(fault)
    await turnOn()
    expect(await asked['backup/status']({}, caller)).toMatchObject({
      value: { plan: { failure: { kind }, files: [] }, care: { is: 'backup-failed' } },
    })
    await asked['care/dismiss']({}, caller)
    expect(await asked['backup/status']({}, caller)).toMatchObject({
      value: { plan: { failure: null }, care: null },
    })
  })

  test('says that the permission was taken back, at once', async () => {
    await turnOn()
    fake.origins.delete('downloads')
    await noteRevocation(ports)
    expect((await backupPlanStore.load()).failure).toMatchObject({ kind: 'not-allowed' })
    expect(await asked['backup/run']({}, caller)).toMatchObject({
      ok: false,
      failure: { kind: 'not-allowed' },
    })
  })

  test('gives the permission back when it is turned off, and says nothing of that', async () => {
    await turnOn()
    await asked['backup/plan']({ change: { everyDays: 0 } }, caller)
    expect([...fake.origins]).toEqual([])
    await noteRevocation(ports)
    expect((await backupPlanStore.load()).failure).toBeNull()
  })

  test('into a folder that is not kept any more fails with a name', async () => {
    await asked['backup/plan']({ change: { everyDays: 7, folder: 'safe' } }, caller)
    await waitUntil('it failed', async () => (await backupPlanStore.load()).failure)
    expect((await backupPlanStore.load()).failure).toMatchObject({ kind: 'not-found' })
  })
})

test('what was said of an old backup is left for a week', async () => {
  await change()
  ports.clock.nowIs(ports.clock.nowMs() + 40 * 86_400_000)
  expect(await asked['backup/status']({}, caller)).toMatchObject({ value: { care: { is: 'backup-old' } } })
  await asked['care/dismiss']({}, caller)
  expect(await asked['backup/status']({}, caller)).toMatchObject({ value: { care: null } })
  ports.clock.nowIs(ports.clock.nowMs() + 8 * 86_400_000)
  expect(await asked['backup/status']({}, caller)).toMatchObject({ value: { care: { is: 'backup-old' } } })
  await asked['backup/saved']({ atMs: ports.clock.nowMs() }, caller)
  expect(await asked['backup/status']({}, caller)).toMatchObject({
    value: { care: null, plan: { savedMs: ports.clock.nowMs() } },
  })
})

test('more than a message bears is not handed over in one', async () => {
  vi.spyOn(ports.highlights, 'count').mockResolvedValue(50_000)
  expect(await asked['backup/export']({}, caller)).toMatchObject({
    ok: false,
    failure: { kind: 'too-large' },
  })
})

describe('deleting everything', () => {
  test('leaves what is installed, and nothing of the reader’s', async () => {
    await restoreBundled(ports)
    await ports.readerClaims.save([makeReaderClaim('c')])
    await settingsStore.save({ isPaused: true, offHosts: ['a.example'] })
    await change()
    expect(await asked['everything/delete']({}, caller)).toEqual(succeed(undefined))
    expect(await settingsStore.load()).toMatchObject({ isPaused: false, offHosts: [] })
    expect(await backupPlanStore.load()).toMatchObject({ changedSinceMs: null, everyDays: 0 })
    expect((await ports.corpus.listDossiers()).map(({ id }) => id)).toEqual([bundled.id])
    expect([...fake.origins]).toEqual([])
    expect(JSON.parse(String(fake.local.get('gate')))).toMatchObject({ format: 3, isPaused: false })
  })

  test('changes nothing where the database could not be emptied', async () => {
    await settingsStore.save({ isPaused: true })
    const failure = { kind: 'busy' as const, detail: 'a dossier is being taken in' }
    vi.spyOn(ports.corpus, 'eraseAll').mockResolvedValue({ ok: false, failure })
    expect(await asked['everything/delete']({}, caller)).toEqual({ ok: false, failure })
    expect((await settingsStore.load()).isPaused).toBe(true)
  })
})
