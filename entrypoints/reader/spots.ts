import type { CardContent } from '../../components/inline/MarkCard'
import type { Focus } from '../../utils/messaging/protocol'
import { type Layer, layers, type Painter } from '../../utils/page/painter'
import type { Mark, RelatedMark } from './place-marks'
import type { PlacedHighlight } from './reader-highlights'

/** Something that stands at a place of the page: a claim's mark, a sentence related to some, or a passage the reader saved. */
export interface Spot {
  /** Unlike any other's, and the same after the page was read anew. */
  key: string
  focus: Focus
  content: CardContent
  /** Its words: what is scrolled to and stands under the card. */
  range: Range
  painted: { layer: Layer; range: Range }[]
}

const markSpot = ({ id, here, question, tone, words, sentence }: Mark): Spot => ({
  key: `claim ${id}`,
  focus: { claim: id },
  content: { kind: 'claim', here, question },
  range: words,
  painted: [
    { layer: `${tone}-words`, range: words },
    { layer: `${tone}-sentence`, range: sentence },
  ],
})

const relatedSpot = ({ here, range }: RelatedMark): Spot => ({
  key: `sentence ${here.span.start}`,
  focus: { sentence: here.span.start },
  content: { kind: 'sentence', here },
  range,
  // Thinly, by its words alone: nobody says that it is about the same thing.
  painted: [{ layer: 'related-words', range }],
})

const highlightSpot = ({ highlight, anchoring }: PlacedHighlight, range: Range): Spot => ({
  key: `highlight ${highlight.id}`,
  focus: { highlight: highlight.id },
  content: { kind: 'highlight', highlight, state: anchoring.state },
  range,
  painted: [{ layer: 'saved', range }],
})

/** All that can be pointed at, in the order of the page. Highlights whose words are lost are in the sidebar alone. */
export const listSpots = (marks: Mark[], related: RelatedMark[], highlights: PlacedHighlight[]): Spot[] =>
  [
    ...marks.map(markSpot),
    ...related.map(relatedSpot),
    ...highlights.flatMap(placed => (placed.range ? [highlightSpot(placed, placed.range)] : [])),
  ].sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))

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
