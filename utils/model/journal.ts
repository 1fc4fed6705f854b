import type { ChangedPart, Highlight, JournalEntry } from './highlight'

/** Steps that the journal keeps: as many as one remembers having done, not a second archive. */
export const journalLength = 50

/** Whether two states of one highlight are the same, or both are none. Under which addresses it is met is upkeep. */
export function isSame(a: Highlight | undefined, b: Highlight | undefined): boolean {
  if (!a || !b) return a === b
  return differingFields(a, b).length === 0
}

/** Which fields differ, but for addresses. */
function differingFields(a: Highlight, b: Highlight): string[] {
  const [quoteA, placeA] = a.selectors
  const [quoteB, placeB] = b.selectors
  const areSame: Record<Exclude<keyof Highlight, 'addresses' | 'statedAddresses'>, boolean> = {
    id: a.id === b.id,
    title: a.title === b.title,
    outlet: a.outlet === b.outlet,
    selectors:
      quoteA.exact === quoteB.exact &&
      quoteA.prefix === quoteB.prefix &&
      quoteA.suffix === quoteB.suffix &&
      placeA?.start === placeB?.start &&
      placeA?.end === placeB?.end,
    note: a.note === b.note,
    tags: a.tags.length === b.tags.length && a.tags.every((tag, index) => tag === b.tags[index]),
    colour: a.colour === b.colour,
    createdMs: a.createdMs === b.createdMs,
    modifiedMs: a.modifiedMs === b.modifiedMs,
    anchoredMs: a.anchoredMs === b.anchoredMs,
    pageModified: a.pageModified === b.pageModified,
  }
  return Object.entries(areSame).flatMap(([name, isTheSame]) => (isTheSame ? [] : [name]))
}

/** A note that is written on is one step, however often it was saved on the way: this long from its beginning, ms. */
const joinMs = 10 * 60_000

/** Whether a step changes one highlight's note and nothing else. */
const writesNote = ({ before, after }: Pick<JournalEntry, 'before' | 'after'>): boolean => {
  const [from] = before
  const [to] = after
  if (!from || !to || before.length + after.length !== 2) return false
  return differingFields(from, to).every(name => name === 'note' || name === 'modifiedMs')
}

const partOf: Partial<Record<string, ChangedPart | 'upkeep'>> = {
  note: 'note',
  tags: 'tags',
  colour: 'colour',
  selectors: 'place',
  anchoredMs: 'place',
  pageModified: 'place',
  modifiedMs: 'upkeep',
}

/** What a step changed of one highlight; null where it touched more, or is no change. */
export function changedPart({ action, before, after }: JournalEntry): ChangedPart | null {
  const [from] = before
  const [to] = after
  if (action !== 'change' || !from || !to || before.length + after.length !== 2) return null
  const parts = new Set(differingFields(from, to).map(name => partOf[name] ?? null))
  parts.delete('upkeep')
  const [part = null] = parts
  return parts.size === 1 && part !== 'upkeep' ? part : null
}

/**
 * The last step with the next one in it, where that goes on writing the same note; null where it is a step of its own.
 */
export function joinSteps(
  last: JournalEntry | undefined,
  next: Omit<JournalEntry, 'id'>,
): JournalEntry | null {
  if (last?.action !== 'change' || next.action !== 'change' || next.atMs - last.atMs > joinMs) return null
  return writesNote(last) && writesNote(next) && isSame(last.after[0], next.before[0])
    ? { ...last, after: next.after }
    : null
}

/** The first of a step's `before` that is not as it stands `now`: it was changed or deleted meanwhile. */
export const findStale = (before: Highlight[], now: Highlight[]): Highlight | undefined => {
  const byId = new Map<string, Highlight>(now.map(highlight => [highlight.id, highlight]))
  return before.find(highlight => !isSame(byId.get(highlight.id), highlight))
}

/**
 * The part of a step that can be put back while `now` is how its highlights stand: those that nothing changed
 * since. Its `before` is then written and what only `after` has is deleted. Null where nothing is left to undo.
 */
export function planUndo(step: JournalEntry, now: Highlight[]): JournalEntry | null {
  const nowById = new Map<string, Highlight>(now.map(highlight => [highlight.id, highlight]))
  const afterById = new Map<string, Highlight>(step.after.map(highlight => [highlight.id, highlight]))
  const isUntouched = ({ id }: Highlight): boolean => isSame(nowById.get(id), afterById.get(id))
  const before = step.before
    .filter(isUntouched)
    .map(highlight => withMet(highlight, afterById.get(highlight.id), nowById.get(highlight.id)))
  const after = step.after.filter(isUntouched)
  return before.length + after.length === 0 ? null : { ...step, before, after }
}

/** With the addresses under which it was met since the step: they are no part of what is undone. */
function withMet(before: Highlight, after: Highlight | undefined, now: Highlight | undefined): Highlight {
  const since = now?.addresses.filter(address => !after?.addresses.includes(address)) ?? []
  const met = since.filter(address => !before.addresses.includes(address))
  return met.length > 0 ? { ...before, addresses: [...before.addresses, ...met] } : before
}
