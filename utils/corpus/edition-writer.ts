import { createProfiler } from '../matching/profile-terms'
import type { Article } from '../model/dossier'
import type { CarriedClaim, DossierTopic } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import { type ArticleRow, addressKey, type LeafRow, type SketchRow } from './rows'
import { createSegment } from './segment'
import type { EditionTables } from './tables'
import { createArticleTally, createClaimTally } from './tally-dossier'
import { claimsPerLeaf, mostBits, rowsPerWrite } from './weights'

/** The hashes of an article's addresses, each once. */
type HashesOf = (article: Article) => string[]

/** Runs work on the tables in one transaction. */
export type WithTables = <T>(work: (tables: EditionTables) => PromiseLike<T>) => PromiseLike<T>

/** An article as the claims it carries show it. */
function sourceOf(article: Article): ClaimOnFile['source'] {
  const { id, url, publisher, title, published, leader, credit } = article
  return { id, url, publisher, title, published, leader, ...(credit === undefined ? {} : { credit }) }
}

/**
 * Writes one edition of a dossier, portion by portion. In memory stand the open segment of the directory and the sums;
 * the rest is in the database when a call has ended.
 */
export function createEditionWriter(edition: number, withTables: WithTables, hashesOf: HashesOf) {
  const articles = createArticleTally()
  let articleCount = 0
  let segments = 0
  let segment = createSegment()
  let bits: number | null = null
  let filing: Filing | null = null

  /** Writes the open segment. The first one decides the bits, since a further one comes only where it was full. */
  async function closeSegment(isLast: boolean): Promise<void> {
    bits ??= isLast ? segment.suitBits() : mostBits
    const rows = segment.listRows(edition, segments, bits)
    segment = createSegment()
    segments += 1
    // In parts: whoever reads meanwhile waits for one of them at most.
    for (let from = 0; from < rows.length; from += rowsPerWrite) {
      const part = rows.slice(from, from + rowsPerWrite)
      await withTables(({ directory }) => directory.bulkAdd(part))
    }
  }

  return {
    async addArticles(added: readonly Article[]): Promise<void> {
      const hashes: string[] = []
      const rows = added.map((data): ArticleRow => {
        const own = hashesOf(data)
        hashes.push(...own)
        articles.add(data)
        segment.addArticle(data, articleCount)
        const order = articleCount
        articleCount += 1
        return { edition, id: data.id, order, data, addressKeys: own.map(hash => addressKey(edition, hash)) }
      })
      const name = `addresses/${rows[0]?.order ?? 0}` as const
      await withTables(async ({ storedArticles, parts }) => {
        await storedArticles.bulkAdd(rows)
        if (hashes.length > 0) await parts.put({ edition, name, data: hashes.join('\n') })
      })
      if (segment.isFull()) await closeSegment(false)
    },

    openClaims(topic: DossierTopic): void {
      filing = openFiling(edition, topic)
    },

    async addClaims(added: readonly CarriedClaim[]): Promise<void> {
      if (!filing) throw new Error('claims are filed by a topic, which comes first')
      const open = filing
      const leaves = added.flatMap(claim => open.add(claim))
      if (leaves.length > 0) await write(leaves)
    },

    /** Writes what is left, and gives the sums. */
    async finish() {
      if (!filing) throw new Error('a dossier without a topic')
      const last = filing.closeLeaf()
      if (last) await write([last])
      await closeSegment(true)
      const { profiler, tally } = filing
      return { profiles: profiler.finish(), tally, articles: articles.finish(), bits: bits ?? 0 }
    },
  }

  async function write(leaves: readonly Leaf[]): Promise<void> {
    for (const { sketch, leaf, terms } of leaves) {
      for (const [slot, claim] of leaf.claims.entries()) {
        const own = terms[slot]
        if (own) segment.addClaim(claim, sketch.leaf * claimsPerLeaf + slot, own)
      }
    }
    await withTables(async tables => {
      await tables.leaves.bulkAdd(leaves.map(({ leaf }) => leaf))
      await tables.sketches.bulkAdd(leaves.map(({ sketch }) => sketch))
    })
    if (segment.isFull()) await closeSegment(false)
  }
}

export type EditionWriter = ReturnType<typeof createEditionWriter>

interface Leaf {
  leaf: LeafRow
  sketch: SketchRow
  terms: ReturnType<ReturnType<typeof createProfiler>['add']>[]
}

type Filing = ReturnType<typeof openFiling>

/** Puts claims into leaves as they come: a leaf ends where the article does, or when it is full. */
function openFiling(edition: number, { id, questions, spotting }: DossierTopic) {
  const profiler = createProfiler(id, questions, spotting ?? null)
  const tally = createClaimTally(questions)
  let open: Leaf | null = null
  let leafCount = 0

  function begin({ claim, article }: CarriedClaim): Leaf {
    const key = { edition, leaf: leafCount }
    leafCount += 1
    const source = article && sourceOf(article)
    return {
      leaf: { ...key, article: claim.article, source, claims: [], orders: [], answerKeys: [] },
      sketch: { ...key, ids: [], questions: [], terms: [] },
      terms: [],
    }
  }

  return {
    profiler,
    tally,
    closeLeaf(): Leaf | null {
      const closed = open
      open = null
      return closed
    },
    /** Gives the leaf that this claim closed. */
    add(carried: CarriedClaim): Leaf[] {
      const { claim } = carried
      const isNext = open && (open.leaf.article !== claim.article || open.leaf.claims.length >= claimsPerLeaf)
      const closed = isNext ? this.closeLeaf() : null
      open ??= begin(carried)
      const { leaf, sketch, terms } = open
      const own = profiler.add(claim)
      leaf.orders.push(tally.count())
      leaf.answerKeys.push(...tally.add(edition, claim, leaf.source))
      leaf.claims.push(claim)
      sketch.ids.push(claim.id)
      sketch.questions.push(leaf.source ? claim.bearsOn.map(({ question }) => question) : [])
      sketch.terms.push([...own.terms, ...own.families].join(' '))
      terms.push(own)
      return closed ? [closed] : []
    },
  }
}
