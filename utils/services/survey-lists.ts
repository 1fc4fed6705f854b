import { groupBy } from '../matching/group-by'
import type { FilterOption, OutletEntry, SpeakerEntry } from '../model/questions-on-file'
import type { Surveyed } from './surveyed'

const countDistinct = <T>(items: readonly T[]): number => new Set(items).size
const byClaims = (a: { claims: number }, b: { claims: number }): number => b.claims - a.claims
const claimsOf = (some: readonly Surveyed[]): number => countDistinct(some.map(({ claim }) => claim.id))
const questionsOf = (some: readonly Surveyed[]): number => countDistinct(some.map(({ asked }) => asked))

/** What is looked at between two steps: some milliseconds. */
const stepLength = 512

/** Makes an entry of each group; to be put down now and then. */
function* mapGroups<Key, Entry>(
  groups: ReadonlyMap<Key, Surveyed[]>,
  make: (key: Key, some: readonly Surveyed[], first: Surveyed) => Entry | null,
): Generator<void, Entry[], void> {
  const entries: Entry[] = []
  let looked = 0
  for (const [key, some] of groups) {
    looked += some.length
    if (looked > stepLength) {
      looked = 0
      yield
    }
    const [first] = some
    const entry = first ? make(key, some, first) : null
    if (entry) entries.push(entry)
  }
  return entries
}

/** Speakers with a name, those first whose answers differ on most questions, then those with most claims. */
export function* listSpeakers(surveyed: readonly Surveyed[]): Generator<void, SpeakerEntry[], void> {
  const groups = groupBy(surveyed, ({ speaker }) => speaker)
  const speakers = yield* mapGroups(groups, (key, some, { names, claim }): SpeakerEntry | null =>
    key === null
      ? null
      : {
          key,
          name: names.speaker,
          kind: claim.speaker.kind,
          claims: claimsOf(some),
          questions: questionsOf(some),
          changed: countChanged(some),
        },
  )
  return speakers.sort((a, b) => b.changed - a.changed || byClaims(a, b))
}

function countChanged(some: readonly Surveyed[]): number {
  const decided = some.filter(({ position }) => position !== 'unknown')
  return [...groupBy(decided, ({ asked }) => asked).values()].filter(onOne =>
    [...groupBy(onOne, ({ subject }) => subject).values()].some(
      alike => countDistinct(alike.map(({ position }) => position)) > 1,
    ),
  ).length
}

/** Most claims first. */
export function* listOutlets(surveyed: readonly Surveyed[]): Generator<void, OutletEntry[], void> {
  const groups = groupBy(surveyed, ({ outlet }) => outlet)
  const outlets = yield* mapGroups(groups, (key, some, { names }) => ({
    key,
    name: names.outlet,
    claims: claimsOf(some),
    questions: questionsOf(some),
  }))
  return outlets.sort(byClaims)
}

/** Most claims first. */
export function* listSubjects(surveyed: readonly Surveyed[]): Generator<void, FilterOption[], void> {
  const groups = groupBy(surveyed, ({ subject }) => subject)
  const subjects = yield* mapGroups(groups, (value, some, { names }) => ({
    value,
    label: names.subject,
    claims: claimsOf(some),
  }))
  return subjects.sort(byClaims)
}
