const number = (words: string): [string, number][] => words.split(' ').map((word, index) => [word, index + 1])

/** 1 for January. "may" and "march" are words too: whoever asks looks at the capital. */
export const months = new Map(
  number('january february march april may june july august september october november december'),
)

/** Short forms stand beside a day or year only. */
export const shortMonths = new Map(
  [...months].map(([word, month]): [string, number] => [word.slice(0, 3), month]).concat([['sept', 9]]),
)

export const weekdays: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
)

/** The months of a season in the north, first and last; winter goes into the next year. */
export const seasons = new Map<string, [from: number, to: number]>([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 14]],
])

export const quarters = new Map(number('first second third fourth'))

/** A date as EDTF has it; what is not known is left out. */
export const writeDate = (year: number, month?: number | null, day?: number | null): string =>
  [
    String(year).padStart(4, '0'),
    ...[month, day].filter(Boolean).map(part => String(part).padStart(2, '0')),
  ].join('-')

/** From a month of a year to another, which may lie in the next: 14 is February. */
export const writeMonths = (year: number, [from, to]: [number, number]): string =>
  `${writeDate(year, from)}/${to > 12 ? writeDate(year + 1, to - 12) : writeDate(year, to)}`
