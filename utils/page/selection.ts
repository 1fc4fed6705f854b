import type { Span } from '../model/span'
import type { TextMap } from './text-map'
import { weights } from './weights'

/** What the reader selected, without the space around it, or why there is nothing to take. */
export type SelectionRead =
  | { range: Range; span: Span; text: string; reason?: undefined }
  | {
      range: null
      reason:
        | 'nothing' // no selection, or white space only
        | 'editable' // in a field, or on a page that is being edited
        | 'too-long' // over 100,000 characters
        | 'outside' // not in the map's text: in a part it leaves out, or the page has changed since
    }

const editable = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i])'

/** The reader's current selection in the map's text. The first one, where the browser allows several. */
export function readSelection(document: Document, map: TextMap): SelectionRead {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return { range: null, reason: 'nothing' }
  const selected = selection.getRangeAt(0)
  if (selected.collapsed) return { range: null, reason: 'nothing' }
  const ends = [selected.startContainer, selected.endContainer]
  if (document.designMode === 'on' || ends.some(isEditable)) return { range: null, reason: 'editable' }
  const span = map.toSpan(selected)
  if (!span) return { range: null, reason: selected.toString().trim() ? 'outside' : 'nothing' }
  if (span.end - span.start > weights.selectionLength) return { range: null, reason: 'too-long' }
  const words = map.text.slice(span.start, span.end)
  const text = words.trim()
  if (!text) return { range: null, reason: 'nothing' }
  const start = span.start + words.indexOf(text)
  const trimmed = { start, end: start + text.length }
  const range = map.toRange(trimmed)
  return range ? { range, span: trimmed, text } : { range: null, reason: 'outside' }
}

function isEditable(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement
  return element !== null && Element.prototype.closest.call(element, editable) !== null
}
