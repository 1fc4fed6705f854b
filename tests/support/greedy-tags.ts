import { attributionParts, type TaggedPiece } from '../../utils/model/sentence-reading'
import type { Span } from '../../utils/model/span'
import type { TaggedSpan } from '../../utils/reading/decode-tags'

/** What has to be beaten: the best tag of each piece by itself, as the reading model's own evaluation reads it. */
export function decodeGreedily(pieces: readonly TaggedPiece[]): TaggedSpan[] {
  return attributionParts.flatMap((part, kind) => {
    const spans: Span[] = []
    let current: Span | null = null
    for (const { span, tags } of pieces) {
      const [outside = 0, begins = 0, inside = 0] = tags.subarray(3 * kind, 3 * kind + 3)
      const best = Math.max(outside, begins, inside)
      const goesOn = current !== null && (best === inside || (best === begins && current.end === span.start))
      if (best === outside) current = null
      else if (goesOn && current) current.end = span.end
      else {
        current = { ...span }
        spans.push(current)
      }
    }
    return spans.map(span => ({ part, span, certainty: 1 }))
  })
}

/** The simplest joining: each cue with the nearest source and the contents that are nearest to it. */
export function joinNearest(tagged: readonly TaggedSpan[]) {
  const distance = (a: TaggedSpan, b: TaggedSpan) =>
    Math.max(0, a.span.start - b.span.end, b.span.start - a.span.end)
  const nearest = (to: TaggedSpan, choices: readonly TaggedSpan[]) =>
    choices.reduce<TaggedSpan | null>(
      (best, each) => (best && distance(to, best) <= distance(to, each) ? best : each),
      null,
    )
  const of = (part: TaggedSpan['part']) => tagged.filter(each => each.part === part)
  return of('cue').map(cue => ({
    cue,
    source: nearest(cue, of('source')),
    contents: of('content').filter(content => nearest(content, of('cue')) === cue),
  }))
}
