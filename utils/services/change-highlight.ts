import { settle } from '../model/failure-error'
import type { Highlight, JournalEntry } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { limits } from '../model/limits'
import type { ClockPort, HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'

interface Ports {
  highlights: HighlightPort
  clock: ClockPort
}

const notFound = (id: HighlightId) => fail('not-found', `no highlight ${id}`)

/** Writes a highlight's note. Not found where it was deleted; bad input for a note that is too long. */
export function changeNote(ports: Ports, id: HighlightId, note: string): Promise<Result<Highlight>> {
  return settle(async () => {
    if (note.length > limits.highlightText) {
      return fail('bad-input', `note: must have at most ${limits.highlightText} characters`)
    }
    const before = await ports.highlights.load(id)
    if (!before) return notFound(id)
    if (before.note === note) return succeed(before)
    // A clock that was set back must not make the change look older than what it changed: a merge would drop it.
    const modifiedMs = Math.max(ports.clock.nowMs(), before.modifiedMs + 1)
    const after = { ...before, note, modifiedMs }
    const saved = await ports.highlights.commit({
      atMs: modifiedMs,
      action: 'change',
      before: [before],
      after: [after],
    })
    return saved.ok ? succeed(after) : saved
  })
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
