import { afterEach, describe, expect, it, vi } from 'vitest'
import { hasSelection, readSelection } from '../../../utils/page/selection'
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

  it.each([
    [
      'three clicks, which end where the next block begins',
      '<p>One line.</p><h2>Next</h2>',
      ['p', 0],
      ['h2', 0],
      'One line.',
    ],
    [
      'heading, list and table',
      '<h2>Head</h2><ul><li>a</li><li>b</li></ul><table><tr><td>c</td></tr></table>',
      ['h2', 0],
      ['td', 1],
      'Head\na\nb\nc',
    ],
    [
      'links and pictures',
      '<p>be <a href="/x">low</a> <img alt="no"> it</p>',
      ['p', 0],
      ['p', 5],
      'be low  it',
    ],
    [
      'all of the page',
      '<nav>menu</nav><script>no</script><p>text</p>',
      ['body', 0],
      ['body', 3],
      'menu\ntext',
    ],
    [
      'a field in between',
      '<p>before</p><input value="no"><p>after</p>',
      ['body', 0],
      ['body', 3],
      'before\nafter',
    ],
  ] as const)('takes %s', (_, html, [first, from], [last, to], text) => {
    const map = load(html)
    const find = (selector: string) => document.querySelector(selector) as Element
    select(find(first), from, find(last), to)
    expect(readSelection(document, map)).toMatchObject({ text })
  })

  it('takes what was selected backwards', () => {
    const map = load('<p>One two three</p>')
    document.getSelection()?.setBaseAndExtent(words('p'), 7, words('p'), 4)
    expect(readSelection(document, map)).toMatchObject({ text: 'two' })
  })

  it('is not taken from a field, which a document says nothing of', () => {
    const map = load('<p>text</p><input value="typed">')
    const field = document.querySelector('input') as HTMLInputElement
    field.focus()
    field.setSelectionRange(0, 0)
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'nothing' })
    field.select()
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'editable' })
  })
})

describe('what browsers tell of a selection beside its one range', () => {
  afterEach(() => vi.restoreAllMocks())

  /** jsdom has one range and no ends in shadow trees. */
  const tell = (selection: Partial<Selection>) => {
    const told = { isCollapsed: false, toString: () => 'selected', ...selection } as Selection
    vi.spyOn(document, 'getSelection').mockReturnValue(told)
  }
  const tellRanges = (...places: [Node, number, number][]) => {
    const ranges = places.map(([node, start, end]) => {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      return range
    })
    tell({ rangeCount: ranges.length, getRangeAt: index => ranges[index] as Range })
  }

  it('ends in shadow trees, of which it is handed those that were read', () => {
    document.body.innerHTML = '<p>light</p><x-a></x-a>'
    const tree = (document.querySelector('x-a') as Element).attachShadow({ mode: 'open' })
    tree.innerHTML = '<p>in the shade</p>'
    const map = createTextMap(document.body)
    const shade = tree.querySelector('p')?.firstChild as Text
    const getComposedRanges = vi.fn(() => [
      { startContainer: words('p'), startOffset: 2, endContainer: shade, endOffset: 6, collapsed: false },
    ])
    tell({ rangeCount: 1, getComposedRanges })
    const read = readSelection(document, map)
    expect(read).toMatchObject({ text: 'ght\nin the' })
    expect(read.ranges?.map(String)).toEqual(['ght', 'in the'])
    expect(getComposedRanges).toHaveBeenCalledWith({ shadowRoots: [tree] })
  })

  it('passages side by side, which are one, and others, which are several', () => {
    const map = load('<p>one two</p><p id="b">three four</p>')
    tellRanges([words('#b'), 0, 5], [words('p'), 4, 7])
    expect(readSelection(document, map)).toMatchObject({ text: 'two\nthree' })
    tellRanges([words('p'), 0, 3], [words('#b'), 0, 5])
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'several' })
  })

  it('passages with words between them that cannot be selected, which are one', () => {
    const map = load('<p>one</p><p style="user-select: none">Share</p><p id="b">two</p>')
    tellRanges([words('p'), 0, 3], [words('#b'), 0, 3])
    expect(readSelection(document, map)).toMatchObject({ text: 'one\nShare\ntwo' })
  })

  it('words in a tree that was not read, which are outside', () => {
    const map = load('<p>light</p>')
    tell({ rangeCount: 1, isCollapsed: true, getComposedRanges: () => [] })
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'outside' })
    expect(hasSelection(document)).toBe(true)
    tell({ isCollapsed: true, toString: () => '' })
    expect(hasSelection(document)).toBe(false)
  })

  it('words in a shadow tree where one types, which are not taken', () => {
    const map = load('<div contenteditable></div>')
    const tree = (document.querySelector('div') as Element).attachShadow({ mode: 'open' })
    tree.innerHTML = '<p>typed words</p>'
    const typed = tree.querySelector('p')?.firstChild as Text
    tellRanges([typed, 0, 5])
    expect(readSelection(document, map)).toEqual({ ranges: null, reason: 'editable' })
  })
})
