import { describe, expect, test } from 'vitest'
import { foldName } from '../../../utils/matching/fold-name'

describe('foldName', () => {
  test.each([
    ['POLITICO', 'Politico'],
    ['The New York Times', 'New York Times'],
    ['President Ada Quill', 'Ada Quill'],
    ['the Prime Minister Ada Quill', 'ada quill'],
    ['Sen. Ada Quill', 'Senator Ada Quill'],
    ['Mr. President', 'president'],
    ['O’Hara', "O'Hara"],
  ])('%s and %s are one name', (a, b) => expect(foldName(a)).toBe(foldName(b)))

  test.each([
    ['Ada Quill', 'Bea Quill'],
    ['The President', 'The Prime Minister'],
    ['Secretary of State', 'Secretary of War'],
    ['Secretary of State', 'State'],
    ['President-elect Ada Quill', 'Ada Quill'],
    ['Harbour Post', 'Harbour Post Online'],
  ])('%s and %s are two', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))

  test('never leaves a name empty', () => {
    expect(foldName('The President')).toBe('president')
    expect(foldName('A')).toBe('a')
  })

  test('keeps a title that goes on', () => {
    expect(foldName('The Secretary of State')).toBe('secretary of state')
    expect(foldName('President-elect Ada Quill')).toBe('president elect ada quill')
  })
})
