import type { Span } from '../model/span'
import { shadowRootOf, treeOf } from './shadow-trees'
import type { RangeEnds, TextMap } from './text-map'
import { weights } from './weights'

/** Why there is nothing to take of what the reader selected. */
export type NotTaken =
  | 'nothing' // no selection, or white space only
  | 'editable' // in a field, or on a page that is being edited
  | 'several' // passages with other words between them
  | 'too-long' // over 100,000 characters
  | 'outside' // not in the map's text: in a part it leaves out, or the page has changed since

/** What the reader selected, without the space around it, or why there is nothing to take. */
export type SelectionRead =
  | { ranges: Range[]; span: Span; text: string; reason?: undefined }
  | { ranges: null; reason: NotTaken }

const nothing = (reason: NotTaken): SelectionRead => ({ ranges: null, reason })

/** The reader's current selection in the map's text. */
export function readSelection(document: Document, map: TextMap): SelectionRead {
  const selection = document.getSelection()
  const selected = selection ? listEnds(selection, map).filter(isOpen) : []
  const ends = selected.flatMap(({ startContainer, endContainer }) => [startContainer, endContainer])
  const isEdited = selected.length > 0 && document.designMode === 'on'
  if (isEdited || ends.some(isEditable)) return nothing('editable')
  const spans = selected.flatMap(each => map.toSpan(each) ?? []).sort((a, b) => a.start - b.start)
  const [first] = spans
  if (!first) {
    if (isInField(document)) return nothing('editable')
    // In a part that is left out, or in a shadow tree that was not read.
    return nothing(String(selection ?? '').trim() ? 'outside' : 'nothing')
  }
  let span = first
  for (const next of spans.slice(1)) {
    if (!isNothing({ start: span.end, end: next.start }, map)) return nothing('several')
    span = { start: span.start, end: Math.max(span.end, next.end) }
  }
  if (span.end - span.start > weights.selectionLength) return nothing('too-long')
  const words = map.text.slice(span.start, span.end)
  const text = words.trim()
  if (!text) return nothing('nothing')
  const start = span.start + words.indexOf(text)
  const trimmed = { start, end: start + text.length }
  const ranges = map.toRanges(trimmed)
  return ranges.length > 0 ? { ranges, span: trimmed, text } : nothing('outside')
}

/** Whether the reader holds words selected, in a shadow tree too: there Chromium says that nothing is. */
export function hasSelection(document: Document): boolean {
  const selection = document.getSelection()
  return selection !== null && (!selection.isCollapsed || String(selection) !== '')
}

/** The ends of what is selected, in the trees they are in; Firefox lets several passages be. */
function listEnds(selection: Selection, { trees }: TextMap): RangeEnds[] {
  // Chromium from 137 on, Firefox from 142 on. jsdom has neither.
  if (typeof selection.getComposedRanges === 'function') {
    const composed = selection.getComposedRanges({ shadowRoots: [...trees] })
    if (selection.rangeCount < 2) return composed
  }
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
}

const isOpen = ({ startContainer, startOffset, endContainer, endOffset }: RangeEnds) =>
  startContainer !== endContainer || startOffset !== endOffset

/** White space alone, or words that cannot be selected: Firefox leaves these out and makes two passages of one. */
function isNothing(span: Span, map: TextMap): boolean {
  if (!map.text.slice(span.start, span.end).trim()) return true
  return map.toRanges(span).every(({ startContainer: { parentElement: element } }) => {
    const view = element?.ownerDocument.defaultView
    return element && view?.getComputedStyle(element).userSelect === 'none'
  })
}

const editable = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i])'

function isEditable(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement
  if (element && Element.prototype.closest.call(element, editable)) return true
  const host = treeOf(node)?.host
  return host !== undefined && isEditable(host)
}

/** Whether words of a field are selected: the document's own selection says nothing of them. */
function isInField(document: Document): boolean {
  let { activeElement: active } = document
  while (active) {
    const inner: Element | null = shadowRootOf(active, active.localName, false)?.activeElement ?? null
    if (!inner) break
    active = inner
  }
  if (!active || !['input', 'textarea'].includes(active.localName)) return false
  const { selectionStart: start, selectionEnd: end } = active as HTMLInputElement
  return start !== null && end !== null && start < end
}
