import { settle } from '../model/failure-error'
import type { Highlight, JournalEntry } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { limits } from '../model/limits'
import type { ClockPort, HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import { tagKey, tidyTag, tidyTags } from '../model/tags'

interface Ports {
  highlights: HighlightPort
  clock: ClockPort
}

/** What became of several highlights: `entry` undoes it as one step, null where nothing was to change. */
export interface ChangedMany {
  entry: number | null
  /** Those that were changed. */
  ids: HighlightId[]
}

const tooMany = (ids: readonly HighlightId[]) =>
  ids.length > limits.highlightsAtOnce
    ? fail('bad-input', `highlights: at most ${limits.highlightsAtOnce} at once`)
    : null

async function commit(
  { highlights, clock }: Ports,
  action: JournalEntry['action'],
  before: Highlight[],
  after: Highlight[],
): Promise<Result<ChangedMany>> {
  const ids = before.map(({ id }) => id)
  if (before.length === 0) return succeed({ entry: null, ids })
  const step = await highlights.commit({ atMs: clock.nowMs(), action, before, after })
  return step.ok ? succeed({ entry: step.value, ids }) : step
}

/**
 * Gives tags to highlights, and takes tags from them, all in one step; those that have it so already, and those that are
 * gone, stay out of it. Bad input where there are too many highlights, or one would have too many tags or too long a one.
 */
export function tagHighlights(
  ports: Ports,
  ids: readonly HighlightId[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<Result<ChangedMany>> {
  return settle(async () => {
    const refused = tooMany(ids)
    if (refused) return refused
    const removed = new Set(remove.map(tagKey))
    const wanted = add.map(tidyTag).filter(tag => tag !== '' && !removed.has(tagKey(tag)))
    const nowMs = ports.clock.nowMs()
    const before: Highlight[] = []
    const after: Highlight[] = []
    for (const highlight of await ports.highlights.loadMany([...ids])) {
      const tags = tidyTags([...highlight.tags.filter(tag => !removed.has(tagKey(tag))), ...wanted])
      if (!tags)
        return fail('bad-input', `tags: at most ${limits.tags}, of at most ${limits.tag} characters each`)
      if (tags.join('\n') === highlight.tags.join('\n')) continue
      before.push(highlight)
      after.push({ ...highlight, tags, modifiedMs: Math.max(nowMs, highlight.modifiedMs + 1) })
    }
    return commit(ports, 'change', before, after)
  })
}

/** Deletes highlights in one step; those that are gone stay out of it. Bad input where there are too many. */
export function deleteHighlights(ports: Ports, ids: readonly HighlightId[]): Promise<Result<ChangedMany>> {
  return settle(
    async () => tooMany(ids) ?? commit(ports, 'delete', await ports.highlights.loadMany([...ids]), []),
  )
}
