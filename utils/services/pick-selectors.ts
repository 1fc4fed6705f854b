import type { HighlightInput } from '../model/guards'
import type { Highlight, TextPositionSelector, TextQuoteSelector } from '../model/highlight'

/** The two selectors in their one order, with the fields of their kind alone; null where one is missing. */
export function pickSelectors(selectors: HighlightInput['selectors']): Highlight['selectors'] | null {
  let quote: TextQuoteSelector | null = null
  let position: TextPositionSelector | null = null
  for (const selector of selectors) {
    if (selector.type === 'TextQuoteSelector') {
      const { type, exact, prefix, suffix } = selector
      quote = { type, exact, prefix, suffix }
    } else {
      const { type, start, end } = selector
      position = { type, start, end }
    }
  }
  return quote && position && [quote, position]
}
