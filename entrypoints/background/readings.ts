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

export const editionNow = (): number => edition

export function forgetReadings(): void {
  edition += 1
  readings.clear()
}

/** `began`: the edition in which the reading began. */
export function keepReading(tab: number, article: ArticleText, reading: Reading, began: number): void {
  if (began === edition) readings.set(tab, { of: JSON.stringify(article), reading })
}

export function dropReading(tab: number): void {
  readings.delete(tab)
}

/** Null where this very text was not read in this tab. */
export function findReading(tab: number, article: ArticleText): Reading | null {
  const kept = readings.get(tab)
  return kept && kept.of === JSON.stringify(article) ? kept.reading : null
}
