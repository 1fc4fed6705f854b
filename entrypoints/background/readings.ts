import type { ArticleText } from '../../utils/model/article-text'
import type { Reading } from '../../utils/model/reading'

/**
 * What was read for each tab, while its page is open: a sidebar that asks for it need not have it read once more, and sees
 * what there is of a long page that is still being read. Lost when the worker sleeps, and forgotten when what is on file
 * changes: then it is read anew.
 */
const readings = new Map<number, { of: string; reading: Reading }>()
/** What is on file, counted: a reading that began before a change is not kept after it. */
let edition = 0

/** Who waits for something to be read in a tab, and what ends when its page is left. */
const waiting = new Set<{ tab: number; of: string; onRead: (reading: Reading) => void }>()
const untilDropped = new Set<{ tab: number; until: AbortController }>()

export const editionNow = (): number => edition

export function forgetReadings(): void {
  edition += 1
  readings.clear()
}

/** `began`: the edition in which the reading began. */
export function keepReading(tab: number, article: ArticleText, reading: Reading, began: number): void {
  if (began !== edition) return
  const of = JSON.stringify(article)
  readings.set(tab, { of, reading })
  for (const each of waiting) if (each.tab === tab && each.of === of) each.onRead(reading)
}

export function dropReading(tab: number): void {
  readings.delete(tab)
  for (const each of untilDropped) if (each.tab === tab) each.until.abort()
}

/** Aborts `until` when the tab's page is left, or asks anew. */
export function abortWhenDropped(tab: number, until: AbortController): void {
  const each = { tab, until }
  untilDropped.add(each)
  until.signal.addEventListener('abort', () => untilDropped.delete(each))
}

/** The next that is read of this very text in this tab; never, once `signal` is aborted. */
export const nextReading = (tab: number, article: ArticleText, signal: AbortSignal): Promise<Reading> =>
  new Promise(onRead => {
    if (signal.aborted) return
    const each = { tab, of: JSON.stringify(article), onRead }
    waiting.add(each)
    signal.addEventListener('abort', () => waiting.delete(each))
  })

/** Null where this very text was not read in this tab. */
export function findReading(tab: number, article: ArticleText): Reading | null {
  const kept = readings.get(tab)
  return kept && kept.of === JSON.stringify(article) ? kept.reading : null
}
