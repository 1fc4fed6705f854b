import { limits } from '../model/limits'
import { quote } from './describe-faults'
import { createEntryReader, type ForeignEntry, into, itemsOf, outletOf, type Spot } from './foreign-entry'
import { stripTags } from './strip-tags'

/** A page of Obsidian Web Clipper's: `url`, `title` of late, `highlights[]`. */
export const looksLikeClipperPage = (page: Spot): boolean =>
  Array.isArray(into(page, 'highlights').value) && into(page, 'uri').value === undefined

/** Pages by their addresses, as that program keeps them itself, as a list of pages. */
export const clipperPagesOf = ({ value, path }: Spot): Spot[] =>
  Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([url, page]) => ({
    value: typeof page === 'object' && page !== null ? { ...page, url } : page,
    path: `${path}[${quote(url)}]`,
  }))

/**
 * Its highlights. Where a page has whole records beside what is meant to be read (`data`), those say what stands around the
 * words. A record's id is its time, in ms. Earlier versions wrote a passage with its HTML.
 */
export const readObsidian = (pages: readonly Spot[]): ForeignEntry[] =>
  pages.flatMap(page => {
    const records = itemsOf(into(page, 'data'))
    return (records.length > 0 ? records : itemsOf(into(page, 'highlights'))).map(item => readOne(page, item))
  })

function readOne(page: Spot, item: Spot): ForeignEntry {
  const { faults, refuse, ...read } = createEntryReader()
  const addresses = read.address(into(page, 'url'))
  const written = [into(item, 'text'), into(item, 'content')].find(({ value }) => value !== undefined)
  const exact = stripTags(read.words(written ?? into(item, 'text')))
  if (exact.trim() === '' && faults.length === 0) refuse(item.path, 'has no words')
  const id = read.text(into(item, 'id'), limits.token)
  const around = into(item, 'textQuote')
  const saidMs = read.time(into(item, 'timestamp'))
  const createdMs = saidMs ?? (/^\d{12,14}$/.test(id) ? Number(id) : null)
  return {
    path: item.path,
    faults,
    passage: {
      // Its ids are times, and two passages may have one.
      key: '',
      addresses,
      title: read.text(into(page, 'title'), limits.title),
      outlet: outletOf(addresses),
      exact,
      prefix: read.text(into(around, 'prefix'), limits.highlightText),
      suffix: read.text(into(around, 'suffix'), limits.highlightText),
      note: read.texts(into(item, 'notes'), limits.highlightText).join('\n\n'),
      tags: [],
      colour: 'yellow',
      createdMs,
      modifiedMs: createdMs,
    },
  }
}
