import type { Table } from 'dexie'
import { withAddress } from '../model/met-addresses'
import { type HashesOf, hashAll } from './rows'

/** As far as rows of highlights and of the reader's claims are alike. */
interface MetRow {
  data: { addresses: string[] }
  addressHashes: string[]
}

/** Keeps one more address with these rows, and files them under it. */
export const addAddress = async <R extends MetRow>(
  table: Table<R, string>,
  ids: readonly string[],
  address: string,
  hashesOf: HashesOf,
): Promise<void> => {
  await table
    .where(':id')
    .anyOf(ids)
    .modify((row: MetRow) => {
      const addresses = withAddress(row.data.addresses, address)
      if (addresses === row.data.addresses) return
      row.data = { ...row.data, addresses }
      row.addressHashes = [...new Set([...row.addressHashes, ...hashAll([address], hashesOf)])]
    })
}
