import type { Article, Dossier, DossierInfo } from '../model/dossier'
import type { ClaimId, QuestionId } from '../model/ids'
import type { CorpusPort } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { findClaimById } from './find-claim-by-id'
import { type Filters, findClaimsByLocator } from './find-claims-by-locator'
import { findClaimsByTerms } from './find-claims-by-terms'
import { loadClaims } from './load-claims'
import { claimsOfLeaf, readAnswers } from './read-answers'
import { type ArticleRow, addressKey, type DossierRow, type HashesOf, type LeafRow, type Parts } from './rows'
import { createStagings } from './stagings'
import { getPart } from './tables'
import { walkClaims } from './walk-claims'
import { readHead, walkDossier } from './walk-dossier'
import { walkStatements } from './walk-statements'
import { unpackProfile } from './write-parts'

const byLeaf = (a: LeafRow, b: LeafRow): number => a.leaf - b.leaf
const byOrder = (a: ArticleRow, b: ArticleRow): number => a.order - b.order

/** A pair in its one order. */
const pairKey = (a: ClaimId, b: ClaimId, question: QuestionId): [ClaimId, ClaimId, QuestionId] =>
  a <= b ? [a, b, question] : [b, a, question]

/**
 * The corpus in IndexedDB. `hashesOf` is reading's: this room does not know what an address is. Reading
 * calls see one state each, since every one is a transaction; they see only what dossiers have on file, for they begin
 * with the dossiers' heads. Lists are dossier by dossier, each in the order of its file.
 */
