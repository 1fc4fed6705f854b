import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findMarksAtPoint, type PaintedRange } from '../../../utils/page/find-marks-at-point'

describe('the marks at a point', () => {
  let text: Text
  let entries: PaintedRange<string>[]
  const box = (left: number, right: number) => ({ left, right, top: 10, bottom: 30 })

  /** Jsdom has no layout: each letter is 10 px wide, on one line. */
  const entry = (id: string, start: number, end: number, layer: PaintedRange<string>['layer']) => {
    const range = document.createRange()
    range.setStart(text, start)
    range.setEnd(text, end)
    range.getClientRects = () => [box(start * 10, end * 10)] as unknown as DOMRectList
    return { id, range, layer }
  }
  beforeEach(() => {
    document.body.innerHTML = '<p>The line was safe, he said. Nobody listened.</p>'
    text = document.querySelector('p')?.firstChild as Text
    entries = [
      entry('sentence', 0, 27, 'dispute-sentence'),
      entry('words', 4, 17, 'dispute-words'),
      entry('saved', 0, 43, 'saved-green'),
      entry('other', 28, 43, 'agree-words'),
    ]
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(document, 'caretPositionFromPoint')
    Reflect.deleteProperty(document, 'caretRangeFromPoint')
  })
  const at = (x: number, y = 20) => findMarksAtPoint(document, x, y, entries)
  const caret = (x: number) => Math.min(43, Math.round(x / 10))

  const cases = () => {
    expect(at(65)).toEqual(['words', 'saved', 'sentence'])
    expect(at(205)).toEqual(['saved', 'sentence'])
    expect(at(300)).toEqual(['other', 'saved'])
    expect(at(65, 90)).toEqual([])
    expect(at(900)).toEqual([])
  }

  it('come from the browser where it can tell', () => {
    const hit = (x: number, y: number) =>
      entries
        .filter(({ range }) => range.startOffset * 10 <= x && x <= range.endOffset * 10 && y < 30)
        .map(({ range }) => ({ highlight: {}, ranges: [range] }))
    vi.stubGlobal('CSS', { highlights: { highlightsFromPoint: hit } })
    cases()
  })

  it('come from the trees that marks stand in: of others the browser tells nothing', () => {
    const tree = document.body.appendChild(document.createElement('x-a')).attachShadow({ mode: 'closed' })
    text = tree.appendChild(document.createTextNode('in the shade'))
    entries.push(entry('shade', 0, 12, 'saved-blue'))
    const highlightsFromPoint = vi.fn(() => [])
    vi.stubGlobal('CSS', { highlights: { highlightsFromPoint } })
    at(5)
    expect(highlightsFromPoint).toHaveBeenCalledWith(5, 20, { shadowRoots: [tree] })
    vi.stubGlobal('CSS', {})
    const caretPositionFromPoint = vi.fn(() => ({ offsetNode: text, offset: 1 }))
    Object.assign(document, { caretPositionFromPoint })
    expect(at(5)).toEqual(['shade'])
    expect(caretPositionFromPoint).toHaveBeenCalledWith(5, 20, { shadowRoots: [tree] })
  })

  it('else from the caret and the boxes of the ranges around it', () => {
    Object.assign(document, {
      caretPositionFromPoint: (x: number) => ({ offsetNode: text, offset: caret(x) }),
    })
    cases()
  })

  it('does not ask for the boxes of ranges that the caret is not in', () => {
    Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode: text, offset: 30 }) })
    const asked = vi.fn(() => [] as unknown as DOMRectList)
    for (const { range } of entries) range.getClientRects = asked
    at(300)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('else from the older caret', () => {
    const older = (x: number) => {
      const range = document.createRange()
      range.setStart(text, caret(x))
      return range
    }
    Object.assign(document, { caretRangeFromPoint: older })
    cases()
  })

  it('else from the boxes alone', cases)

  it('are none where no text is near', () => {
    Object.assign(document, { caretPositionFromPoint: () => null })
    expect(at(65)).toEqual([])
  })

  it('name each claim once', () => {
    entries.push(entry('words', 0, 27, 'dispute-sentence'))
    expect(at(65)).toEqual(['words', 'saved', 'sentence'])
  })
})
