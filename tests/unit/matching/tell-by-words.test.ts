import { describe, expect, test } from 'vitest'
import { tellByWords } from '../../../utils/matching/tell-by-words'

describe('what the words of a sentence tell', () => {
  test('is on the topic as far as the best match by terms is sure', () => {
    expect(tellByWords('The mill was closed.', [])).toEqual({ topic: 0, isLimited: false })
    expect(tellByWords('It was tapped.', [{ score: 0.6 }, { score: 0.4 }]).topic).toBe(0.6)
  })

  test.each([
    'Some of the lines were cut, the palace said.',
    'Yet the president keeps the handset.',
    'The president carries one handset, yet it is an old one.',
    'She pledged that nobody would listen, save where the mill is at stake.',
    'All handsets were swapped except the one in the garden.',
    'The lines are mostly safe.',
    'However, the handset stayed.',
  ])('says that it limits what it says: %s', sentence => {
    expect(tellByWords(sentence, []).isLimited).toBe(true)
  })

  test.each([
    'The handset has not been swapped yet.',
    'The president made a butter of acorns.',
    'They save the calls for years.',
    'The mill stands apart.',
    'It is, in the palace’s words, the last handset.',
  ])('says nothing of the kind: %s', sentence => {
    expect(tellByWords(sentence, []).isLimited).toBe(false)
  })
})
