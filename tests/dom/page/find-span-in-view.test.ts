import { afterEach, expect, test, vi } from 'vitest'
import { findSpanInView } from '../../../utils/page/find-span-in-view'
import { createTextMap } from '../../../utils/page/text-map'

afterEach(() => {
  vi.restoreAllMocks()
})

/** A hundred paragraphs of 100 px, of which so much is scrolled away; jsdom lays nothing out. */
function lay(scrolledPx: number) {
  document.body.innerHTML = Array.from({ length: 100 }, (_, at) => `<p>Paragraph ${at}</p>`).join('')
  const map = createTextMap(document.body)
  const story = [...map.text.matchAll(/.+/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  const asked = vi.fn(function (this: Range) {
    const at = Number(String(this).split(' ')[1])
    return new DOMRect(0, at * 100 - scrolledPx, 600, 80)
  })
  Range.prototype.getBoundingClientRect = asked
  return { map, story, asked, read: () => findSpanInView(map, story, 850) }
}
const wordsIn = ({ map, read }: ReturnType<typeof lay>) => {
  const span = read()
  return span && map.text.slice(span.start, span.end).split('\n')
}

test('is all that stands between the window’s edges', () => {
  expect(wordsIn(lay(0))).toHaveLength(9)
  const middle = wordsIn(lay(3_050))
  expect(middle?.[0]).toBe('Paragraph 30')
  expect(middle?.at(-1)).toBe('Paragraph 38')
})

test('is the nearest where nothing stands there', () => {
  expect(wordsIn(lay(-5_000))).toEqual(['Paragraph 0'])
  expect(wordsIn(lay(50_000))).toEqual(['Paragraph 99'])
})

test('is told by a few places', () => {
  const { asked, read } = lay(3_050)
  read()
  expect(asked.mock.calls.length).toBeLessThan(20)
})

test('is nothing where there is no story', () => {
  const { map } = lay(0)
  expect(findSpanInView(map, [], 850)).toBeNull()
})
