import { isSelector } from '../model/guards'
import { highlightColours, type TextPositionSelector } from '../model/highlight'
import { asHighlightId } from '../model/ids'
import { limits } from '../model/limits'
import { claimPrefix, highlightPrefix, terms, untoldPrefix } from './annotation-terms'
import { patternWords } from './describe-faults'
import {
  createEntryReader,
  type ForeignEntry,
  into,
  itemsOf,
  type OwnParts,
  outletOf,
  type Spot,
} from './foreign-entry'

const typesOf = (spot: Spot): unknown[] => itemsOf(into(spot, 'type')).map(({ value }) => value)
const isA = (spot: Spot, type: string): boolean => typesOf(spot).includes(type)

/** W3C annotations: a collection, a page of one, one of them, or a list. */
export const looksLikeAnnotations = (root: Spot): boolean =>
  itemsOf(root).some(
    spot => isA(spot, 'AnnotationCollection') || isA(spot, 'AnnotationPage') || isA(spot, 'Annotation'),
  )

/** The annotations of a file, page after page as far as the pages are in it. */
const annotationsOf = (spot: Spot): Spot[] => {
  if (isA(spot, 'AnnotationCollection')) return itemsOf(into(spot, 'first')).flatMap(annotationsOf)
  if (!isA(spot, 'AnnotationPage')) return [spot]
  return [...itemsOf(into(spot, 'items')), ...itemsOf(into(spot, 'next')).flatMap(annotationsOf)]
}

/**
 * One passage for each target that quotes one (TextQuoteSelector). Bodies to tag with are tags, all other words are the note.
 * Positions are kept of Sidelight's own annotations alone: others count another text than ours.
 */
export const readAnnotations = (root: Spot): ForeignEntry[] =>
  itemsOf(root)
    .flatMap(annotationsOf)
    .flatMap(annotation => {
      const targets = itemsOf(into(annotation, 'target'))
      const quoting = targets.filter(target => quoteOf(target) !== undefined)
      return quoting.length > 0
        ? quoting.map((target, index) => readOne(annotation, target, index))
        : [readOne(annotation, targets[0])]
    })

/** Selectors, and those that refine them. */
const selectorsOf = (target: Spot): Spot[] =>
  itemsOf(into(target, 'selector')).flatMap(selector => [selector, ...itemsOf(into(selector, 'refinedBy'))])
const selectorOf = (target: Spot, type: string) => selectorsOf(target).find(selector => isA(selector, type))
const quoteOf = (target: Spot) => selectorOf(target, 'TextQuoteSelector')

type Reader = Pick<ReturnType<typeof createEntryReader>, 'text' | 'texts' | 'time' | 'refuse'>

/** As the schema of the backup has them. */
const idPattern = '^[A-Za-z0-9][A-Za-z0-9._:#-]*$'
const nothing: Spot = { value: undefined, path: '' }

function readOne(annotation: Spot, target = into(annotation, 'target'), index = 0): ForeignEntry {
  const { faults, ...read } = createEntryReader()
  const id = read.text(into(annotation, 'id'), limits.address)
  const quoted = quoteOf(target)
  if (id.startsWith(claimPrefix)) read.refuse(annotation.path, 'is a claim, which comes in with its dossier')
  else if (typeof annotation.value === 'string')
    read.refuse(annotation.path, 'is only named here: it stands in another file')
  else if (!quoted) read.refuse(target.path, 'quotes no passage (TextQuoteSelector)')
  const source = into(target, 'source')
  const named = typeof source.value === 'string' ? source : into(source, 'id')
  const isUntold = typeof named.value === 'string' && named.value.startsWith(untoldPrefix)
  const addresses = isUntold ? [] : read.address(named)
  const titles = ['label', 'title', terms.title, 'name'].map(name => into(source, name))
  const outlet = read.text(into(source, terms.outlet), limits.name)
  const styleClass = into(target, 'styleClass').value
  const isOwn = id.startsWith(highlightPrefix)
  const ownId = id.slice(highlightPrefix.length)
  if (isOwn && !(new RegExp(idPattern).test(ownId) && ownId.length <= limits.token)) {
    read.refuse(into(annotation, 'id').path, patternWords[idPattern] ?? '')
  }
  return {
    path: annotation.path,
    faults,
    passage: {
      // Each target is a passage of its own.
      key: id && index > 0 ? `${id} ${index}` : id,
      addresses: [...addresses, ...read.texts(into(source, terms.alsoAt), limits.address)],
      title: read.text(titles.find(({ value }) => value !== undefined) ?? nothing, limits.title),
      outlet: outlet || (isOwn ? '' : outletOf(addresses)),
      exact: quoted ? read.words(into(quoted, 'exact')) : '',
      prefix: read.text(quoted ? into(quoted, 'prefix') : nothing, limits.highlightText),
      suffix: read.text(quoted ? into(quoted, 'suffix') : nothing, limits.highlightText),
      ...readBodies(annotation, read),
      colour: highlightColours.find(colour => colour === styleClass) ?? 'yellow',
      createdMs: read.time(into(annotation, 'created')),
      modifiedMs: read.time(into(annotation, 'modified')),
      ...(isOwn && { own: readOwn(asHighlightId(ownId), target, read) }),
    },
  }
}

/** What a highlight that Sidelight wrote has besides. */
function readOwn(id: OwnParts['id'], target: Spot, read: Reader): OwnParts {
  const source = into(target, 'source')
  const modified = into(source, terms.pageModified)
  return {
    id,
    statedAddresses: read.texts(into(source, terms.stated), limits.address),
    position: readPosition(selectorOf(target, 'TextPositionSelector'), read),
    anchoredMs: read.time(into(into(target, 'state'), 'sourceDate')),
    pageModified: modified.value === undefined ? null : read.text(modified, limits.token),
  }
}

function readPosition(spot: Spot | undefined, { refuse }: Reader): TextPositionSelector | null {
  if (!spot) return null
  const selector = {
    type: 'TextPositionSelector',
    start: into(spot, 'start').value,
    end: into(spot, 'end').value,
  }
  if (isSelector(selector) && selector.type === 'TextPositionSelector') return selector
  refuse(spot.path, 'must have a start, and an end after it')
  return null
}

function readBodies(annotation: Spot, read: Reader): { note: string; tags: string[] } {
  const motivations = itemsOf(into(annotation, 'motivation'))
  const isTagging = motivations.length > 0 && motivations.every(({ value }) => value === 'tagging')
  const tags: string[] = []
  const notes: string[] = []
  for (const body of [...itemsOf(into(annotation, 'body')), ...itemsOf(into(annotation, 'bodyValue'))]) {
    const isPlain = typeof body.value === 'string'
    // A body that is no text of its own is named by its address.
    const spot = isPlain
      ? body
      : [into(body, 'value'), into(body, 'id'), into(body, 'source')].find(({ value }) => value !== undefined)
    const words = spot ? read.text(spot, limits.highlightText) : ''
    if (words === '') continue
    const purposes = itemsOf(into(body, 'purpose')).map(({ value }) => value)
    const isTag = purposes.includes('tagging') || (purposes.length === 0 && !isPlain && isTagging)
    if (isTag) tags.push(words)
    else notes.push(words)
  }
  return { note: notes.join('\n\n'), tags }
}
