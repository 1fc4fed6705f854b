import type { Position } from '../model/dossier'
import type { ClaimOnFile, RelatedClaim, TimelinePoint } from '../model/reading'
import { foldName } from './fold-name'
import type { Stance } from './make-stance'
import { type Interval, parseInterval } from './parse-interval'

/**
 * A question's points in time, oldest first: the article's own, and what stands beside them. Repeats are left out,
 * of others and of the article itself. Where nobody says which time a claim is about, the day of publication stands
 * for it, and says so. A time with an open side reaches to the edge of all the others.
 */
export function makeTimeline(here: readonly Stance[], related: readonly RelatedClaim[]): TimelinePoint[] {
  const points = [
    ...here.map(({ claim, position }) => makePoint(claim, position ?? 'unknown', true)),
    ...related
      .filter(({ relation }) => relation !== 'same source')
      .map(({ claim, position }) => makePoint(claim, position, false)),
  ].filter(point => point !== null)
  const known = points.flatMap(({ startMs, endMs }) => [startMs, endMs]).filter(Number.isFinite)
  const first = Math.min(...known)
  const last = Math.max(...known)
  return points
    .map(point => ({ ...point, startMs: Math.max(first, point.startMs), endMs: Math.min(last, point.endMs) }))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.claim < b.claim ? -1 : 1))
}

function makePoint(claim: ClaimOnFile, position: Position, isHere: boolean): TimelinePoint | null {
  const about = parseInterval(claim.about)
  const time: Interval | null = about ?? parseInterval(claim.source.published)
  if (!time) return null
  const { speaker, source } = claim
  const isOwn = foldName(speaker.name) === foldName(source.publisher)
  return {
    claim: claim.id,
    position,
    ...time,
    isPublished: about === null,
    isHere,
    label: isOwn ? source.publisher : `${speaker.name} › ${source.publisher}`,
  }
}
