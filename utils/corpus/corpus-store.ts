import type { Article, Dossier, DossierInfo } from '../model/dossier'
import type { ArticleId, ClaimId, QuestionId } from '../model/ids'
import type { CorpusPort } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { findClaimsByTerms } from './find-claims-by-terms'
import { type ClaimRow, questionKey } from './rows'
import { type HashesOf, saveDossier } from './save-dossier'

interface Placed {
  dossier: string
  order: number
}
const dataOf = <T>({ data }: { data: T }): T => data
/** Dossier by dossier, each in the order of its file. */
const byOrder = (a: Placed, b: Placed): number =>
  a.dossier === b.dossier ? a.order - b.order : a.dossier < b.dossier ? -1 : 1

/** An article as the claims it carries show it. */
function sourceOf(article: Article): ClaimOnFile['source'] {
  const { id, url, publisher, title, published, leader, credit } = article
  return { id, url, publisher, title, published, leader, ...(credit === undefined ? {} : { credit }) }
}

/** A pair in its one order. */
const pairKey = (a: ClaimId, b: ClaimId, question: QuestionId): [ClaimId, ClaimId, QuestionId] =>
  a <= b ? [a, b, question] : [b, a, question]

/**
 * The corpus in IndexedDB. `hashesOf` is reading's: this room does not know what an address is. Reading
 * calls see one state each, since every one is a transaction.
 */
export function createCorpusStore(database: Database, hashesOf: HashesOf): CorpusPort {
  const { dossiers, questions, articles, claims, profiles, pairVerdicts } = database

  /** Claims with their articles, in the order of their file. */
  async function withSources(rows: ClaimRow[]): Promise<ClaimOnFile[]> {
    const ids = [...new Set(rows.map(({ article }) => article))]
    const found = await articles.bulkGet(ids)
    const byId = new Map<ArticleId, Article>()
    for (const row of found) if (row) byId.set(row.id, row.data)
    return rows.toSorted(byOrder).flatMap(({ data }) => {
      const article = byId.get(data.article)
      return article ? [{ ...data, source: sourceOf(article) }] : []
    })
  }

  const readClaims = (find: () => PromiseLike<ClaimRow[]>): Promise<ClaimOnFile[]> =>
    reach(database, () =>
      database.transaction('r', [claims, articles], async () => withSources(await find())),
    )

  return {
    listDossiers: () => reach(database, async () => (await dossiers.toArray()).map(({ info }) => info)),

    loadDossier: id =>
      reach(database, () =>
        database.transaction(
          'r',
          [dossiers, questions, articles, claims],
          async (): Promise<Dossier | null> => {
            const head = await dossiers.get(id)
            if (!head) return null
            const { title, version, compiledBy, reportErrors } = head.info
            const where = { dossier: id }
            return {
              format: 'dossier',
              version,
              id,
              title,
              summary: head.summary,
              ...(compiledBy === null ? {} : { compiledBy }),
              ...(reportErrors === null ? {} : { reportErrors }),
              ...(head.spotting === null ? {} : { spotting: head.spotting }),
              questions: (await questions.where(where).toArray()).toSorted(byOrder).map(dataOf),
              articles: (await articles.where(where).toArray()).toSorted(byOrder).map(dataOf),
              claims: (await claims.where(where).toArray()).toSorted(byOrder).map(dataOf),
            }
          },
        ),
      ),

    saveDossier: dossier => attempt(database, () => saveDossier(database, dossier, hashesOf)),

    findArticlesByAddress: hashes =>
      reach(database, async () => {
        const rows = await articles.where('addressHashes').anyOf(hashes).distinct().toArray()
        return rows.toSorted(byOrder).map(dataOf)
      }),

    listKnownAddressHashes: () =>
      reach(database, async () => (await articles.orderBy('addressHashes').uniqueKeys()).map(String)),

    listTopics: () =>
      reach(database, async () =>
        (await dossiers.toArray()).flatMap(({ id, spotting }) =>
          spotting ? [{ dossier: id, spotting }] : [],
        ),
      ),

    loadClaim: async id => (await readClaims(() => claims.where({ id }).toArray()))[0] ?? null,

    listClaimsOfArticle: id => readClaims(() => claims.where({ article: id }).toArray()),

    listClaimsOfQuestion: (id, dossier) =>
      readClaims(() => claims.where('questionKeys').equals(questionKey(dossier, id)).toArray()),

    listLocatorLengths: () =>
      reach(database, async () => (await claims.orderBy('locatorWords').uniqueKeys()).map(Number)),

    findClaimsByLocator: hashes => readClaims(() => claims.where('locatorHash').anyOf(hashes).toArray()),

    listTermProfiles: () =>
      reach(database, async () => (await profiles.toArray()).toSorted(byOrder).map(dataOf)),

    findClaimsByTerms: (queries, limit) =>
      reach(database, () =>
        database.transaction('r', [claims, articles], () =>
          findClaimsByTerms(claims, queries, limit, withSources),
        ),
      ),

    countClaimsOfArticles: ids =>
      reach(database, () =>
        database.transaction('r', [claims], async () => {
          const counted = ids.map(async id => [id, await claims.where({ article: id }).count()] as const)
          return new Map(await Promise.all(counted))
        }),
      ),

    findDossierOfArticle: id =>
      reach(database, () =>
        database.transaction('r', [articles, dossiers], async (): Promise<DossierInfo | null> => {
          const article = await articles.get(id)
          return (article && (await dossiers.get(article.dossier)))?.info ?? null
        }),
      ),

    listQuestions: dossier =>
      reach(database, async () =>
        (await questions.where({ dossier }).toArray()).toSorted(byOrder).map(dataOf),
      ),

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
}
