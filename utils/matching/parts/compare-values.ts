import { gapMs, type Interval } from '../parse-interval'
import { isInstitution } from './name-words'
import type { CalendarTime, Denial, Figure, Length, Name, Side, Value, ValueStanding } from './part'

/**
 * How `a` stands to `b`: the same, more exact, less exact, another value of the same thing; null where one says nothing
 * of the other. The same thing written otherwise is the same.
 * @param isInPlace whether one stands where the other statement has the other
 */
export function compareValues(a: Value, b: Value, isInPlace: () => boolean = () => false): ValueStanding {
  if (a.is === 'figure' && b.is === 'figure') return compareFigures(a, b, isInPlace)
  if (a.is === 'length' && b.is === 'length') return compareLengths(a, b)
  if (a.is === 'calendar' && b.is === 'calendar') return compareTimes(a, b)
  if (a.is === 'denial' && b.is === 'denial') return sharesScope(a, b) ? 'same' : null
  if (a.is === 'hedge' && b.is === 'hedge') return a.sense === b.sense ? 'same' : 'differs'
  if (a.is === 'name' && b.is === 'name') return isSameName(a, b) ? 'same' : null
  return null
}

/** Ranges: the narrower one is more exact; those that part say different things. Both ends included. */
export function compareRanges(a: [number, number], b: [number, number]): Exclude<ValueStanding, null> {
  if (a[0] === b[0] && a[1] === b[1]) return 'same'
  if (a[0] >= b[0] && a[1] <= b[1]) return 'finer'
  if (a[0] <= b[0] && a[1] >= b[1]) return 'coarser'
  return 'differs'
}

/** "some 200" and "hundreds" may well be the same number: ranges that meet are no difference. */
function compareVague(a: [number, number], b: [number, number]): ValueStanding {
  const standing = compareRanges(a, b)
  return standing === 'differs' && a[0] <= b[1] && b[0] <= a[1] ? null : standing
}

/** Figures that count different things are no difference: "two phones" and "three days" stand beside each other. */
function compareFigures(a: Figure, b: Figure, isInPlace: () => boolean): ValueStanding {
  if (a.dimension !== b.dimension) {
    const isMoney = a.dimension.startsWith('money') && b.dimension.startsWith('money')
    return isMoney ? 'differs' : null
  }
  const standing = compareVague([a.min, a.max], [b.min, b.max])
  if (standing === null || standing === 'same' || a.dimension !== 'count') return standing
  return a.counted.some(stem => b.counted.includes(stem)) || isInPlace() ? standing : null
}

/** "every month" and "for a month" are alike where they are exact; else one says nothing of the other. */
function compareLengths(a: Length, b: Length): ValueStanding {
  if (a.exact !== null && a.exact === b.exact) return 'same'
  if (a.isEvery !== b.isEvery) return null
  return compareVague([a.minDays, a.maxDays], [b.minDays, b.maxDays])
}

function compareTimes(a: CalendarTime, b: CalendarTime): ValueStanding {
  if (a.named && b.named) {
    if (a.named.family !== b.named.family) return null
    return a.named.key === b.named.key ? 'same' : 'differs'
  }
  const standing =
    a.range && b.range ? compareRanges(boundsOf(a.range), boundsOf(b.range)) : compareUndated(a, b)
  if (a.side === b.side || standing === null) return standing
  // "since 2013" is another time than "in 2013"; that it is another than "in 2015" nobody says.
  if (standing === 'same') return 'differs'
  return a.range && b.range && gapMs(reach(a.range, a.side), reach(b.range, b.side)) > 0 ? 'differs' : null
}

const boundsOf = ({ startMs, endMs }: Interval): [number, number] => [startMs, endMs]

/** From when to when, with what "since" and "until" open. */
function reach({ startMs, endMs }: Interval, side: Side): Interval {
  if (side === 'since') return { startMs, endMs: Number.POSITIVE_INFINITY }
  if (side === 'after') return { startMs: endMs, endMs: Number.POSITIVE_INFINITY }
  if (side === 'until') return { startMs: Number.NEGATIVE_INFINITY, endMs }
  return side === 'before' ? { startMs: Number.NEGATIVE_INFINITY, endMs: startMs } : { startMs, endMs }
}

/** At least one has no year: as far as both say something. */
function compareUndated(a: CalendarTime, b: CalendarTime): ValueStanding {
  const [ofA, ofB] = [partsOf(a), partsOf(b)]
  if (!ofA || !ofB) return null
  const shared = ofA.flatMap((part, index) => {
    const other = ofB[index]
    return part !== null && other !== null && other !== undefined ? [part === other] : []
  })
  if (shared.length === 0) return null
  if (shared.includes(false)) return 'differs'
  const known = (parts: (number | null)[]) => parts.map(part => part !== null)
  const more = known(ofA).some((is, index) => is && !known(ofB)[index])
  const less = known(ofB).some((is, index) => is && !known(ofA)[index])
  return more === less ? 'same' : more ? 'finer' : 'coarser'
}

/** Year, month and day, as far as they are said; null for what is none of them. */
function partsOf({ range, month, day, named }: CalendarTime): (number | null)[] | null {
  if (named) return null
  if (!range) return [null, month, day]
  const start = new Date(range.startMs)
  const days = (range.endMs - range.startMs) / 86_400_000
  if (days > 366) return null
  return [
    start.getUTCFullYear(),
    days <= 31 ? start.getUTCMonth() + 1 : null,
    days <= 1 ? start.getUTCDate() : null,
  ]
}

/** A denial of the same thing; where it cannot be told what is denied, any. */
const sharesScope = (a: Denial, b: Denial): boolean =>
  a.scope.length === 0 || b.scope.length === 0 || a.scope.some(stem => b.scope.includes(stem))

/** The same name, its short form ("Quill" for "Ada Quill"), or its initials ("NRO"). */
function isSameName(a: Name, b: Name): boolean {
  if (a.place !== null && a.place === b.place) return true
  if (a.words.length === b.words.length) return a.words.every((word, index) => word === b.words[index])
  return a.words.length < b.words.length ? isShortFor(a, b) : isShortFor(b, a)
}

function isShortFor({ words: short, place }: Name, { words: long, place: ofLong }: Name): boolean {
  const [first = ''] = short
  if (short.length === 1 && (isInstitution(first) || first === initialsOf(long))) return !isInstitution(first)
  if (short.every((word, index) => word === long[long.length - short.length + index])) return true
  // A first name alone; but a place is not the outlet that is named after it.
  const isPerson = long.length <= 3 && place === null && ofLong === null && !long.some(isInstitution)
  return short.length === 1 && first === long[0] && isPerson
}

const initialsOf = (words: readonly string[]): string => {
  let initials = ''
  for (const word of words) if (!/^(?:of|for|the|and|de)$/.test(word)) initials += word[0] ?? ''
  return initials
}
