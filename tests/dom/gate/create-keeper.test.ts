import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKeeper } from '../../../entrypoints/gate/create-keeper'
import { world } from '../../../utils/page/shared-world'
import type { LookResult } from '../../../utils/page/watch-changes'
import { compileSnapshot } from '../../../utils/services/compile-snapshot'
import { importFile } from '../../../utils/services/import-file'
import { createMemoryPorts } from '../../support/memory-ports'
import '../../support/webextension-api'
import { readSampleDossier } from '../../support/sample-pages'
import { readStory } from '../../support/story-site'

/** The origin of jsdom's page is none of the sample's: an address there is never on file. */
const on = (path: string) => `http://localhost:3000${path}`
const herald = readStory('/politics/dovan-private-phone')
const harbour = readStory('/harbour/festival')
const courier = readStory('/politics/sorland-denies')

let snapshot: string
let sent: { name: string; resolve: (reply: unknown) => void }[]
/** Replies of the background wait until a test lets them go. */
let isHeld: boolean
const readerEnds = vi.fn()
const readerLooks = vi.fn(async (): Promise<LookResult> => 'vain')

beforeEach(async () => {
  const ports = createMemoryPorts()
  await importFile(ports, readSampleDossier())
  snapshot = JSON.stringify(await compileSnapshot(ports))
  sent = []
  isHeld = false
  vi.useFakeTimers()
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'sidelight',
      sendMessage: ({ name }: { name: string }) =>
        new Promise(resolve => {
          sent.push({ name, resolve })
          if (!isHeld) inject(resolve)
        }),
    },
    storage: { local: { get: async () => ({ gate: snapshot }) } },
  })
  readerLooks.mockClear()
  readerEnds.mockReset().mockImplementation(() => {
    delete world.sidelightReader
  })
  history.replaceState({}, '', on('/politics/dovan'))
  document.documentElement.innerHTML =
    '<head><meta name="description" content="Spies listened to the president’s private phone."></head><body></body>'
  put(herald)
})
afterEach(async () => {
  // Keepers end with the extension.
  Object.assign(chrome.runtime, { id: undefined })
  document.body.append('changed')
  await vi.advanceTimersByTimeAsync(25_000)
  delete world.sidelightReader
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What the background does: the reader's script comes, then the answer. */
const inject = (resolve: (reply: unknown) => void) => {
  world.sidelightReader ??= { leave: readerEnds, look: readerLooks }
  resolve({ ok: true })
}
const put = ({ title, story }: { title: string; story: string }) => {
  document.title = title
  document.body.innerHTML = `<main>${story}</main>`
}
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** Jsdom has no Navigation API: the address is looked at after a click. */
const goTo = async (path: string) => {
  history.pushState({}, '', on(path))
  document.body.click()
  await after(60)
}

test('a page on the topic asks for the reader, once', async () => {
  createKeeper()
  await after(10)
  expect(sent.map(({ name }) => name)).toEqual(['page/judged'])
  document.body.append('A line more.')
  await after(5_000)
  expect(sent).toHaveLength(1)
  expect(readerEnds).not.toHaveBeenCalled()
})

test('at another address the reader ends at once; the old story is not judged again until the new one stands', async () => {
  createKeeper()
  await after(10)
  await goTo('/politics/next')
  expect(readerEnds).toHaveBeenCalledOnce()
  document.body.append('Loading')
  await after(4_000)
  expect(sent).toHaveLength(1)
  put(courier)
  await after(1_300)
  expect(sent).toHaveLength(2)
})

test('an address alone is another page after some patience', async () => {
  createKeeper()
  await after(10)
  await goTo('/politics/dovan/page-2')
  await after(4_500)
  expect(sent).toHaveLength(1)
  await after(2_000)
  expect(sent).toHaveLength(2)
})

test('what the head says of the old page does not make the new one a story on the topic', async () => {
  createKeeper()
  await after(10)
  await goTo('/harbour')
  put(harbour)
  await after(6_000)
  expect(sent).toHaveLength(1)
  expect(world.sidelightReader).toBeUndefined()
})

test('another story under the same address is another page; the same one put there anew is not', async () => {
  const keeper = createKeeper()
  await after(10)
  put(herald)
  await after(2_000)
  expect(readerEnds).not.toHaveBeenCalled()
  expect(keeper.sight().isAddressShared).toBe(false)
  put(harbour)
  await after(5_000)
  expect(readerEnds).toHaveBeenCalledOnce()
  expect(sent).toHaveLength(1)
  expect(keeper.sight().isAddressShared).toBe(true)
  put(courier)
  await after(10_000)
  expect(sent).toHaveLength(2)
})

test('what reads a page looks at it only as long as it is the same', async () => {
  createKeeper()
  await after(1_000)
  const looks = readerLooks.mock.calls.length
  document.body.append('A line more.')
  await after(2_500)
  expect(readerLooks.mock.calls.length).toBeGreaterThan(looks)
  readerLooks.mockClear()
  put(harbour)
  await after(30_000)
  expect(readerEnds).toHaveBeenCalledOnce()
  expect(readerLooks).not.toHaveBeenCalled()
})

test('a reader that comes for a page which was left meanwhile ends, and the next page has one of its own', async () => {
  isHeld = true
  createKeeper()
  await after(10)
  await goTo('/politics/next')
  put(courier)
  await after(1_000)
  const [first] = sent
  expect(sent).toHaveLength(1)
  if (first) inject(first.resolve)
  await after(10)
  expect(readerEnds).toHaveBeenCalledOnce()
  expect(sent).toHaveLength(2)
  const second = sent[1]
  if (second) inject(second.resolve)
  await after(10)
  expect(readerEnds).toHaveBeenCalledOnce()
  expect(world.sidelightReader?.leave).toBe(readerEnds)
})

test('a flood of addresses is one page left and one judged', async () => {
  createKeeper()
  await after(10)
  for (let at = 0; at < 300; at += 1) await goTo(`/flood/${at}`)
  expect(readerEnds).toHaveBeenCalledOnce()
  put(courier)
  await after(1_000)
  expect(sent).toHaveLength(2)
})
