import { settle } from '../model/failure-error'
import { isDescription } from '../model/guards'
import type { Changed, Highlight, HighlightChange, JournalEntry, JournalStep } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { changedPart, isSame, planUndo } from '../model/journal'
import { limits } from '../model/limits'
import type { ClockPort, HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import { countTags, type TagCount, tidyTags } from '../model/tags'
import { pickSelectors } from './pick-selectors'

interface Ports {
  highlights: HighlightPort
  clock: ClockPort
}

const notFound = (id: HighlightId) => fail('not-found', `no highlight ${id}`)

/**
 * Changes a highlight, as one step. `seen` is what stood there when the reader began to change it: a conflict where
 * something else stands there now and it is not what is wanted. Not found where it was deleted; bad input for a note or
 * tags that are too long.
 */
export function changeHighlight(
  ports: Ports,
  id: HighlightId,
  change: HighlightChange,
  seen: HighlightChange,
): Promise<Result<Changed>> {
  return settle(async () => {
    const tags = change.tags && tidyTags(change.tags)
    if ((change.note?.length ?? 0) > limits.highlightText)
      return fail('bad-input', `note: must have at most ${limits.highlightText} characters`)
    if (tags === null)
      return fail('bad-input', `tags: at most ${limits.tags}, of at most ${limits.tag} characters each`)
    const before = await ports.highlights.load(id)
    if (!before) return notFound(id)
    const wanted = { ...before, ...change, ...(tags && { tags }) }
    if (isSame(before, wanted)) return succeed({ highlight: before, entry: null })
    const other = Object.keys(change).find(name => !isEqual(before[name as Field], seen[name as Field]))
    if (other) return fail('conflict', `${other} of ${id} was changed elsewhere`)
    return write(ports, before, wanted)
  })
}

type Field = keyof HighlightChange

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Attaches a highlight to other words of its page, as one step; note, tags and colour stay. `description` comes from a
 * page's script and is untrusted.
 */
export function attachHighlight(
  ports: Ports,
  id: HighlightId,
  description: unknown,
): Promise<Result<Changed>> {
  return settle(async () => {
    const selectors = isDescription(description) ? pickSelectors(description.selectors) : null
    if (!isDescription(description) || !selectors)
      return fail('bad-input', 'description: not of the agreed shape')
    const before = await ports.highlights.load(id)
    if (!before) return notFound(id)
    const { pageModified } = description
    return write(ports, before, { ...before, selectors, pageModified, anchoredMs: ports.clock.nowMs() })
  })
}

async function write(ports: Ports, before: Highlight, wanted: Highlight): Promise<Result<Changed>> {
  // A clock that was set back must not make the change look older than what it changed: a merge would drop it.
  const modifiedMs = Math.max(ports.clock.nowMs(), before.modifiedMs + 1)
  const after = { ...wanted, modifiedMs }
  const step = { atMs: modifiedMs, action: 'change' as const, before: [before], after: [after] }
  const saved = await ports.highlights.commit(step)
  return saved.ok ? succeed({ highlight: after, entry: saved.value }) : saved
}

/** Deletes a highlight; the entry undoes it while the journal has it. */
export function deleteHighlight(ports: Ports, id: HighlightId): Promise<Result<{ entry: number }>> {
  return settle(async () => {
    const before = await ports.highlights.load(id)
    if (!before) return notFound(id)
    const step = await ports.highlights.commit({
      atMs: ports.clock.nowMs(),
      action: 'delete',
      before: [before],
      after: [],
    })
    return step.ok ? succeed({ entry: step.value }) : step
  })
}

/** Undoes a step of the journal: what it gives back is what was put back. */
export const undoStep = (
  ports: { highlights: HighlightPort },
  entry: number,
): Promise<Result<JournalEntry>> => settle(() => ports.highlights.undo(entry))

/** The steps that can be undone, latest first. */
export async function listSteps({ highlights }: { highlights: HighlightPort }): Promise<JournalStep[]> {
  const entries = await highlights.listJournal()
  const touched = entries.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id))
  const now = await highlights.loadMany([...new Set(touched)])
  return entries
    .map(entry => {
      const { id, atMs, action, before, after } = entry
      return {
        id,
        atMs,
        action,
        part: changedPart(entry),
        canUndo: planUndo(entry, now) !== null,
        count: new Set([...before, ...after].map(highlight => highlight.id)).size,
        words: ((after[0] ?? before[0])?.selectors[0].exact ?? '').slice(0, lineLength).replace(/\s+/g, ' '),
      }
    })
    .toReversed()
}

/** Of a passage's words as many as a line shows. */
const lineLength = 120

/** The tags that the reader has given, as they were first written; the most frequent first, then by name. */
export const listTags = async ({ highlights }: { highlights: HighlightPort }): Promise<TagCount[]> =>
  countTags(await highlights.listAll()).sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
