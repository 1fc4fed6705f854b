import type { ClaimTerms } from '../matching/profile-terms'
import type { Article, Claim } from '../model/dossier'
import { hashText, splitFingerprint } from './hash-text'
import type { DirectoryKind, DirectoryRow } from './rows'
import { claimsPerSegment, entriesPerBucket, mostBits, mostBitsInFull, placesPerSegment } from './weights'

/** How many numbers an entry has: two of the hash, and what it leads to. Terms have lists of their own. */
export const entryLength = { a: 5, c: 5, l: 3 } as const

/** Directory rows of articles and claims are compared bucket by bucket and never looked up in: fewer of them do. */
export const bitsOf = (kind: DirectoryKind, bits: number): number =>
  kind === 'a' || kind === 'c' ? Math.min(bits, mostBitsInFull) : bits

export const bucketOf = (high: number, bits: number): number => (bits === 0 ? 0 : high >>> (32 - bits))

/**
 * The directory's part for one portion of a dossier, while it is made. Entries are
 * `a`: id (2 numbers), content (2), order; `c`: id (2), content (2), place; `l`: locator (2), place;
 * `t`: a term's hash, how many places follow, and these.
 */
export function createSegment() {
  const entries = { a: [] as number[], c: [] as number[], l: [] as number[] }
  const places = new Map<number, number[]>()
  let claims = 0

  return {
    addArticle(article: Article, order: number): void {
      entries.a.push(...hashText(article.id), ...hashText(JSON.stringify(article)), order)
    },
    addClaim(claim: Claim, place: number, { terms }: ClaimTerms): void {
      claims += 1
      entries.c.push(...hashText(claim.id), ...hashText(JSON.stringify(claim)), place)
      entries.l.push(...splitFingerprint(claim.locator.hash), place)
      for (const term of terms) {
        const [hash] = hashText(term)
        const having = places.get(hash)
        if (!having) places.set(hash, [place])
        else if (having.length < placesPerSegment) having.push(place)
      }
    },
    isFull: (): boolean => claims >= claimsPerSegment || entries.a.length >= claimsPerSegment * entryLength.a,
    /** The bits that suit what was added; a full segment has the most. */
    suitBits(): number {
      let postings = 0
      for (const { length } of places.values()) postings += length
      const buckets = Math.max(1, Math.max(postings, entries.l.length) / entriesPerBucket)
      return Math.min(mostBits, Math.ceil(Math.log2(buckets)))
    },
    /** Its rows, in the order of their key. */
    listRows(edition: number, segment: number, bits: number): DirectoryRow[] {
      const row = (kind: DirectoryKind, [bucket, words]: [number, number[]]): DirectoryRow => ({
        edition,
        kind,
        bucket,
        segment,
        words: Uint32Array.from(words),
      })
      const lists = (['a', 'c', 'l'] as const).flatMap(kind =>
        distribute(entries[kind], entryLength[kind], bitsOf(kind, bits)).map(list => row(kind, list)),
      )
      return [...lists, ...distributeTerms(places, bits).map(list => row('t', list))]
    },
  }
}

const inOrder = (buckets: Map<number, number[]>): [number, number[]][] =>
  [...buckets].sort(([a], [b]) => a - b)

/** A bucket's list, made where it is not there. */
function listOf(buckets: Map<number, number[]>, bucket: number): number[] {
  const there = buckets.get(bucket)
  if (there) return there
  const list: number[] = []
  buckets.set(bucket, list)
  return list
}

function distribute(entries: readonly number[], length: number, bits: number): [number, number[]][] {
  const buckets = new Map<number, number[]>()
  for (let at = 0; at < entries.length; at += length) {
    const list = listOf(buckets, bucketOf(entries[at] ?? 0, bits))
    for (let offset = 0; offset < length; offset += 1) list.push(entries[at + offset] ?? 0)
  }
  return inOrder(buckets)
}

function distributeTerms(places: ReadonlyMap<number, number[]>, bits: number): [number, number[]][] {
  const buckets = new Map<number, number[]>()
  for (const [hash, having] of places) {
    const list = listOf(buckets, bucketOf(hash, bits))
    list.push(hash, having.length)
    for (const place of having) list.push(place)
  }
  return inOrder(buckets)
}

/** Adds a term's places from one row of the directory to a list, until that has so many. */
export function collectPlaces(words: Uint32Array, term: number, into: number[], atMost: number): void {
  for (let at = 0; at < words.length; ) {
    const count = words[at + 1] ?? 0
    if (words[at] === term) {
      for (const place of words.subarray(at + 2, at + 2 + count)) {
        if (into.length >= atMost) return
        into.push(place)
      }
    }
    at += 2 + count
  }
}
