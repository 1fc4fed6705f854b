import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadFiles } from '../../../utils/inference/load-files'
import { type ModelFile, modelFiles, modelVersion } from '../../../utils/inference/model-files'
import { readModelFile } from '../../support/node-model'

type Bytes = Uint8Array<ArrayBuffer>

const tokenizer = {
  normalizer: { type: 'BertNormalizer', lowercase: true, clean_text: true, handle_chinese_chars: true },
  model: {
    type: 'WordPiece',
    continuing_subword_prefix: '##',
    unk_token: '[UNK]',
    max_input_chars_per_word: 100,
    vocab: { '[UNK]': 0, '[CLS]': 1, '[SEP]': 2, phone: 3 },
  },
}
const encode = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))
const contents = {
  runtime: encode('the runtime'),
  reader: encode('the model'),
  tokenizer: encode(JSON.stringify(tokenizer)),
}
const describeFile = (path: ModelFile['path'], bytes: Bytes): ModelFile => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const files = {
  runtime: describeFile('/model/runtime.wasm', contents.runtime),
  reader: describeFile('/model/reader.onnx', contents.reader),
  tokenizer: describeFile('/model/tokenizer.json', contents.tokenizer),
}
const names = ['runtime', 'reader', 'tokenizer'] as const

/** A package in which one file is other than it was built. */
const packageWith =
  (changed: Partial<Record<(typeof names)[number], Bytes | null>> = {}) =>
  async (path: ModelFile['path']): Promise<Bytes | null> => {
    const name = names.find(each => files[each].path === path)
    if (!name) throw new Error(`nobody asks for ${path}`)
    const other = changed[name]
    return other === undefined ? contents[name] : other
  }

test('files that are as they were built are handed on', async () => {
  const loaded = await loadFiles(packageWith(), files)
  expect(loaded).toMatchObject({ ok: true, value: { runtime: contents.runtime, reader: contents.reader } })
  expect(loaded.ok && loaded.value.vocabulary.ids.get('phone')).toBe(3)
})

describe.each(names)('the file of the %s', name => {
  const { path } = files[name]
  const expectDamage = async (bytes: Bytes | null, detail: string) =>
    expect(await loadFiles(packageWith({ [name]: bytes }), files)).toEqual({
      ok: false,
      failure: { kind: 'model-damaged', detail },
    })

  test('missing', () => expectDamage(null, `${path} is missing`))

  test('empty, cut or too long', async () => {
    const whole = contents[name]
    const { length } = whole
    await expectDamage(new Uint8Array(), `${path} has 0 bytes, not ${length}`)
    await expectDamage(whole.slice(0, -1), `${path} has ${length - 1} bytes, not ${length}`)
    await expectDamage(new Uint8Array([...whole, 0]), `${path} has ${length + 1} bytes, not ${length}`)
  })

  test('altered by one bit', async () => {
    const altered = contents[name].slice()
    altered[4] = (altered[4] ?? 0) ^ 1
    await expectDamage(altered, `${path} was altered`)
  })
})

test('a tokenizer of another kind is named', async () => {
  const other = encode(JSON.stringify({ ...tokenizer, model: { ...tokenizer.model, type: 'BPE' } }))
  const changed = { ...files, tokenizer: describeFile('/model/tokenizer.json', other) }
  expect(await loadFiles(packageWith({ tokenizer: other }), changed)).toEqual({
    ok: false,
    failure: { kind: 'model-damaged', detail: '/model/tokenizer.json: not of a kind known here' },
  })
})

test('the files of this package are those that the code knows', async () => {
  for (const file of Object.values(modelFiles)) {
    const bytes = await readModelFile(file.path)
    if (!bytes) expect.fail(`${file.path} is missing`)
    expect(describeFile(file.path, bytes)).toEqual(file)
  }
  expect(modelVersion).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/)
})
