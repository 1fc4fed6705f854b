import type { ArticleText } from '../model/article-text'
import { dayMs } from '../model/day-ms'
import type { ClockPort, HighlightPort, SettingsPort, VisitPort } from '../model/ports'
import { type Result, succeed } from '../model/result'
import type { SeenState } from '../model/visit'
import { hashAddress } from '../reading/judge-address'

/**
 * Keeps how highlights stood in a page: those alone that there are, since the page's script says which. Gives whether
 * anything is other than it was.
 */
export async function keepStates(
  { highlights, visits, clock }: { highlights: HighlightPort; visits: VisitPort; clock: ClockPort },
  states: Omit<SeenState, 'atMs'>[],
): Promise<Result<boolean>> {
  const before = new Map((await visits.listStates()).map(({ highlight, state }) => [highlight, state]))
  const isKept = ({ state }: Omit<SeenState, 'atMs'>) => state === 'changed' || state === 'lost'
  const other = states.filter(each => before.get(each.highlight) !== (isKept(each) ? each.state : undefined))
  const known = new Set((await highlights.loadMany(other.map(each => each.highlight))).map(({ id }) => id))
  const atMs = clock.nowMs()
  const fresh = other.filter(each => known.has(each.highlight)).map(each => ({ ...each, atMs }))
  if (fresh.length === 0) return succeed(false)
  const saved = await visits.saveStates(fresh)
  return saved.ok ? succeed(true) : saved
}

/**
 * Notes that the reader came by an article, and forgets those whose time is over; nothing where the reader wants no
 * history. Gives whether it was noted.
 */
export async function rememberSpotted(
  { visits, settings, clock }: { visits: VisitPort; settings: SettingsPort; clock: ClockPort },
  { addresses: [address = ''], title, outlet }: Pick<ArticleText, 'addresses' | 'title' | 'outlet'>,
): Promise<Result<boolean>> {
  const { historyDays } = await settings.load()
  const key = hashAddress(address)
  if (historyDays === 0 || key === null) return succeed(false)
  const nowMs = clock.nowMs()
  const saved = await visits.saveSpotted({ address, title, outlet, firstMs: nowMs, lastMs: nowMs }, key)
  if (!saved.ok) return saved
  const forgotten = await visits.forgetSpotted(nowMs - historyDays * dayMs)
  return forgotten.ok ? succeed(true) : forgotten
}

/** Forgets what is older than the reader wants it kept: all of it where no history is wanted any more. */
export async function forgetHistory({
  visits,
  settings,
  clock,
}: {
  visits: VisitPort
  settings: SettingsPort
  clock: ClockPort
}): Promise<Result<void>> {
  const { historyDays } = await settings.load()
  return visits.forgetSpotted(
    historyDays === 0 ? Number.POSITIVE_INFINITY : clock.nowMs() - historyDays * dayMs,
  )
}
