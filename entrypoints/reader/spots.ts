import type { CardContent } from '../../components/inline/MarkCard'
import type { Focus } from '../../utils/messaging/protocol'
import type { Span } from '../../utils/model/span'
import { type Layer, layers, type Painter } from '../../utils/page/painter'
import type { Mark, RelatedMark } from './place-marks'
import type { PlacedHighlight } from './reader-highlights'

/** Something that stands at a place of the page: a claim's mark, a sentence related to some, or a passage the reader saved. */
export interface Spot {
  /** Unlike any other's, and the same after the page was read anew. */
  key: string
  focus: Focus
  content: CardContent
  /** Where its words begin in the page's text. */
  start: number
  /** Its words, at least one range: what stands under the card. The first is scrolled to. */
  ranges: Range[]
  painted: { layer: Layer; range: Range }[]
}

const paint = (layer: Layer, ranges: Range[]) => ranges.map(range => ({ layer, range }))

const markSpot = ({ id, here, question, tone, words, sentence, start }: Mark): Spot => ({
  key: `claim ${id}`,
  focus: { claim: id },
  content: { kind: 'claim', here, question },
  start,
  ranges: words,
  painted: [...paint(`${tone}-words`, words), ...paint(`${tone}-sentence`, sentence)],
})

const relatedSpot = ({ here, ranges }: RelatedMark): Spot => ({
  key: `sentence ${here.span.start}`,
  focus: { sentence: here.span.start },
  content: { kind: 'sentence', here },
  start: here.span.start,
  ranges,
  // Thinly, by its words alone: nobody says that it is about the same thing.
  painted: paint('related-words', ranges),
})

const highlightSpot = ({ highlight, anchoring, ranges }: PlacedHighlight, { start }: Span): Spot => ({
  key: `highlight ${highlight.id}`,
  focus: { highlight: highlight.id },
  content: { kind: 'highlight', highlight, state: anchoring.state },
  start,
  ranges,
  painted: paint(`saved-${highlight.colour}`, ranges),
})

/** All that can be pointed at, in the order of the page. Highlights whose words are lost are in the sidebar alone. */
export const listSpots = (marks: Mark[], related: RelatedMark[], highlights: PlacedHighlight[]): Spot[] =>
  [
    ...marks.map(markSpot),
    ...related.map(relatedSpot),
    ...highlights.flatMap(placed => (placed.span ? [highlightSpot(placed, placed.span)] : [])),
  ].sort((a, b) => a.start - b.start)

/** Paints every layer as the spots want it; which words are current is painted apart. */
export function paintSpots(painter: Painter, spots: Spot[]): void {
  const painted = spots.flatMap(spot => spot.painted)
  for (const layer of layers) {
    if (layer === 'current') continue
    painter.paint(
      layer,
      painted.filter(each => each.layer === layer).map(({ range }) => range),
    )
  }
}
