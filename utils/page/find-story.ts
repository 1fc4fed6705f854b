import type { Span } from '../model/span'
import { leftOutBy, namedAs } from './left-out'
import type { Outline, Run, Section } from './outline'
import type { Work } from './slices'
import { weights } from './weights'

/** The element that holds a page's story, and the story's stretches of the text map. */
export interface Story {
  element: Element | null
  /** In order, not overlapping; the headline first where one belongs to the story. */
  spans: Span[]
  /** The headline's place, where it is one of the spans. */
  headline: Span | null
}

/**
 * Finds the story by where the paragraphs are: from the root down into the child that holds most of what the parent
 * holds, to the last element for which that is true. Boxes that are not story (see left-out) count for nothing.
 * Reads names and text only, never layout, and copies nothing. O(blocks).
 * @param inView the one story to read, where the page holds several
 */
export function* findStory(
  { sections, runs: everything }: Outline,
  inView: Element | null = null,
): Work<Story> {
  const within = sections.find(({ element }) => element === inView)
  const runs = within
    ? everything.filter(({ start, end }) => start >= within.start && end <= within.end)
    : everything
  const all = sumParagraphs(sections, runs, () => false)
  const total = all[0] ?? 0
  const isOut: boolean[] = []
  for (const [index, section] of sections.entries()) {
    if (index % sectionsPerStep === 0) yield
    const why = leftOutBy(section.element)
    const share = total > 0 ? (all[index] ?? 0) / total : 0
    isOut[index] =
      (isOut[section.parent] ?? false) || why === 'tag' || (why === 'name' && share < weights.trustNameBelow)
  }
  yield
  const isStory = (run: Run) => !isOut[run.section]
  const sums = sumParagraphs(sections, runs, run => !isStory(run))
  const root = descend(sections, sums)
  yield
  const section = sections[root]
  if (!section || (sums[root] ?? 0) === 0) return { element: null, spans: [], headline: null }
  const headline = findHeadline(sections, runs, section)
  const body = runs.filter(run => isIn(run, section, root, sections) && isStory(run) && !isLinks(run))
  const after = headline ? body.filter(run => run.start >= headline.end) : body
  const spans = trimLabels(after.length > 0 ? after : body)
  return { element: section.element, spans: headline ? [headline, ...spans] : spans, headline }
}

/** Names are looked at by patterns: some tenths of a millisecond. */
const sectionsPerStep = 32

/** Inside the story's element, or a paragraph right beside it: outlets put the first paragraphs before a box. */
function isIn(run: Run, section: Section, index: number, sections: readonly Section[]): boolean {
  if (run.start >= section.start && run.end <= section.end) return true
  const beside = sections[run.section]
  const isBeside = run.section === section.parent || beside?.parent === section.parent
  return isBeside && index > 0 && isParagraph(run)
}

/** The first heading of the first level that is in the story's element or stands last before it. */
function findHeadline(sections: readonly Section[], runs: readonly Run[], story: Section): Span | null {
  let found: Span | null = null
  for (const run of runs) {
    if (sections[run.section]?.element.localName !== 'h1') continue
    if (run.start > story.start && found) break
    if (run.start < story.end) found = { start: run.start, end: run.end }
  }
  return found
}

/** Drops labels, dates and names before the first paragraph and behind the last. */
function trimLabels(runs: Run[]): Span[] {
  const first = runs.findIndex(isParagraph)
  const last = runs.findLastIndex(isParagraph)
  return runs
    .slice(Math.max(0, first), last < 0 ? undefined : last + 1)
    .map(({ start, end }) => ({ start, end }))
}

const isParagraph = (run: Run) => run.length >= weights.paragraphLength && !isLinks(run)
const isLinks = (run: Run) => run.linkLength >= run.length * weights.linkShare

/** Text of paragraphs in each section, children included. */
function sumParagraphs(
  sections: readonly Section[],
  runs: readonly Run[],
  isLeftOut: (run: Run) => boolean,
): number[] {
  const sums = new Array<number>(sections.length).fill(0)
  for (const run of runs) {
    if (isLeftOut(run) || !isParagraph(run)) continue
    sums[run.section] = (sums[run.section] ?? 0) + run.length - run.linkLength
  }
  for (let index = sections.length - 1; index > 0; index--) {
    const parent = sections[index]?.parent ?? 0
    sums[parent] = (sums[parent] ?? 0) + (sums[index] ?? 0)
  }
  return sums
}

const leaves: ReadonlySet<string> = new Set('p blockquote li pre h1 h2 h3 h4 h5 h6 td dd'.split(' '))

/** The deepest section that holds most of each section around it; one that says it is the story may hold less. */
function descend(sections: readonly Section[], sums: readonly number[]): number {
  let at = 0
  const names = new Set<string>()
  for (let index = 1; index < sections.length; index++) {
    const section = sections[index]
    if (!section || (sums[at] ?? 0) === 0 || section.start >= (sections[at]?.end ?? 0)) continue
    if (section.start < (sections[at]?.start ?? 0) || leaves.has(section.element.localName)) continue
    const share = (sums[index] ?? 0) / (sums[at] ?? 0)
    const name = namedAs(section.element)
    const isNear = section.parent === at && share >= weights.descendShare
    // A name counts once: parts of a story are often named like the whole.
    const isTold = name && share >= weights.namedShare && !names.has(name) && !names.has('text')
    if (!isNear && !(isTold && isAlone(sections, sums, index))) continue
    if (name) names.add(name)
    at = index
  }
  return at
}

/** Whether no other section of the same class holds paragraphs: a story cut into parts has several. */
function isAlone(sections: readonly Section[], sums: readonly number[], index: number): boolean {
  const own = sections[index]
  if (!own) return false
  return !sections.some(
    (other, at) => at !== index && (sums[at] ?? 0) > 0 && other.element.className === own.element.className,
  )
}
