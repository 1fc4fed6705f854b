import { mostNamed } from '../model/file-preview'
import type { DossierId } from '../model/ids'
import { bitsOf, bucketOf, entryLength } from './segment'
import { type EditionTables, readDirectory } from './tables'
import { claimsPerLeaf, moreTwins } from './weights'

/** An edition with rows: `bits` as the dossier's head has them. */
export interface Filed {
  edition: number
  bits: number
}

/** What is new, other or gone of one list: counts, and the first of each in the order of the file. */
export interface EntryChanges {
  added: Firsts
  updated: Firsts
  removed: Firsts
  unchanged: number
}

interface Compared {
  articles: EntryChanges
  claims: EntryChanges
  /** What is wrong with ids: the first that another dossier has, or those that stand there twice. */
  faults: string[]
}

/** One entry of the directory: its id's hash, its content's, and its order (articles) or place (claims). */
export interface Entry {
  key: string
  content: string
  at: number
}

/**
 * Compares what is being staged with what is on file, bucket by bucket of the directory, so that memory holds one bucket
 * of each edition: which ids stand there twice or belong to another dossier, and how much is new, other or gone.
 */
export async function compareEditions(
  tables: EditionTables,
  staged: Filed,
  before: Filed | null,
  others: readonly (Filed & { id: DossierId })[],
  onShare: (share: number) => void,
): Promise<Compared> {
  const compared: Compared = { articles: openChanges(), claims: openChanges(), faults: [] }
  const all = [staged, ...(before ? [before] : []), ...others]
  for (const kind of ['a', 'c'] as const) {
    const bits = Math.max(...all.map(each => bitsOf(kind, each.bits)))
    const changes = compared[kind === 'a' ? 'articles' : 'claims']
    /** The first that another dossier has: places go with the order of the file. */
    let taken: { at: number; owner: DossierId } | null = null
    const twins = createFirsts<Twin>(({ second }) => second, 1 + moreTwins)
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      const [wanted = [], stored = [], ...theirs] = await Promise.all(
        [staged, before, ...others].map(each => (each ? readEntries(tables, each, kind, bucket, bits) : [])),
      )
      count(changes, wanted, stored)
      // Of articles the database itself refuses a second one.
      if (kind === 'c') for (const twin of findTwins(wanted)) twins.add(twin)
      for (const [index, entries] of theirs.entries()) {
        const keys = new Set(entries.map(({ key }) => key))
        const owner = others[index]?.id
        for (const { key, at } of wanted) {
          if (owner && keys.has(key) && at < (taken?.at ?? Number.POSITIVE_INFINITY)) taken = { at, owner }
        }
      }
      onShare((bucket + 1) / 2 ** bits / 2 + (kind === 'c' ? 0.5 : 0))
    }
    if (taken) {
      const order = kind === 'a' ? taken.at : (await readPlace(tables, staged.edition, taken.at)).order
      const list = kind === 'a' ? 'articles' : 'claims'
      return {
        ...compared,
        faults: [`${list}[${order}].id: belongs to the dossier “${taken.owner}” already`],
      }
    }
    const faults: string[] = []
    for (const twin of twins.list()) {
      const [first, second] = await Promise.all(
        [twin.first, twin.second].map(at => readPlace(tables, staged.edition, at)),
      )
      faults.push(`claims[${second?.order}].id: “${second?.id}” is the id of claims[${first?.order}] too`)
    }
    const rest = twins.count() - faults.length
    if (rest > 0) faults.push(`… and ${rest} more`)
    if (faults.length > 0) return { ...compared, faults }
  }
  return compared
}

/** Entries of a bucket by that many bits, of an edition whose own buckets may be coarser or finer. */
async function readEntries(
  tables: EditionTables,
  { edition, bits }: Filed,
  kind: 'a' | 'c',
  bucket: number,
  asBits: number,
): Promise<Entry[]> {
  const own = bitsOf(kind, bits)
  const rows = await readDirectory(tables, edition, kind, bucket >>> (asBits - own))
  const entries: Entry[] = []
  for (const { words } of rows) {
    for (let at = 0; at < words.length; at += entryLength[kind]) {
      const [high = 0, low, first, second, place = 0] = words.subarray(at, at + entryLength[kind])
      if (bucketOf(high, asBits) !== bucket) continue
      entries.push({ key: `${high}.${low}`, content: `${first}.${second}`, at: place })
    }
  }
  return entries
}

type Firsts = ReturnType<typeof createFirsts<Entry>>

const openFirsts = (): Firsts => createFirsts<Entry>(({ at }) => at, mostNamed)
const openChanges = (): EntryChanges => ({
  added: openFirsts(),
  updated: openFirsts(),
  removed: openFirsts(),
  unchanged: 0,
})

function count(changes: EntryChanges, wanted: readonly Entry[], stored: readonly Entry[]): void {
  const before = new Map(stored.map(entry => [entry.key, entry]))
  for (const entry of wanted) {
    const old = before.get(entry.key)
    before.delete(entry.key)
    if (old === undefined) changes.added.add(entry)
    else if (old.content === entry.content) changes.unchanged += 1
    else changes.updated.add(entry)
  }
  for (const gone of before.values()) changes.removed.add(gone)
}

interface Twin {
  first: number
  second: number
}

/** Entries whose id one before them has. */
function findTwins(entries: readonly Entry[]): Twin[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ key, at }) => {
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, at)
    return earlier === undefined ? [] : [{ first: earlier, second: at }]
  })
}

/** The first few of many, whatever order they come in; the rest are counted. */
function createFirsts<T>(placeOf: (item: T) => number, most: number) {
  let items: T[] = []
  let added = 0
  const sort = (): T[] => items.sort((a, b) => placeOf(a) - placeOf(b)).slice(0, most)
  return {
    add(item: T): void {
      added += 1
      items.push(item)
      if (items.length > 10 * most) items = sort()
    },
    list: sort,
    count: () => added,
  }
}

export async function readPlace({ leaves }: EditionTables, edition: number, place: number) {
  const leaf = await leaves.get([edition, Math.floor(place / claimsPerLeaf)])
  const slot = place % claimsPerLeaf
  const claim = leaf?.claims[slot]
  return { id: claim?.id, statement: claim?.statement ?? '', order: leaf?.orders[slot] ?? 0 }
}
