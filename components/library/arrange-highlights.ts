import type { Highlight, HighlightColour } from '../../utils/model/highlight'
import type { Match } from '../../utils/model/highlight-search'
import type { HighlightId } from '../../utils/model/ids'
import { tagKey } from '../../utils/model/tags'

export const groupings = ['none', 'article', 'tag', 'colour', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** Which highlights are wanted; null and '' for all. */
export interface HighlightFilter {
  words: string
  /** As `articleOf` gives it. */
  article: string
  tag: string
  colour: HighlightColour | ''
  /** Days of their making, by the reader's clock, both included: `2026-05-31`. */
  since: string
  until: string
}
export const noFilter: HighlightFilter = { words: '', article: '', tag: '', colour: '', since: '', until: '' }

const startOfDay = (day: string): number => new Date(`${day}T00:00`).getTime()
const endOfDay = (day: string): number => new Date(`${day}T23:59:59.999`).getTime()

/**
 * Those that are wanted, in the order given; of those that were searched for first the ones that have all words as they
 * were typed.
 */
export function filterHighlights(
  highlights: readonly Highlight[],
  filter: HighlightFilter,
  matches: ((id: HighlightId) => Match) | null,
  articleOf: (highlight: Highlight) => string,
): { found: Highlight[]; nearCount: number } {
  const fromMs = filter.since ? startOfDay(filter.since) : Number.NEGATIVE_INFINITY
  const toMs = filter.until ? endOfDay(filter.until) : Number.POSITIVE_INFINITY
  const tag = filter.tag && tagKey(filter.tag)
  const exact: Highlight[] = []
  const near: Highlight[] = []
  for (const highlight of highlights) {
    const { createdMs, colour, tags } = highlight
    if (createdMs < fromMs || createdMs > toMs) continue
    if (filter.colour && colour !== filter.colour) continue
    if (tag && !tags.some(each => tagKey(each) === tag)) continue
    if (filter.article && articleOf(highlight) !== filter.article) continue
    const match = matches ? matches(highlight.id) : 2
    if (match === 2) exact.push(highlight)
    else if (match === 1) near.push(highlight)
  }
  return { found: near.length > 0 ? [...exact, ...near] : exact, nearCount: near.length }
}

/** Highlights that stand under one heading. `key` is '' for those that have none of it. */
export interface HighlightGroup {
  key: string
  highlights: Highlight[]
}

/** By what they share, in the order in which each group has its first; one with several tags stands under each. */
export function groupHighlights(
  highlights: readonly Highlight[],
  by: Grouping,
  articleOf: (highlight: Highlight) => string,
): HighlightGroup[] {
  if (by === 'none') return [{ key: '', highlights: [...highlights] }]
  const groups = new Map<string, Highlight[]>()
  const file = (key: string, highlight: Highlight) => {
    const group = groups.get(key)
    if (group) group.push(highlight)
    else groups.set(key, [highlight])
  }
  for (const highlight of highlights) {
    if (by === 'tag')
      for (const tag of highlight.tags.length > 0 ? highlight.tags : ['']) file(tagKey(tag), highlight)
    else file(keyOf(highlight, by, articleOf), highlight)
  }
  return [...groups].map(([key, members]) => ({ key, highlights: members }))
}

function keyOf(
  highlight: Highlight,
  by: 'article' | 'colour' | 'month',
  articleOf: (highlight: Highlight) => string,
): string {
  if (by === 'article') return articleOf(highlight)
  if (by === 'colour') return highlight.colour
  const made = new Date(highlight.createdMs)
  return `${made.getFullYear()}-${String(made.getMonth() + 1).padStart(2, '0')}`
}
