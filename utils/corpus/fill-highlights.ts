import type { Transaction } from 'dexie'
import { type HighlightBefore, withToday } from '../model/highlight-before'
import type { HighlightRow, JournalRow } from './rows'

/** Gives highlights of earlier versions, and those in the journal, what they have had since version 7. */
export async function fillHighlights(transaction: Transaction): Promise<void> {
  await transaction
    .table<Omit<HighlightRow, 'data'> & { data: HighlightBefore }>('highlights')
    .toCollection()
    .modify(row => {
      row.data = withToday(row.data)
    })
  await transaction
    .table<JournalRow>('journal')
    .toCollection()
    .modify(row => {
      row.before = row.before.map(withToday)
      row.after = row.after.map(withToday)
    })
}
