import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { highlightColours } from '../../../../utils/model/highlight'

const css = readFileSync(join(import.meta.dirname, '../../../../components/shared/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const readTokens = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*#([0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )

/** Relative luminance and contrast ratio. Source: WCAG 2.2, definitions. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'card', 'wash']
const tones = ['agree', 'dispute', 'update', 'qualify', 'open', 'related']
/** Words on what they stand on: 4.5. */
const words = [
  ...['ink', 'ink-2'].flatMap(ink => grounds.map(ground => [ink, ground])),
  ...grounds.map(ground => ['ink-3', ground]),
  ...tones.map(tone => [tone, `${tone}-wash`]),
  ['update', 'card'],
  ['dispute', 'card'],
  ['ink', 'saved'],
  ...highlightColours.map(colour => ['ink', `hl-${colour}`]),
  ['paper', 'ink'],
  ['paper', 'ink-2'],
]
/** Shapes and edges that mean something: 3. */
const shapes = [
  ...['agree', 'dispute', 'qualify', 'open'].flatMap(tone => grounds.map(ground => [tone, ground])),
  ...highlightColours.flatMap(colour =>
    ['paper', 'card', `hl-${colour}`].map(ground => [`hl-${colour}-line`, ground]),
  ),
  ...['line-strong', 'focus'].flatMap(line => ['paper', 'card'].map(ground => [line, ground])),
]

describe.each([
  ['light', readTokens(light)],
  ['dark', { ...readTokens(light), ...readTokens(dark) }],
])('contrast in the %s scheme', (_, tokens) => {
  const ratio = (pair: string[]) => {
    const [one = '', other = ''] = pair.map(name => tokens[name] ?? '')
    expect([one.length, other.length], pair.join(' on ')).toEqual([6, 6])
    return contrast(one, other)
  }

  test.each(words)('%s on %s can be read', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('%s on %s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

test('scrollbars have the colours of the scheme: a browser with a theme of its own draws them white on dark', () => {
  expect(light).toMatch(/:root,\s*:host \{[^}]*scrollbar-color: var\(--line-strong\) transparent;/)
})

test('the ratio is that of the standard', () => {
  expect(contrast('000000', 'ffffff')).toBe(21)
  expect(contrast('777777', 'ffffff')).toBeCloseTo(4.48, 2)
})
