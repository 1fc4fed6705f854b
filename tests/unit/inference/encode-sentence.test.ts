import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSentence } from '../../../utils/inference/encode-sentence'
import { readVocabulary, type Vocabulary } from '../../../utils/inference/vocabulary'
import { measureGrowth } from '../../support/measure-growth'

const text = readFileSync(new URL('../../../public/model/tokenizer.json', import.meta.url), 'utf8')
const vocabulary = readVocabulary(text) as Vocabulary
/** What the tokenizers library makes of odd texts (model/split_reference.py). */
const reference: { text: string; ids: number[]; spans: [number, number][] }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/model/pieces.json', import.meta.url), 'utf8'),
)
const encode = (sentence: string, most = 128) => encodeSentence(sentence, vocabulary, most)
const pieceOf = new Map([...vocabulary.ids].map(([piece, id]) => [id, piece]))
const show = (sentence: string) =>
  encode(sentence)
    .ids.slice(1, -1)
    .map(id => pieceOf.get(id))

test('splits as the library does with which the model was trained, to the piece and its place', () => {
  expect(reference.length).toBeGreaterThanOrEqual(200)
  for (const { text: sentence, ids, spans } of reference) {
    const encoded = encode(sentence)
    expect({
      sentence,
      ids: encoded.ids,
      spans: encoded.spans.map(({ start, end }) => [start, end]),
    }).toEqual({
      sentence,
      ids,
      spans,
    })
  }
})

describe('a sentence', () => {
  test('becomes pieces of words, with a mark before and after', () => {
    expect(show('The president’s phone was WIRETAPPED.')).toEqual([
      'the',
      'president',
      '’',
      's',
      'phone',
      'was',
      'wire',
      '##ta',
      '##pped',
      '.',
    ])
    const { ids } = encode('A phone')
    expect([ids[0], ids.at(-1)]).toEqual([vocabulary.first, vocabulary.last])
  })

  test('keeps the place of each piece in its own words', () => {
    const sentence = 'Élysée  “wiretapped” 😀 it'
    const words = encode(sentence).spans.map(({ start, end }) => sentence.slice(start, end))
    expect(words).toEqual(['Ély', 'sée', '“', 'wire', 'ta', 'pped', '”', '😀', 'it'])
  })

  test('that is too long is cut, and says so; one that just fits is not', () => {
    const fits = encode('word '.repeat(126))
    expect([fits.ids.length, fits.spans.length, fits.isCut]).toEqual([128, 126, false])
    const cut = encode('word '.repeat(127))
    expect([cut.ids.length, cut.spans.length, cut.isCut]).toEqual([128, 126, true])
    expect(cut.ids).toEqual(fits.ids)
  })

  test('of 10,000 words takes no longer than its beginning', async () => {
    const work = (words: number) => {
      const long = 'unaffable '.repeat(words)
      for (let time = 0; time < 100; time += 1) encode(long)
    }
    expect(await measureGrowth(work, 500, 10_000)).toBeLessThan(4)
  })

  test('without a word has no pieces', () => {
    for (const sentence of ['', '  \n', '\u200b\u200d', '\ud800', '\ufffd']) {
      expect(encode(sentence)).toEqual({ ids: [vocabulary.first, vocabulary.last], spans: [], isCut: false })
    }
  })

  test('may say “[SEP]” and means the letters', () => {
    const { ids } = encode('the [SEP] mark [MASK]')
    expect(ids.filter(id => id === vocabulary.last)).toHaveLength(1)
    expect(show('[SEP]')).toEqual(['[', 'sep', ']'])
  })

  test('whatever it is made of: places are inside it, in order, and none is empty', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
        .map(units => String.fromCharCode(...units)),
    )
    fc.assert(
      fc.property(any, sentence => {
        const { ids, spans } = encode(sentence)
        expect(ids).toHaveLength(spans.length + 2)
        let [from, before] = [0, -1]
        for (const { start, end } of spans) {
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(sentence.length)
          // One character may become two pieces (“½” does): then they share its place.
          expect(start).toBeGreaterThanOrEqual(start === before ? before : from)
          ;[from, before] = [end, start]
        }
      }),
    )
  })
})

describe('a vocabulary', () => {
  test('has every word of the model’s file', () => {
    expect(vocabulary.ids.size).toBe(30_522)
    expect([vocabulary.unknown, vocabulary.first, vocabulary.last]).toEqual([100, 101, 102])
  })

  test.each([
    ['of another kind', (file: { model: { type: string } }) => Object.assign(file.model, { type: 'BPE' })],
    [
      'that keeps capitals',
      (file: { normalizer: object }) => Object.assign(file.normalizer, { lowercase: false }),
    ],
    [
      'without its marks',
      (file: { model: { vocab: Record<string, number> } }) => delete file.model.vocab['[SEP]'],
    ],
    ['without words', (file: { model: object }) => Object.assign(file.model, { vocab: null })],
    ['without numbers', (file: { model: object }) => Object.assign(file.model, { vocab: { a: 'b' } })],
  ])('%s is refused', (_, spoil) => {
    const file = JSON.parse(text)
    spoil(file)
    expect(readVocabulary(JSON.stringify(file))).toBeNull()
  })

  test('that is no file of a tokenizer is refused', () => {
    for (const other of ['[]', '{}', 'null', '{"model":1}']) expect(readVocabulary(other)).toBeNull()
  })
})
