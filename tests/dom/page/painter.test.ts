import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { highlightColours } from '../../../utils/model/highlight'
import { createPainter, highlightName, layerHeight, layers } from '../../../utils/page/painter'

class FakeHighlight {
  readonly ranges: AbstractRange[]
  priority = 0
  constructor(...ranges: AbstractRange[]) {
    this.ranges = ranges
  }
}
const range = (): Range => document.createRange()

describe('the painter', () => {
  const registry = new Map<string, FakeHighlight>()
  beforeEach(() => {
    registry.clear()
    vi.stubGlobal('CSS', { highlights: registry })
    vi.stubGlobal('Highlight', FakeHighlight)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('paints a layer anew, and takes an empty one out', () => {
    const painter = createPainter(false)
    const [first, second] = [range(), range()]
    painter.paint('dispute-words', [first])
    painter.paint('dispute-words', [second])
    expect(registry.get(highlightName('dispute-words', false))?.ranges).toEqual([second])
    painter.paint('dispute-words', [])
    expect(registry.size).toBe(0)
  })

  it('paints words over the reader’s highlights over sentences', () => {
    const painter = createPainter(true)
    for (const layer of layers) painter.paint(layer, [range()])
    const priority = (layer: (typeof layers)[number]) =>
      registry.get(highlightName(layer, true))?.priority ?? -1
    expect(priority('agree-words')).toBeGreaterThan(priority('saved-pink'))
    expect(priority('saved-pink')).toBeGreaterThan(priority('plain-sentence'))
    expect(priority('current')).toBeGreaterThan(priority('plain-words'))
    const byPriority = [...layers].sort((a, b) => priority(a) - priority(b))
    const heights = byPriority.map(layerHeight)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
  })

  it('leaves the page’s own highlights alone', () => {
    registry.set('search', new FakeHighlight())
    const painter = createPainter(false)
    painter.paint('saved-blue', [range()])
    painter.dispose()
    expect([...registry.keys()]).toEqual(['search'])
  })

  it('does nothing where the browser cannot', () => {
    vi.stubGlobal('CSS', {})
    const painter = createPainter(false)
    expect(() => {
      painter.paint('saved-blue', [range()])
      painter.dispose()
    }).not.toThrow()
  })
})

describe('highlights.css', () => {
  const css = readFileSync('public/highlights.css', 'utf8')
  const [plain = '', forced = ''] = css.split('@media (forced-colors: active)')
  const ruleOf = (name: string) => new RegExp(`::highlight\\(${name}\\) \\{([^}]*)\\}`).exec(plain)?.[1] ?? ''
  const names = [false, true].flatMap(isDark =>
    layers.map(layer => ({ layer, isDark, name: highlightName(layer, isDark) })),
  )

  it('has a rule for every layer, light and dark, and no other, and each again for forced colours', () => {
    expect(new Set(names.map(({ name }) => name)).size).toBe(layers.length * 2)
    const used = (text: string) =>
      [...text.matchAll(/::highlight\(([^)]*)\)/g)].map(([, name]) => name).sort()
    const all = names.map(({ name }) => name).sort()
    expect(used(plain)).toEqual(all)
    expect(used(forced)).toEqual(all)
  })

  it('gives every tone’s words a line of its own shape, the same on light and dark pages', () => {
    const line = (name: string) => /underline (\w+) ([\d.]+px)/.exec(ruleOf(name))?.slice(1).join(' ')
    const words = layers.filter(layer => layer.endsWith('-words'))
    const saved = layers.filter(layer => layer.startsWith('saved-'))
    expect([words.length > 6, saved.length]).toEqual([true, 5])
    for (const one of [words, saved]) {
      const light = one.map(layer => line(highlightName(layer, false)))
      expect(light).not.toContain(undefined)
      expect(new Set(light).size).toBe(one.length)
      expect(one.map(layer => line(highlightName(layer, true)))).toEqual(light)
    }
    // What a highlight and a claim in it have under them stays two lines.
    const offset = (layer: (typeof layers)[number]) =>
      /underline-offset: (\d+)px/.exec(ruleOf(highlightName(layer, false)))?.[1]
    expect(new Set(words.map(offset))).not.toContain(offset('saved-yellow'))
  })

  /** WCAG 2.2 contrast of two sRGB colours. */
  const contrast = (a: number[], b: number[]) => {
    const luminance = (colour: number[]) => {
      const [r = 0, g = 0, b = 0] = colour
        .map(each => each / 255)
        .map(s => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (high + 0.05) / (low + 0.05)
  }
  const over = (ground: number[], layer: (typeof layers)[number], isDark: boolean) => {
    const found = /background-color: rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(
      ruleOf(highlightName(layer, isDark)),
    )
    expect(found, layer).not.toBeNull()
    const [r = 0, g = 0, b = 0, alpha = 0] = found?.slice(1).map(Number) ?? []
    return [r, g, b].map((each, i) => (each * alpha) / 100 + (ground[i] ?? 0) * (1 - alpha / 100))
  }
  const pages: [string, boolean, number[], number[], number[]][] = [
    ['light', false, [255, 255, 255], [85, 85, 85], [27, 29, 33]],
    ['dark', true, [24, 24, 24], [200, 200, 200], [230, 230, 230]],
  ]
  it.each(pages)(
    'keeps text on %s pages readable: grey text on all grounds at once',
    (_, isDark, page, text) => {
      for (const tone of ['dispute', 'update', 'qualify', 'open', 'agree', 'related', 'plain'] as const) {
        for (const colour of highlightColours) {
          const grounds = [`${tone}-sentence`, `saved-${colour}`, `${tone}-words`, 'current'] as const
          const ground = grounds.reduce((below, layer) => over(below, layer, isDark), page)
          expect(contrast(ground, text), `${tone} ${colour}`).toBeGreaterThan(3)
        }
      }
    },
  )

  it.each(pages)(
    'keeps a highlight’s text and line clear of its ground on %s pages',
    (_, isDark, page, __, text) => {
      for (const colour of highlightColours) {
        const ground = over(page, `saved-${colour}`, isDark)
        expect(contrast(ground, text), colour).toBeGreaterThan(7)
        const line = /underline [^r]*rgb\(([\d ]+)\)/.exec(ruleOf(highlightName(`saved-${colour}`, isDark)))
        const rgb = line?.[1]?.split(' ').map(Number) ?? []
        // WCAG 2.2, 1.4.11: what tells one thing from another.
        expect(contrast(ground, rgb), colour).toBeGreaterThan(3)
        expect(contrast(page, rgb), colour).toBeGreaterThan(3)
      }
    },
  )
})
