import { expect, test } from 'vitest'
import { type Folder, writeIntoFolder } from '../../../utils/platform/folder'

/** A folder of a browser's, as far as it is used; `fault`: what writing ends with. */
function makeFolder(state: PermissionState, fault?: string) {
  const files = new Map<string, string>()
  const folder = {
    name: 'safe',
    queryPermission: async () => state,
    requestPermission: async () => state,
    getFileHandle: async (name: string) => ({
      async createWritable() {
        let text = ''
        return {
          async write(blob: Blob) {
            if (fault) throw new DOMException('no', fault)
            text = await blob.text()
          },
          close: async () => void files.set(name, text),
        }
      },
    }),
  } as unknown as Folder
  return { folder, files }
}

test('a backup is written into the folder that was chosen', async () => {
  const { folder, files } = makeFolder('granted')
  expect(await writeIntoFolder(folder, 'a.json', new Blob(['all']))).toMatchObject({ ok: true })
  expect([...files]).toEqual([['a.json', 'all']])
})

test.each([
  ['prompt', undefined, 'not-allowed'],
  ['granted', 'QuotaExceededError', 'storage-full'],
  ['granted', 'NotFoundError', 'not-found'],
  ['granted', 'AbortError', 'storage-failed'],
] as const)('where it cannot be (%s, %s) the failure has a name', async (state, fault, kind) => {
  const { folder, files } = makeFolder(state, fault)
  const put = await writeIntoFolder(folder, 'a.json', new Blob(['all']))
  expect(put).toMatchObject({ ok: false, failure: { kind } })
  expect(files.size).toBe(0)
})
