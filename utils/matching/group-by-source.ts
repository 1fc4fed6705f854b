import { finish } from '../model/finish'
import { groupBy } from './group-by'
import { findSourceRule, type Sourced } from './same-source'
import { sameStoryMs } from './weights'

/** Stances of one answer and subject while they are joined, and whose words no other group may have beside them. */
interface Group<S> {
  stances: S[]
  /** Origins of those that are never one with another of their kind. */
  anonymous: Set<string>
  identified: Set<string>
}

/**
 * Stances by source: those that are one source, directly or through others (a statement that goes round for two
 * weeks is one), in one list. What joins by a common origin joins first; what an agency's copy joins comes after, and
 * never brings two together that are apart. Independent of the order handed in. Looked at are pairs within a week of
 * each other alone, so ten thousand claims take as many steps as they have such neighbours.
 */
export const groupBySource = <S extends Sourced>(stances: readonly S[]): S[][] =>
  finish(groupBySourceInSteps(stances))

/** The same, to be put down now and then where there are thousands. */
export function* groupBySourceInSteps<S extends Sourced>(
  stances: readonly S[],
): Generator<void, S[][], void> {
  const byAnswer = groupBy([...stances].sort(byId), ({ position, subject }) => `${position} ${subject}`)
  const groups: S[][] = []
  for (const alike of byAnswer.values()) {
    yield
    for (const group of yield* joinAlike(alike)) groups.push(group)
  }
  return groups
}

/** Stances between two steps: a millisecond or two. */
const stepLength = 256

function* joinAlike<S extends Sourced>(alike: readonly S[]): Generator<void, S[][], void> {
  const groups = new Map(alike.map(stance => [stance, makeGroup(stance)]))
  const join = (a: S, b: S): void => {
    const [first, second] = [groups.get(a), groups.get(b)]
    if (!first || !second || first === second || areGroupsApart(first, second)) return
    const [into, from] = first.stances.length < second.stances.length ? [second, first] : [first, second]
    for (const stance of from.stances) {
      into.stances.push(stance)
      groups.set(stance, into)
    }
    for (const origin of from.anonymous) into.anonymous.add(origin)
    for (const origin of from.identified) into.identified.add(origin)
  }
  yield
  joinNeighbours(groupBy(alike, ({ claim }) => claim.id).values(), join)
  yield
  const dated = alike.filter(({ publishedMs }) => publishedMs !== null)
  const inTime = dated.toSorted((a, b) => (a.publishedMs ?? 0) - (b.publishedMs ?? 0) || byId(a, b))
  // Of one origin whoever is in reach of the next one in time is one with it; farther ones follow from these.
  yield
  joinNeighbours(groupBy(inTime, ({ origin }) => origin).values(), (a, b) => {
    if (findSourceRule(a, b)) join(a, b)
  })
  yield
  yield* joinByCredit(dated, join)
  return [...new Set(groups.values())].map(group => group.stances.sort(byId))
}

function joinNeighbours<S>(lists: Iterable<S[]>, join: (a: S, b: S) => void): void {
  for (const list of lists) {
    for (const [index, a] of list.entries()) {
      const b = list[index + 1]
      if (b) join(a, b)
    }
  }
}

/** Here the order of the pairs matters, since what was joined keeps others out: by the first's id, then by the second's. */
function* joinByCredit<S extends Sourced>(
  dated: readonly S[],
  join: (a: S, b: S) => void,
): Generator<void, void, void> {
  const weekOf = ({ publishedMs }: Sourced) => Math.floor((publishedMs ?? 0) / sameStoryMs)
  const credited = dated.filter(({ credit }) => credit !== null).map((stance, index) => ({ stance, index }))
  const byWeek = groupBy(credited, ({ stance }) => `${weekOf(stance)} ${stance.credit}`)
  for (const { stance: a, index } of credited) {
    if (index % stepLength === 0) yield
    const week = weekOf(a)
    const near = [week - 1, week, week + 1].flatMap(
      each => byWeek.get(`${each} ${a.credit}`)?.filter(other => other.index > index) ?? [],
    )
    for (const { stance: b } of near.sort((one, other) => one.index - other.index)) {
      if (findSourceRule(a, b) === 'same_credit') join(a, b)
    }
  }
}

function makeGroup<S extends Sourced>(stance: S): Group<S> {
  const { claim, origin, speaker } = stance
  return {
    stances: [stance],
    anonymous: new Set(claim.speaker.kind === 'anonymous' ? [origin] : []),
    identified: new Set(speaker === null ? [] : [origin]),
  }
}

/** Whether any of the one and any of the other are apart, told from their origins alone. */
const areGroupsApart = (a: Group<Sourced>, b: Group<Sourced>): boolean =>
  haveOther(a.anonymous, b.anonymous) || haveOther(a.identified, b.identified)

function haveOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false
  const [one] = a
  return a.size > 1 || b.size > 1 || !b.has(one ?? '')
}

const byId = (a: Sourced, b: Sourced): number =>
  a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0
