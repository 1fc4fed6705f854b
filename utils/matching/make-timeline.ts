import type { Position } from '../model/dossier'
import { finish } from '../model/finish'
import type { TimelinePoint } from '../model/reading'
import { compareNumbers, type Pair } from './compare-claims'
import { groupBy } from './group-by'
import type { Stance } from './make-stance'
import type { Interval } from './parse-interval'
import { isApart } from './relation-order'

/** A claim with the time at which it is drawn. */
interface Dated {
  stance: Stance
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
export const makeTimeline = (here: readonly Stance[], pairs: readonly Pair[]): TimelinePoint[] =>
  finish(makeTimelineInSteps(here, pairs))

/** Sources between two steps: a millisecond or two. */
const stepLength = 256

/** The same, to be put down now and then where there are thousands. */
export function* makeTimelineInSteps(
  here: readonly Stance[],
  pairs: readonly Pair[],
): Generator<void, TimelinePoint[], void> {
  const isRepeatOfHere = ({ judged }: Pair) => judged.relation === 'same source'
  const bySource = groupBy(
    pairs.filter(pair => !isRepeatOfHere(pair)),
    // Two numbers in one: there may be ten thousand.
    ({ source, judged }) => 2 * source + Number(isApart(judged.relation)),
  )
  const points: TimelinePoint[] = []
  for (const stance of here) {
    const repeats = pairs.filter(pair => isRepeatOfHere(pair) && pair.here?.claim.id === stance.claim.id)
    const dated = dateClaim(stance, null)
    if (dated)
      points.push(
        makePoint(
          dated,
          repeats.map(({ onFile }) => onFile),
        ),
      )
  }
  for (const [index, group] of [...bySource.values()].entries()) {
    if (index % stepLength === 0) yield
    const dated = group.flatMap(pair => dateClaim(pair.onFile, pair) ?? [])
    for (const [first, ...repeats] of splitByTime(dated))
      points.push(
        makePoint(
          first,
          repeats.map(({ stance }) => stance),
        ),
      )
  }
  yield
  const known = points.flatMap(({ startMs, endMs }) => [startMs, endMs]).filter(Number.isFinite)
  const first = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  for (const point of points) {
    point.startMs = Math.max(first, point.startMs)
    point.endMs = Math.min(last, point.endMs)
  }
  return points.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.claim < b.claim ? -1 : 1))
}

function dateClaim(stance: Stance, pair: Pair | null): Dated | null {
  const { position, about, published } = stance
  const time = about ?? published
  return time && { stance, position: position ?? 'unknown', time, isPublished: about === null, pair }
}

/**
 * The claims of one source by the time they speak of: those whose times overlap, directly or through others, are one.
 * In each group the claim that stands for it comes first: one that says its time, then the fewest hands.
 */
function splitByTime(dated: readonly Dated[]): [Dated, ...Dated[]][] {
  const [only] = dated
  if (only && dated.length === 1) return [[only]]
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
  a.stance.claim.chain.length - b.stance.claim.chain.length ||
  compareTexts(a.stance.claim.source.published, b.stance.claim.source.published) ||
  compareTexts(a.stance.claim.id, b.stance.claim.id)

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function makePoint({ stance, position, time, isPublished, pair }: Dated, repeats: Stance[]): TimelinePoint {
  const { claim, origin, outlet } = stance
  const { speaker, source } = claim
  const isOwn = speaker.kind !== 'anonymous' && origin === outlet
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
    repeats: repeats.map(repeat => repeat.claim.id),
    outlets: repeats.length === 0 ? 1 : new Set([stance, ...repeats].map(each => each.outlet)).size,
  }
}
