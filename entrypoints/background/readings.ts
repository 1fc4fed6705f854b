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

/** Who waits for something to be read in a tab, or to be given up there. */
interface Waiting {
  tab: number
  of: string
  onRead: (reading: Reading) => void
  onDropped: () => void
}
const waiting = new Set<Waiting>()

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
  for (const each of waiting) if (each.tab === tab) each.onDropped()
}

/** The next that is read of this very text in this tab; never, once `until` is aborted, which it is when the page is left. */
export const nextReading = (tab: number, article: ArticleText, until: AbortController): Promise<Reading> =>
  new Promise(onRead => {
    const each = { tab, of: JSON.stringify(article), onRead, onDropped: () => until.abort() }
    waiting.add(each)
    until.signal.addEventListener('abort', () => waiting.delete(each))
  })

/** Null where this very text was not read in this tab. */
export function findReading(tab: number, article: ArticleText): Reading | null {
  const kept = readings.get(tab)
  return kept && kept.of === JSON.stringify(article) ? kept.reading : null
}
