import type { ClaimId } from '../../utils/model/ids'
import type { ClaimOnFile, TimelinePoint } from '../../utils/model/reading'
import { listChain } from '../shared/Chain'
import { formatClaimTime } from '../shared/format-time'
import { positionWords, relationWords } from '../shared/model-words'
import { type Translate, withCount } from '../shared/words'
import { formatStretch } from './format-axis'
import { laneOrder, type Shape } from './timeline-layout'

export type FindClaim = (claim: ClaimId) => ClaimOnFile | undefined

/** Who says it, through whom, and in which outlets. */
export interface Voices {
  who: string
  through: string
  outlets: string[]
}

export function listVoices(point: TimelinePoint, find: FindClaim): Voices {
  const claim = find(point.claim)
  if (!claim) return { who: point.label, through: '', outlets: [] }
  const [who = '', ...hands] = listChain(claim)
  const repeats = point.repeats.flatMap(id => find(id)?.source.publisher ?? [])
  return {
    who,
    through: hands.slice(0, -1).join(' › '),
    outlets: [...new Set([claim.source.publisher, ...repeats])],
  }
}

export function sayTime(t: Translate, point: TimelinePoint, find: FindClaim): string {
  const claim = find(point.claim)
  return claim ? formatClaimTime(t, claim) : formatStretch(point.startMs, point.endMs)
}

/** Its relation to the article: in the article itself, or a word of the table; '' where nothing is compared. */
export const sayRelation = (t: Translate, { isHere, relation }: TimelinePoint): string =>
  isHere
    ? t('sidebar_inThisArticle')
    : relation === null || relation === 'related'
      ? ''
      : t(relationWords[relation])

export const sayOutlets = (t: Translate, { outlets }: TimelinePoint): string =>
  outlets > 1 ? t('timeline_carriedBy', outlets) : ''

/** One point in a line: time, who through whom, outlets, relation. */
export function sayPoint(t: Translate, point: TimelinePoint, find: FindClaim): string {
  const claim = find(point.claim)
  return [
    sayTime(t, point, find),
    claim ? listChain(claim).join(' › ') : point.label,
    sayOutlets(t, point),
    sayRelation(t, point),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** "7 sources, Oct 2018 – Feb 2019": points that have no room of their own. */
export const sayGathered = (t: Translate, { points }: Shape): string =>
  t('timeline_gathered', points.length, sayStretch(points))

const sayStretch = (points: readonly TimelinePoint[]): string =>
  formatStretch(
    points.reduce((ms, { startMs }) => Math.min(ms, startMs), Number.POSITIVE_INFINITY),
    points.reduce((ms, { endMs }) => Math.max(ms, endMs), Number.NEGATIVE_INFINITY),
  )

/** A shape in a line, its position first. */
export const sayShape = (t: Translate, shape: Shape, find: FindClaim): string => {
  const [only] = shape.points
  const what = only && shape.points.length === 1 ? sayPoint(t, only, find) : sayGathered(t, shape)
  return `${t(positionWords[shape.position])} · ${what}`
}

const sayYears = (first: string, last: string): string => (first === last ? first : `${first}–${last}`)
const yearOf = (ms: number): string => String(new Date(ms).getUTCFullYear())

/** All of the picture in one sentence, for those who do not see it. */
export function summarise(t: Translate, points: readonly TimelinePoint[]): string {
  const parts = laneOrder.flatMap(position => {
    const shown = points.filter(point => point.position === position)
    if (shown.length === 0) return []
    // Of an open side only the other is known.
    const first = shown.reduce(
      (ms, { startMs, endMs, opens }) => Math.min(ms, opens === 'start' ? endMs - 1 : startMs),
      Number.POSITIVE_INFINITY,
    )
    const last = shown.reduce(
      (ms, { startMs, endMs, opens }) => Math.max(ms, opens === 'end' ? startMs : endMs - 1),
      Number.NEGATIVE_INFINITY,
    )
    return withCount(
      t,
      'sidebar_timelineLane',
      shown.length,
      t(positionWords[position]),
      sayYears(yearOf(first), yearOf(last)),
    )
  })
  const here = points.filter(({ isHere }) => isHere).length
  const apart = points.filter(({ isApart }) => isApart).length
  return [
    ...parts,
    ...(here > 0 ? [withCount(t, 'sidebar_timelineHere', here)] : []),
    ...(apart > 0 ? [withCount(t, 'timeline_apart', apart)] : []),
  ].join(' ')
}
