import {
  type FilterList,
  type FilterOption,
  filterLists,
  type TimelineFilter,
} from '../model/questions-on-file'
import { type Stance, subjectOf } from './make-stance'

/** What a filter looks at of a claim. */
export interface Facets {
  values: Record<FilterList, string>
  labels: Record<FilterList, string>
  /** The years that it speaks of, else that of its publication; null where it has no date. An open side is infinite. */
  years: { from: number; to: number } | null
}

const yearOf = (ms: number): number => (Number.isFinite(ms) ? new Date(ms).getUTCFullYear() : ms)

/** @param fold as for `makeStance` */
export function readFacets(stance: Stance, fold: (name: string) => string): Facets {
  const { claim, subject, outlet } = stance
  const { speaker, source } = claim
  const time = stance.about ?? stance.published
  return {
    values: { subject, outlet, speaker: fold(speaker.name), kind: speaker.kind },
    labels: {
      subject: subjectOf(claim),
      outlet: source.publisher,
      speaker: speaker.name,
      kind: speaker.kind,
    },
    // The end is not part of it.
    years: time && { from: yearOf(time.startMs), to: yearOf(time.endMs - 1) },
  }
}

/** Claims between two steps: a millisecond. */
const stepLength = 512

const isWithin = ({ years }: Facets, { since, until }: TimelineFilter): boolean =>
  (since === null && until === null) ||
  (years !== null && years.to >= (since ?? -Infinity) && years.from <= (until ?? Infinity))

/**
 * Which of the claims a filter leaves, and for each value of each list how many claims it would leave beside all other
 * parts of the filter. A value that is chosen stays among the options, with none if need be. One pass, to be put down now
 * and then.
 */
export function* filterStances(
  facets: readonly Facets[],
  filter: TimelineFilter,
): Generator<void, { kept: number[]; options: Record<FilterList, FilterOption[]> }, void> {
  const chosen = new Map(filterLists.map(list => [list, new Set<string>(filter[list])]))
  const counts = new Map(filterLists.map(list => [list, new Map<string, FilterOption>()]))
  const count = (list: FilterList, { values, labels }: Facets, by: number) => {
    const options = counts.get(list)
    const option = options?.get(values[list])
    if (option) option.claims += by
    else options?.set(values[list], { value: values[list], label: labels[list], claims: by })
  }
  const kept: number[] = []
  for (const [index, facet] of facets.entries()) {
    if (index % stepLength === 0) yield
    const fits = (list: FilterList): boolean => {
      const values = chosen.get(list)
      return !values || values.size === 0 || values.has(facet.values[list])
    }
    const failed = filterLists.filter(list => !fits(list))
    const isInYears = isWithin(facet, filter)
    if (failed.length === 0 && isInYears) kept.push(index)
    for (const list of filterLists) {
      const isLeft = isInYears && failed.every(each => each === list)
      if (isLeft || chosen.get(list)?.has(facet.values[list])) count(list, facet, isLeft ? 1 : 0)
    }
  }
  const listed = (list: FilterList): FilterOption[] =>
    [...(counts.get(list)?.values() ?? [])].sort(
      (a, b) => b.claims - a.claims || (a.label < b.label ? -1 : 1),
    )
  return {
    kept,
    options: {
      subject: listed('subject'),
      outlet: listed('outlet'),
      speaker: listed('speaker'),
      kind: listed('kind'),
    },
  }
}
