import { afterEach, describe, expect, it } from 'vitest'
import { readSelection } from '../../../utils/page/selection'
import { createTextMap } from '../../../utils/page/text-map'

const select = (start: Node, startOffset: number, end: Node, endOffset: number) => {
  const range = document.createRange()
  range.setStart(start, startOffset)
  range.setEnd(end, endOffset)
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
const load = (html: string) => {
  document.body.innerHTML = html
  return createTextMap(document.body)
}
const words = (selector: string) => document.querySelector(selector)?.firstChild as Text

describe('what the reader selected', () => {
  afterEach(() => {
    document.designMode = 'off'
    document.getSelection()?.removeAllRanges()
  })

  it('is a range of words without the space around them', () => {
    const map = load('<p> One line. </p><p id="b"> Another. </p>')
    select(words('p'), 4, words('#b'), 1)
    const read = readSelection(document, map)
    expect(read).toMatchObject({ text: 'line.', span: { start: 5, end: 10 } })
    expect(read.ranges?.map(String)).toEqual(['line.'])
    expect(map.text.slice(5, 10)).toBe('line.')
  })

  it('is nothing without a selection, or with one of white space', () => {
    const map = load('<p>   x</p>')
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'nothing' })
    select(words('p'), 1, words('p'), 1)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'nothing' })
    select(words('p'), 0, words('p'), 3)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'nothing' })
  })

  it.each(['<p contenteditable>typed words</p>', '<div contenteditable="true"><p>typed words</p></div>'])(
    'is not taken from a place where one types: %s',
    html => {
      const map = load(html)
      select(words('p'), 0, words('p'), 5)
      expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'editable' })
    },
  )

  it('is taken where editing is switched off', () => {
    const map = load('<p contenteditable="false">read words</p>')
    select(words('p'), 0, words('p'), 4)
    expect(readSelection(document, map)).toMatchObject({ text: 'read' })
  })

  it('is not taken from a page that is being edited', () => {
    const map = load('<p>typed words</p>')
    document.designMode = 'on'
    Object.defineProperty(document, 'designMode', { value: 'on', configurable: true, writable: true })
    select(words('p'), 0, words('p'), 5)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'editable' })
    Reflect.deleteProperty(document, 'designMode')
  })

  it('has a limit of 100,000 characters', () => {
    const map = load(`<p>${'x'.repeat(100_001)}</p>`)
    select(words('p'), 0, words('p'), 100_001)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'too-long' })
    select(words('p'), 1, words('p'), 100_001)
    expect(readSelection(document, map)).toMatchObject({ span: { start: 1, end: 100_001 } })
  })

  it('is outside where the map has no such words', () => {
    const map = load('<p>old words</p>')
    const added = document.createElement('p')
    added.textContent = 'new words'
    document.body.replaceChildren(added)
    select(words('p'), 0, words('p'), 3)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'outside' })
  })
})
