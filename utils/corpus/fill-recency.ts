import type { Transaction } from 'dexie'
import type { HighlightRow } from './rows'

/** Gives highlights of earlier versions what they are listed by, newest first. */
export async function fillRecency(transaction: Transaction): Promise<void> {
  await transaction
    .table<HighlightRow>('highlights')
    .toCollection()
    .modify(row => {
      row.recency = -row.data.createdMs
    })
}
