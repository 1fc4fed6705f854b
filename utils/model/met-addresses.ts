import { limits } from './limits'

/** Addresses of something of the reader's: where it was met, and what those pages stated of themselves. */
interface Met {
  addresses: string[]
  statedAddresses?: string[]
}

/** A list of addresses with one more at its end; as it is where it has that one, or is full. */
export const withAddress = (addresses: string[], address: string): string[] =>
  addresses.includes(address) || addresses.length >= limits.addresses ? addresses : [...addresses, address]

/** The addresses of both, the first one's first; those that were met are not listed as stated. */
export function joinAddresses(mine: Met | undefined, theirs: Met): Met {
  const addresses = theirs.addresses.reduce(withAddress, mine?.addresses ?? [])
  const stated = [...(mine?.statedAddresses ?? []), ...(theirs.statedAddresses ?? [])]
    .filter(address => !addresses.includes(address))
    .reduce(withAddress, [])
  return stated.length > 0 ? { addresses, statedAddresses: stated } : { addresses }
}

/** Something with the addresses of another state of it besides its own; itself where it has them all. */
export function withAddressesOf<T extends Met>(item: T, other: Met): T {
  const joined = joinAddresses(item, other)
  const isMore =
    joined.addresses.length > item.addresses.length ||
    (joined.statedAddresses?.length ?? 0) > (item.statedAddresses?.length ?? 0)
  return isMore ? { ...item, ...joined } : item
}
