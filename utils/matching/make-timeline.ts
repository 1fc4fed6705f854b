import type { Position } from '../model/dossier'
import type { ClaimOnFile, TimelinePoint } from '../model/reading'
import { compareNumbers, type Pair } from './compare-claims'
import { countOutlets } from './count-sources'
import { foldName } from './fold-name'
import { groupBy } from './group-by'
import type { Stance } from './make-stance'
import { type Interval, parseInterval } from './parse-interval'
import { isApart } from './relation-order'

/** A claim with the time at which it is drawn. */
interface Dated {
  claim: ClaimOnFile
  position: Position
  time: Interval
  /** Nobody says which time it is about: the day of publication stands for it. */
  isPublished: boolean
  pair: Pair | null
}

/**
 * A question's points in time, oldest first: the article's own, what stands beside them, and what is apart. A source
 * is one point at each time it speaks of, however many outlets carry it; what others carry of the article's own source
 * counts with the article's claim. Claims without any date are left out. A time with an open side reaches to the edge
 * of all the others, and says that it is open.
 * @param pairs each claim on file once, in its strongest relation
 */
export function makeTimeline(here: readonly Stance[], pairs: readonly Pair[]): TimelinePoint[] {
  const isRepeatOfHere = ({ judged }: Pair) => judged.relation === 'same source'
  const bySource = groupBy(
    pairs.filter(pair => !isRepeatOfHere(pair)),
    ({ source, judged }) => `${source} ${isApart(judged.relation)}`,
  )
  const points = [
    ...here.flatMap(stance => {
      const repeats = pairs.filter(pair => isRepeatOfHere(pair) && pair.here?.claim.id === stance.claim.id)
      const dated = dateClaim(stance, null)
      return dated
        ? [
            makePoint(
              dated,
              repeats.map(({ onFile }) => onFile.claim),
            ),
          ]
        : []
    }),
    ...[...bySource.values()].flatMap(group =>
      splitByTime(group.flatMap(pair => dateClaim(pair.onFile, pair) ?? [])).map(([first, ...repeats]) =>
        makePoint(
          first,
          repeats.map(({ claim }) => claim),
        ),
      ),
    ),
  ]
  const known = points.flatMap(({ startMs, endMs }) => [startMs, endMs]).filter(Number.isFinite)
  const first = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return points
    .map(point => ({ ...point, startMs: Math.max(first, point.startMs), endMs: Math.min(last, point.endMs) }))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.claim < b.claim ? -1 : 1))
}

function dateClaim({ claim, position, about }: Stance, pair: Pair | null): Dated | null {
  const time = about ?? parseInterval(claim.source.published)
  return time && { claim, position: position ?? 'unknown', time, isPublished: about === null, pair }
}

/**
 * The claims of one source by the time they speak of: those whose times overlap, directly or through others, are one.
 * In each group the claim that stands for it comes first: one that says its time, then the fewest hands.
 */
function splitByTime(dated: readonly Dated[]): [Dated, ...Dated[]][] {
  const groups: [Dated, ...Dated[]][] = []
  let endMs = Number.NEGATIVE_INFINITY
  for (const one of dated.toSorted((a, b) => compareNumbers(a.time.startMs, b.time.startMs))) {
    const group = groups.at(-1)
    if (group && one.time.startMs < endMs) group.push(one)
    else groups.push([one])
    endMs = Math.max(endMs, one.time.endMs)
  }
  for (const group of groups) group.sort(compareStanding)
  return groups
}

const compareStanding = (a: Dated, b: Dated): number =>
  Number(a.isPublished) - Number(b.isPublished) ||
  a.claim.chain.length - b.claim.chain.length ||
  compareTexts(a.claim.source.published, b.claim.source.published) ||
  compareTexts(a.claim.id, b.claim.id)

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function makePoint(
  { claim, position, time, isPublished, pair }: Dated,
  repeats: ClaimOnFile[],
): TimelinePoint {
  const { speaker, source } = claim
  const isOwn = foldName(speaker.name) === foldName(source.publisher)
  const relation = pair?.judged.relation ?? null
  return {
    claim: claim.id,
    position,
    ...time,
    opens:
      time.startMs === Number.NEGATIVE_INFINITY
        ? 'start'
        : time.endMs === Number.POSITIVE_INFINITY
          ? 'end'
          : null,
    isPublished,
    isHere: pair === null,
    isApart: relation !== null && isApart(relation),
    relation,
    label: isOwn ? source.publisher : `${speaker.name} › ${source.publisher}`,
    repeats: repeats.map(({ id }) => id),
    outlets: countOutlets([claim, ...repeats]),
  }
}
