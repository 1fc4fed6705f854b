import { limits } from '../model/limits'
import { createEntryReader, type ForeignEntry, into, itemsOf, outletOf, type Spot } from './foreign-entry'

/** Hypothesis' annotations, as its export and its API give them: `uri`, `target[].selector[]`, `text`, `tags`, `document.title`. */
export const looksLikeHypothesis = (row: Spot): boolean =>
  typeof into(row, 'uri').value === 'string' && into(row, 'target').value !== undefined

/**
 * Its annotations of passages. Its positions count the letters of a page's text as that program reads it, which is another
 * text than ours: so the words and what stands around them find the passage. Notes on a page as a whole, and answers to other
 * notes, are no highlights.
 */
export const readHypothesis = (rows: Spot): ForeignEntry[] =>
  itemsOf(rows).map(row => {
    const { faults, refuse, ...read } = createEntryReader()
    const targets = itemsOf(into(row, 'target'))
    const selectors = targets.flatMap(target => itemsOf(into(target, 'selector')))
    const quoted = selectors.find(selector => into(selector, 'type').value === 'TextQuoteSelector')
    if (itemsOf(into(row, 'references')).length > 0) {
      refuse(
        into(row, 'references').path,
        'this is an answer to another note, which has no passage of its own',
      )
    } else if (!quoted)
      refuse(into(row, 'target').path, 'quotes no passage: this is a note on the whole page')
    const addresses = read.address(into(row, 'uri'))
    const [title] = itemsOf(into(into(row, 'document'), 'title'))
    return {
      path: row.path,
      faults,
      passage: {
        key: read.text(into(row, 'id'), limits.address),
        addresses,
        title: title ? read.text(title, limits.title) : '',
        outlet: outletOf(addresses),
        exact: quoted ? read.words(into(quoted, 'exact')) : '',
        prefix: quoted ? read.text(into(quoted, 'prefix'), limits.highlightText) : '',
        suffix: quoted ? read.text(into(quoted, 'suffix'), limits.highlightText) : '',
        note: read.text(into(row, 'text'), limits.highlightText),
        tags: read.texts(into(row, 'tags'), limits.highlightText),
        colour: 'yellow' as const,
        createdMs: read.time(into(row, 'created')),
        modifiedMs: read.time(into(row, 'updated')),
      },
    }
  })
