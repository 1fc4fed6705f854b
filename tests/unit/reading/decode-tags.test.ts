import { describe, expect, test } from 'vitest'
import { decodeTags } from '../../../utils/reading/decode-tags'
import { readMarked, tagSentence } from '../../support/tag-article'

const whole = (text: string) => ({ start: 0, end: text.length })

const decode = (marked: string) => {
  const { text, spans } = readMarked(marked)
  return decodeTags(text, tagSentence(text, whole(text), spans)).map(({ part, span }) => [
    part,
    text.slice(span.start, span.end),
  ])
}

describe('the tags of a sentence', () => {
  test('become the spans of its parts', () => {
    expect(decode('<s>Tomas Reil</s> <q>said</q> <c>that nobody listened</c>.')).toEqual([
      ['source', 'Tomas Reil'],
      ['cue', 'said'],
      ['content', 'that nobody listened'],
    ])
  })

  test('may have a source inside a content', () => {
    expect(decode('<s>She</s> <q>said</q> <c><s>he</s> <q>denied</q> it</c>')).toEqual([
      ['source', 'She'],
      ['source', 'he'],
      ['cue', 'said'],
      ['cue', 'denied'],
      ['content', 'he denied it'],
    ])
  })

  test('leave commas and dashes at the ends out, and quotation marks in', () => {
    expect(decode('<c>“Nobody listened,”</c> <s>Reil,</s> <q>said</q>').map(([, words]) => words)).toEqual([
      'Reil',
      'said',
      '“Nobody listened,”',
    ])
  })

  test('never cut a word, where the model is sure of a part of it only', () => {
    const text = 'wiretapping continued'
    const sure = new Float32Array([3, -3, -3, 3, -3, -3, -3, 3, -3])
    const unsure = new Float32Array([3, -3, -3, 3, -3, -3, 0.2, -3, 0])
    const spans = decodeTags(text, [
      { span: { start: 0, end: 4 }, tags: sure },
      { span: { start: 4, end: 11 }, tags: unsure },
      { span: { start: 12, end: 21 }, tags: new Float32Array([3, -3, -3, 3, -3, -3, 5, -3, -3]) },
    ])
    expect(spans.map(({ span }) => span)).toEqual([{ start: 0, end: 11 }])
  })

  test('are one span where one word of it is doubtful', () => {
    const { text, spans } = readMarked('<c>that nobody had listened</c>')
    const pieces = tagSentence(text, whole(text), spans)
    pieces[2]?.tags.set([0.5, -2, 0], 6)
    expect(decodeTags(text, pieces).map(({ span }) => span)).toEqual([whole(text)])
  })

  test('are none where a word stands alone and the model is hardly for it', () => {
    const { text, spans } = readMarked('nobody <c>had</c> listened')
    const pieces = tagSentence(text, whole(text), spans)
    pieces[1]?.tags.set([0, 0.8, -3], 6)
    expect(decodeTags(text, pieces)).toEqual([])
    pieces[1]?.tags.set([0, 2.5, -3], 6)
    expect(decodeTags(text, pieces)).toHaveLength(1)
  })

  test('of a sentence whose end the model did not see end there', () => {
    const { text, spans } = readMarked('<c>that nobody had listened</c>')
    const pieces = tagSentence(text, whole(text), spans).slice(0, 3)
    expect(decodeTags(text, pieces).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'that nobody had',
    ])
  })

  test('say how sure they are', () => {
    const { text, spans } = readMarked('<q>said</q>')
    const [sure] = decodeTags(text, tagSentence(text, whole(text), spans))
    const pieces = tagSentence(text, whole(text), spans)
    pieces[0]?.tags.set([0, 1, -1], 3)
    const [unsure] = decodeTags(text, pieces)
    expect(sure?.certainty).toBeGreaterThan(0.99)
    expect(unsure?.certainty).toBeLessThan(0.8)
  })

  test.each([
    ['no tags', 'Nothing is said here.', []],
    ['no words', '', []],
  ])('%s: nothing', (_, text, expected) => {
    expect(decodeTags(text, [])).toEqual(expected)
  })
})
