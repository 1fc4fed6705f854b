/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to `below`, exclusive. */
export const upTo = (random: Random, below: number): number => Math.floor(random() * below)

/** One of a list that is not empty. */
export const pick = <T>(random: Random, list: readonly T[]): T => list[upTo(random, list.length)] as T
