import type { Transaction } from 'dexie'
import type { ReaderClaimRow } from './rows'
import { termsOfStatement } from './terms-of-statement'

/** Files the reader's claims of versions before 10 by their terms. */
export async function fillClaimTerms(transaction: Transaction): Promise<void> {
  await transaction
    .table('readerClaims')
    .toCollection()
    .modify((row: ReaderClaimRow) => {
      row.terms = termsOfStatement(row.data)
    })
}