export function createCorpusStore(database: Database, hashesOf: HashesOf): CorpusPort {
  const { dossiers, parts, storedArticles, leaves, sketches, directory, pairVerdicts } = database
  const { claimVectors, vectorStamps } = database
  const filters: Filters = new Map()

  /** Reads of every dossier on file, in one transaction, and puts what comes of it into one list. */
  const readAll = <T>(read: (dossier: DossierRow) => PromiseLike<readonly T[]>): Promise<T[]> =>
    reach(database, () =>
      database.transaction('r', [dossiers, parts, storedArticles, leaves, sketches, directory], async () => {
        const lists: (readonly T[])[] = []
        for (const dossier of await dossiers.toArray()) lists.push(await read(dossier))
        return lists.flat()
      }),
    )
  /** The same of one of them. */
  const readOne = async <T>(
    id: string,
    read: (dossier: DossierRow) => PromiseLike<readonly T[]>,
  ): Promise<T[]> => readAll(async dossier => (dossier.id === id ? read(dossier) : []))
  const readQuestions = async <T>(
    dossier: string,
    read: (part: Parts['questions'], row: DossierRow) => readonly T[] | PromiseLike<readonly T[]>,
  ): Promise<T[]> =>
    readOne(dossier, async row => {
      const part = await getPart(database, row.edition, 'questions')
      return part ? read(part, row) : []
    })
  const leavesOf = async ({ edition }: DossierRow, article: string): Promise<LeafRow[]> =>
    (await leaves.where({ edition, article }).toArray()).sort(byLeaf)

  return {
    ...createStagings(database, hashesOf),

    listDossiers: () => readAll(async ({ info }): Promise<DossierInfo[]> => [info]),

    listEditions: async () => new Map(await readAll(async ({ id, edition }) => [[id, edition] as const])),

    async loadDossier(id) {
      const [whole] = await readOne(id, async (row): Promise<Dossier[]> => {
        const { edition } = row
        const filed = await leaves
          .where('[edition+leaf]')
          .between([edition, 0], [edition, Infinity])
          .toArray()
        const articles = (await articlesOf(edition)).map(({ data }) => data)
        const claims = filed.flatMap(leaf => leaf.claims)
        return [{ ...(await readHead(database, row)), articles, claims }]
      })
      return whole ?? null
    },

    async loadDossierHead(id) {
      const [head] = await readOne(id, async row => [await readHead(database, row)])
      return head ?? null
    },

    walkDossier: id => walkDossier(database, id),

    removeDossier: id =>
      attempt(database, () =>
        database.transaction('rw', [dossiers, claimVectors, vectorStamps], async () => {
          await dossiers.delete(id)
          await vectorStamps.delete(id)
          await claimVectors.where('[dossier+index]').between([id, 0], [id, Infinity]).delete()
        }),
      ),

    findArticlesByAddress: hashes =>
      readAll(async ({ edition }): Promise<Article[]> => {
        const keys = hashes.map(hash => addressKey(edition, hash))
        const rows = await storedArticles.where('addressKeys').anyOf(keys).toArray()
        const each = [...new Map(rows.map(row => [row.id, row])).values()]
        return each.sort(byOrder).map(({ data }) => data)
      }),

    async listKnownAddressHashes() {
      const texts = await readAll(async ({ edition }) => {
        const rows = await parts
          .where('[edition+name]')
          .between([edition, 'addresses/'], [edition, 'addresses/\uffff'])
          .toArray()
        return rows.map(({ data }) => data as Parts['addresses'])
      })
      return [...new Set(texts.flatMap(text => text.split('\n')))].sort()
    },

    async listOutletHosts() {
      const hosts = await readAll(
        async ({ edition }) => (await getPart(database, edition, 'questions'))?.outletHosts ?? [],
      )
      return [...new Set(hosts)].sort()
    },

    listTopics: () =>
      readAll(async ({ id, spotting }) => (spotting ? [{ dossier: id as string, spotting }] : [])),

    async loadClaim(id) {
      const [claim] = await readAll(row => findClaimById(database, row, id))
      return claim ?? null
    },

    listClaimsOfArticle: id => readAll(async row => (await leavesOf(row, id)).flatMap(claimsOfLeaf)),

    listClaimsOfQuestion: (question, dossier, near) =>
      readQuestions(dossier, async ({ questions, sizes }, { edition }): Promise<ClaimOnFile[]> => {
        const number = questions.findIndex(({ id }) => id === question)
        const size = sizes[number]
        return size === undefined ? [] : readAnswers(leaves, { edition, question, number, size, near })
      }),

    countClaimsOfQuestions: async dossier =>
      new Map(
        await readQuestions(dossier, ({ questions, sizes }) =>
          questions.map(({ id }, number) => [id, sizes[number] ?? 0] as const),
        ),
      ),

    listQuestionSummaries: dossier =>
      readQuestions(dossier, ({ summaries }) => summaries.filter(summary => summary !== null)),

    async listLocatorLengths() {
      const lengths = await readAll(
        async ({ edition }) => (await getPart(database, edition, 'questions'))?.locatorLengths ?? [],
      )
      return [...new Set(lengths)].sort((a, b) => a - b)
    },

    findClaimsByLocator: hashes => readAll(row => findClaimsByLocator(database, row, hashes, filters)),

    listTermProfiles: () =>
      readAll(async ({ id, edition }) =>
        ((await getPart(database, edition, 'profiles')) ?? []).map(profile => unpackProfile(id, profile)),
      ),

    findClaimsByTerms: (queries, limit) =>
      reach(database, () =>
        database.transaction('r', [dossiers, sketches, directory], async () =>
          findClaimsByTerms(database, await dossiers.toArray(), queries, limit),
        ),
      ),

    loadClaims: places => reach(database, () => loadClaims(leaves, places)),

    walkStatements: dossier => walkStatements(database, dossier),

    walkClaims: (dossier, question) => walkClaims(database, dossier, question),

    async countClaimsOfArticles(ids) {
      const counts = new Map(ids.map(id => [id, 0]))
      await readAll(async row => {
        for (const id of ids) {
          const sizes = (await leavesOf(row, id)).map(({ claims }) => claims.length)
          counts.set(
            id,
            sizes.reduce((sum, size) => sum + size, counts.get(id) ?? 0),
          )
        }
        return []
      })
      return counts
    },

    async findDossierOfArticle(id) {
      const [info] = await readAll(async row =>
        (await storedArticles.get([row.edition, id])) ? [row.info] : [],
      )
      return info ?? null
    },

    listQuestions: dossier => readQuestions(dossier, ({ questions }) => questions),

    listPairVerdicts: () => reach(database, () => pairVerdicts.toArray()),

    savePairVerdict: ({ a, b, question, atMs }) =>
      attempt(database, async () => {
        const [first, second] = pairKey(a, b, question)
        await pairVerdicts.put({ a: first, b: second, question, atMs })
      }),

    deletePairVerdict: (a, b, question) =>
      attempt(database, async () => {
        await pairVerdicts.delete(pairKey(a, b, question))
      }),
  }

  async function articlesOf(edition: number): Promise<ArticleRow[]> {
    const rows = await storedArticles
      .where('[edition+id]')
      .between([edition, ''], [edition, '\uffff'])
      .toArray()
    return rows.sort(byOrder)
  }
}
