import { describe, expect, test } from 'vitest'
import { splitWords } from '../../../utils/anchoring/words'
import { createSubjectFinder } from '../../../utils/matching/find-subject'

const subjects = ['Tilda Oranje', 'Odo van der Brenn', 'Sorland ministers', 'world leaders']
const article = {
  title: 'President Oranje at the fair',
  text: 'Oranje spoke. Brenn’s phone rang, and Sorland ministers left. Oranje stayed.',
}
const createFinder = (subjects: readonly string[], { title, text }: typeof article) =>
  createSubjectFinder(subjects, { title, story: splitWords(text, [{ start: 0, end: text.length }]) })
const find = createFinder(subjects, article)

describe('whose phones a sentence is about', () => {
  test.each([
    ['Tilda Oranje', 'Her phone is old.'],
    ['Tilda Oranje', 'ORANJE’s phone is old.'],
    ['Odo van der Brenn', 'Mr. Brenn has a phone.'],
    ['Sorland ministers', 'Nobody told the Sorland ministers.'],
    // People before groups, and of two people the one whom the article names more.
    ['Tilda Oranje', 'Brenn told Oranje, and both told Sorland ministers.'],
    // A group that the article does not name elsewhere, and a part of a name.
    ['Tilda Oranje', 'The Oranjeville fair and Brennan are something else.'],
  ])('%s: %s', (subject, sentence) => {
    expect(find(sentence)).toBe(subject)
  })

  test('nobody, where the article names none of them', () => {
    const other = createFinder(subjects, { title: 'A mill', text: 'It stood there.' })
    expect(other('It stands there.')).toBeNull()
    expect(createFinder([], article)('Oranje spoke.')).toBeNull()
  })

  test('a group that is named alone is nobody whom the rest of the article would be about', () => {
    const groups = createFinder(subjects, { title: '', text: 'Among world leaders it is so.' })
    expect(groups('Among world leaders it is so.')).toBe('world leaders')
    expect(groups('It is so.')).toBeNull()
  })
})
