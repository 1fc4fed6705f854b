import { type HighlightColour, highlightColours } from '../model/highlight'
import { relationLooks, type Tone } from '../model/relation'

/** What a mark looks like: a relation's tone, or `plain` for a claim to which nothing on file stands. */
export type MarkTone = Tone | 'plain'

/** One layer of paint. `words`: the located words, fully; `sentence`: the sentence around them, lightly. */
export type Layer = `${MarkTone}-${'words' | 'sentence'}` | `saved-${HighlightColour}` | 'current'

const tones: readonly MarkTone[] = [...new Set(Object.values(relationLooks).map(look => look.tone)), 'plain']

/** From bottom to top, as they are painted. */
export const layers: readonly Layer[] = [
  ...tones.map((tone): Layer => `${tone}-sentence`),
  ...highlightColours.map((colour): Layer => `saved-${colour}`),
  ...tones.map((tone): Layer => `${tone}-words`),
  'current',
]

/**
 * The names in the document's registry, fixed and neutral, as the page can read them: `sl-1` and on for light pages,
 * `sl-41` and on for dark ones. The rules are in public/highlights.css, which a test compares with this list.
 */
export const highlightName = (layer: Layer, isDark: boolean): string =>
  `sl-${layers.indexOf(layer) + (isDark ? 41 : 1)}`

/** What lies on top, for those who ask which mark is at a point: words above saved above sentences. */
export const layerHeight = (layer: Layer): number => {
  if (layer === 'current') return 3
  if (layer.endsWith('-words')) return 2
  return layer.startsWith('saved') ? 1 : 0
}

export interface Painter {
  /** The layer shows these ranges from now on, and no others. */
  paint(layer: Layer, ranges: readonly AbstractRange[]): void
  /** All layers, gone. */
  dispose(): void
}

/**
 * Paints ranges by the CSS Custom Highlight API (CSS Custom Highlight API Module Level 1): the page's elements stay
 * as they are. A browser without it shows no marks, and the sidebar lists them all the same.
 * `isDark`: see is-dark-page.
 */
export function createPainter(isDark: boolean): Painter {
  const registry = typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : null
  const paint = (layer: Layer, ranges: readonly AbstractRange[]) => {
    const name = highlightName(layer, isDark)
    if (ranges.length === 0) {
      registry?.delete(name)
      return
    }
    const highlight = new Highlight(...ranges)
    highlight.priority = layers.indexOf(layer)
    registry?.set(name, highlight)
  }
  return {
    paint: (layer, ranges) => {
      if (registry) paint(layer, ranges)
    },
    dispose() {
      for (const layer of layers) registry?.delete(highlightName(layer, isDark))
    },
  }
}
