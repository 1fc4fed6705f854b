import { afterEach, expect, test, vi } from 'vitest'
import { isWithin, measureColumn } from '../../../utils/page/measure-column'
import { tryRoom } from '../../../utils/page/try-room'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

/** jsdom has no layout: each paragraph stands where `boxes` says. */
function makeParagraphs(boxes: () => { left: number; width: number }[]): Range[] {
  return boxes().map((_, index) => {
    const paragraph = document.body.appendChild(document.createElement('p'))
    paragraph.textContent = 'Some words.'
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    range.getBoundingClientRect = () => {
      const { left, width } = boxes()[index] ?? { left: 0, width: 0 }
      return new DOMRect(left, 0, width, 20)
    }
    return range
  })
}
const stubPoints = (element: Element | null) => {
  document.elementFromPoint = () => element
}

test('a column reaches from the first to the last edge of what is drawn', () => {
  const paragraphs = makeParagraphs(() => [
    { left: 200, width: 600 },
    { left: 0, width: 0 },
    { left: 240, width: 700 },
  ])
  expect(measureColumn(paragraphs)).toEqual({ left: 200, right: 940 })
  expect(measureColumn([])).toBeNull()
  expect(isWithin({ left: 200, right: 940 }, { left: 0, right: 939 })).toBe(true)
  expect(isWithin({ left: 200, right: 940 }, { left: 0, right: 938 })).toBe(false)
})

test('room that does no harm stays, and is made once', () => {
  stubPoints(document.body)
  let isMade = false
  const paragraphs = makeParagraphs(() => [{ left: isMade ? 100 : 400, width: 640 }])
  const mark = vi.fn((is: boolean) => {
    isMade = is
  })
  expect(tryRoom(paragraphs, { left: 0, right: 1008 }, mark)).toBeNull()
  expect(mark.mock.calls).toEqual([[true]])
})

test('room that does harm is taken back before anybody sees it', () => {
  stubPoints(document.body)
  const paragraphs = makeParagraphs(() => [{ left: 400, width: 640 }])
  const mark = vi.fn()
  expect(tryRoom(paragraphs, { left: 0, right: 1008 }, mark)).toBe('covered')
  expect(mark.mock.calls).toEqual([[true], [false]])
})

test('what stays in place counts, our own element does not', () => {
  const bar = document.body.appendChild(document.createElement('div'))
  bar.style.position = 'fixed'
  const inside = bar.appendChild(document.createElement('b'))
  let isMade = false
  const paragraphs = makeParagraphs(() => [{ left: isMade ? 100 : 400, width: 640 }])
  document.elementFromPoint = () => (isMade ? inside : document.body)
  const mark = (is: boolean) => {
    isMade = is
  }
  expect(tryRoom(paragraphs, { left: 0, right: 1008 }, mark)).toBe('overlaid')
  bar.setAttribute('data-sl', '')
  expect(tryRoom(paragraphs, { left: 0, right: 1008 }, mark)).toBeNull()
})

test('without words there is nothing to make room for', () => {
  const mark = vi.fn()
  expect(tryRoom([], { left: 0, right: 1008 }, mark)).toBe('covered')
  expect(mark).not.toHaveBeenCalled()
})
