import type { HighlightColour } from '../model/highlight'
import { highlightColours } from '../model/highlight'
import { limits } from '../model/limits'
import { type Result, succeed } from '../model/result'
import { createEntryReader, type ForeignEntry, outletOf, type Spot } from './foreign-entry'
import { parseCsv } from './parse-csv'

/** The columns of Readwise's export, and what its form for bringing highlights in calls them. */
const columns = {
  words: ['highlight'],
  title: ['book title', 'title'],
  author: ['book author', 'author'],
  address: ['url', 'source url'],
  note: ['note'],
  colour: ['color', 'colour'],
  tags: ['tags'],
  articleTags: ['document tags'],
  time: ['highlighted at', 'date'],
} as const
type Column = keyof typeof columns

/** Its names for colours that are not ours; what is none of either is the first of ours. */
const colourOf: Partial<Record<string, HighlightColour>> = { orange: 'yellow', red: 'pink', purple: 'violet' }

/** Whether a text begins with a row of these columns: there is one for the words, and one for a title or an address. */
export function looksLikeReadwise(text: string): boolean {
  const [first = ''] = text.replace('\uFEFF', '').split(/\r|\n/, 1)
  const names = first.split(',').map(name => name.replaceAll('"', '').trim().toLowerCase())
  const has = (column: Column) => columns[column].some(name => names.includes(name))
  return has('words') && (has('title') || has('address'))
}

/** Readwise's CSV. It names no addresses: such a highlight is kept by its article's title. Bad input where it is no table. */
export function readReadwise(text: string): Result<ForeignEntry[]> {
  const parsed = parseCsv(text)
  if (!parsed.ok) return parsed
  const [head, ...rows] = parsed.value
  const names = (head?.cells ?? []).map(name => name.trim().toLowerCase())
  const indexOf = (column: Column): number => {
    const wanted: readonly string[] = columns[column]
    return names.findIndex(name => wanted.includes(name))
  }
  return succeed(
    rows.map(({ line, cells }) => {
      const { faults, refuse, ...read } = createEntryReader()
      const path = `line ${line}`
      if (cells.length !== names.length)
        refuse(path, `has ${cells.length} cells, the first line ${names.length}`)
      const spot = (column: Column): Spot => {
        const index = indexOf(column)
        return { value: cells[index]?.trim() || undefined, path: `${path}, ${head?.cells[index]?.trim()}` }
      }
      const exact = read.words(spot('words'))
      const addresses = spot('address').value === undefined ? [] : read.address(spot('address'))
      const title = read.text(spot('title'), limits.title)
      const createdMs = read.time(spot('time'))
      const colour = read.text(spot('colour'), limits.token).toLowerCase()
      const listed = [spot('tags'), spot('articleTags')].map(list => read.text(list, limits.highlightText))
      return {
        path,
        faults,
        passage: {
          key: '',
          addresses,
          title,
          outlet: read.text(spot('author'), limits.name) || outletOf(addresses),
          exact,
          prefix: '',
          suffix: '',
          note: read.text(spot('note'), limits.highlightText),
          tags: listed.flatMap(list => list.split(',')),
          colour: highlightColours.find(each => each === colour) ?? colourOf[colour] ?? 'yellow',
          createdMs,
          modifiedMs: createdMs,
        },
      }
    }),
  )
}
