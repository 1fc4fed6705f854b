import { describe, expect, test } from 'vitest'
import { stemWord } from '../../../utils/matching/stem-word'
import { createTermReader, findTerms, isFamily } from '../../../utils/matching/terms'
import type { Spotting } from '../../../utils/model/dossier'

describe('stems', () => {
  test.each([
    ['encrypted', 'encryption', 'encrypts'],
    ['tapped', 'tapping', 'taps'],
    ['security', 'secure', 'secured'],
    ['spies', 'spied', 'spy'],
    ['phones', 'phone'],
    ['breaches', 'breached', 'breach'],
    ['officials', 'official'],
  ])('%s and %s are one term', (...words) => {
    expect(new Set(words.map(stemWord)).size).toBe(1)
  })

  test.each([
    ['official', 'office'],
    ['press', 'pressure'],
    ['hacker', 'hackney'],
  ])('%s and %s are two', (a, b) => {
    expect(stemWord(a)).not.toBe(stemWord(b))
  })

  test.each(['us', 'ss7', '2018', 'nsa', 'red', 'bring', 'ring', 'телефоны', 'new'])(
    '%s stays as it is',
    word => {
      expect(stemWord(word)).toBe(word)
    },
  )

  test('a stem is never empty', () => {
    for (const word of ['ions', 'sing', 'need', 'ally', 'ness', 'eded', 'ings', 'ieds'])
      expect(stemWord(word)).not.toBe('')
  })
})

describe('the terms of a text', () => {
  test('names and numbers stay, words that say nothing go, each term once', () => {
    const terms = findTerms(
      'The President’s 2 phones were tapped by “Erdoğan”, who has 35 PHONES; it’s said.',
    )
    expect([...terms]).toEqual([
      ['president', 'president'],
      ['2', '2'],
      ['phon', 'phones'],
      ['tap', 'tapped'],
      ['erdogan', 'erdogan'],
      ['35', '35'],
    ])
  })

  test('text without words has none', () => {
    expect([...findTerms('— “ ” … of the')]).toEqual([])
  })

  const spotting: Spotting = {
    groups: [
      { id: 'device', terms: ['phone*', 'hand set', 'mobile'] },
      { id: 'against', terms: ['footballer'] },
      { id: 'unused', terms: ['palace'] },
    ],
    rules: [
      { all: ['device'], weight: 1 },
      { all: ['device', 'against'], weight: -1 },
      { all: ['against'], weight: -1 },
    ],
    threshold: 1,
  }

  test('have the families that the dossier’s topic makes of words', () => {
    const read = createTermReader(spotting)
    const families = (text: string) => [...read(text)].filter(([term]) => isFamily(term))
    expect(families('Her mobile')).toEqual([['@device', 'mobile']])
    expect(families('a hand set')).toEqual([['@device', 'hand set']])
    expect(families('a footballer in the palace')).toEqual([])
  })

  test('are none where the dossier does not say what its topic sounds like', () => {
    expect([...createTermReader(null)('mobile').keys()]).toEqual(['mobil'])
  })
})
