import type { Highlight, JournalEntry } from './highlight'

/** Steps that the journal keeps: as many as one remembers having done, not a second archive. */
export const journalLength = 50

/** Whether two states of one highlight are the same, or both are none. Under which addresses it is met is upkeep. */
function isSame(a: Highlight | undefined, b: Highlight | undefined): boolean {
  if (!a || !b) return a === b
  const [quoteA, placeA] = a.selectors
  const [quoteB, placeB] = b.selectors
  return (
    a.id === b.id &&
    a.note === b.note &&
    a.title === b.title &&
    a.outlet === b.outlet &&
    a.createdMs === b.createdMs &&
    a.modifiedMs === b.modifiedMs &&
    quoteA.exact === quoteB.exact &&
    quoteA.prefix === quoteB.prefix &&
    quoteA.suffix === quoteB.suffix &&
    placeA.start === placeB.start &&
    placeA.end === placeB.end
  )
}

/** A note that is written on is one step, however often it was saved on the way: this long from its beginning, ms. */
const joinMs = 10 * 60_000

/**
 * The last step with the next one in it, where that goes on with the same change of the same one highlight; null
 * where it is a step of its own.
 */
export function joinSteps(
  last: JournalEntry | undefined,
  next: Omit<JournalEntry, 'id'>,
): JournalEntry | null {
  if (last?.action !== 'change' || next.action !== 'change' || next.atMs - last.atMs > joinMs) return null
  const isOne = last.after.length === 1 && next.before.length === 1
  return isOne && isSame(last.after[0], next.before[0]) ? { ...last, after: next.after } : null
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
