import { expect, test } from 'vitest'
import { sentencesBefore } from '../../../utils/reading/sentences-before'
import { splitSentences } from '../../../utils/reading/split-sentences'

test('the sentences of the same paragraph, in order and not too many', () => {
  const text = 'It rained.\nOne was. Two was. Three was. Four was. Five was. Six was.\nIt snowed.'
  const sentences = splitSentences(text, [{ start: 0, end: text.length }], 'en')
  const before = sentences.map((_, index) => sentencesBefore(text, sentences, index))
  expect(before.slice(0, 4)).toEqual([[], [], ['One was.'], ['One was.', 'Two was.']])
  expect(before[6]).toEqual(['Two was.', 'Three was.', 'Four was.', 'Five was.'])
  expect(before[7]).toEqual([])
  expect(sentencesBefore(text, [], 3)).toEqual([])
})
