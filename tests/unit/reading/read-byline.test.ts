import { expect, test } from 'vitest'
import { readByline } from '../../../utils/reading/read-byline'

test.each([
  ['Ana Person', 'Ana Person'],
  ['Ana Person', 'By Ana Person, Arven Post'],
  ['Ana Person', 'By Ana Person in Arven | 3 May 2031'],
  ['ANA PERSON', 'BY ANA PERSON'],
  ['Ana Person, Bo Other', 'Written by Ana Person and Bo Other'],
  ['Ana Person, Bo Other, Cy Third', 'By: Ana Person, Bo Other & Cy Third'],
  ["Ana O'Person-Müller", "Ana O'Person-Müller (Arven)"],
  ['Jan van der Brenn', 'Jan van der Brenn'],
  // The first line that names anybody counts.
  ['Bo Other', 'https://social.example/ana\nBy Arven Post Staff\nUpdated on Monday\nBy Bo Other\nCy Third'],
  ['', ''],
  ['', 'https://social.example/ana'],
  ['', '@ana'],
  ['', 'ana@arvenpost.example'],
  ['', '3 May 2031'],
  ['', '4 minutes to read'],
  ['', 'By the politics desk'],
  ['', `By ${'Ana '.repeat(100)}`],
])('%s: %s', (names, lines) => {
  expect(readByline(lines)).toBe(names)
})
