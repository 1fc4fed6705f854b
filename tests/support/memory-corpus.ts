import { isDeepStrictEqual } from 'node:util'
import { mostOfQuestion, nearestOfPosition } from '../../utils/corpus/weights'
import { foldName } from '../../utils/matching/fold-name'
import { gatherCandidates } from '../../utils/matching/gather-candidates'
import { subjectOf } from '../../utils/matching/make-stance'
import { parseInterval } from '../../utils/matching/parse-interval'
import { createProfiler } from '../../utils/matching/profile-terms'
import { summarizeQuestion } from '../../utils/matching/summarize-question'
import type { PairVerdict } from '../../utils/model/backup'
import {
  type Article,
  type Claim,
  type Dossier,
  type DossierInfo,
  positions,
} from '../../utils/model/dossier'
import { FailureError } from '../../utils/model/failure-error'
import {
  type ListChanges,
  nameArticle,
  nameFirst,
  type PreparedDossier,
  reportOf,
} from '../../utils/model/file-preview'
import type { ClaimId, DossierId, QuestionId } from '../../utils/model/ids'
import type { CorpusPort, FoundClaim, InQuestion } from '../../utils/model/ports'
import type { ClaimOnFile, QuestionSummary } from '../../utils/model/reading'
import { fail, type Result, succeed } from '../../utils/model/result'
import type { TermProfile } from '../../utils/model/term-profile'
import { createMemoryStagings } from './memory-stagings'

function describe(dossier: Dossier): DossierInfo {
  const { id, title, version, compiledBy, reportErrors, questions, articles, claims } = dossier
  return {
    id,
    title,
    version,
    upTo:
      articles
        .map(({ published }) => published)
        .toSorted()
        .at(-1) ?? '',
    compiledBy: compiledBy ?? null,
    reportErrors: reportErrors ?? null,
    articleCount: articles.length,
    claimCount: claims.length,
    questionCount: questions.length,
  }
}

function compare<T extends { id: string }>(
  before: T[],
  after: T[],
  nameOf: (item: T) => string,
): ListChanges {
  const old = (item: T) => before.find(({ id }) => id === item.id)
  const isNew = (item: T) => !old(item)
  const isSame = (item: T) => isDeepStrictEqual(old(item), item)
  const named = (items: T[]) => nameFirst(items.map(nameOf))
  return {
    added: named(after.filter(isNew)),
    updated: named(after.filter(item => !isNew(item) && !isSame(item))),
    removed: named(before.filter(({ id }) => !after.some(item => item.id === id))),
    unchanged: after.filter(isSame).length,
  }
}

function sourceOf({ id, url, publisher, title, published, leader, credit }: Article): ClaimOnFile['source'] {
  const source = { id, url, publisher, title, published, leader }
  return credit === undefined ? source : { ...source, credit }
}

/** The first item whose id one before it has, as a fault's words after the list's name. */
function findTwin(items: { id: string }[]): string | null {
  const ids = items.map(({ id }) => id)
  const index = ids.findIndex((id, at) => ids.indexOf(id) < at)
  const id = ids[index]
  return id === undefined ? null : `[${index}].id: “${id}” is the id of LIST[${ids.indexOf(id)}] too`
}

const timeOf = ({ about, source }: ClaimOnFile): number =>
  (parseInterval(about) ?? parseInterval(source.published))?.startMs ?? 0

/** Of each position those that are nearest in time, before and after, about the subjects in question and about whoever. */
function pickNearest(all: ClaimOnFile[], question: QuestionId, near: InQuestion | undefined): ClaimOnFile[] {
  const atMs = near?.time ? (parseInterval(near.time)?.startMs ?? 0) : Number.POSITIVE_INFINITY
  const pick = (from: ClaimOnFile[], count: number): ClaimOnFile[] =>
    positions.flatMap(position => {
      const alike = from
        .filter(({ bearsOn }) =>
          bearsOn.some(answer => answer.question === question && answer.position === position),
        )
        .toSorted((a, b) => timeOf(a) - timeOf(b))
      const later = alike.filter(claim => timeOf(claim) >= atMs)
      const before = alike.filter(claim => timeOf(claim) < atMs)
      return [...before.slice(-count), ...later.slice(0, count)]
    })
  const { ofSubject, ofWhoever } = nearestOfPosition
  const subjects = new Set((near?.subjects ?? []).map(foldName))
  const about = all.filter(claim => subjects.has(foldName(subjectOf(claim))))
  const picked = new Set([...pick(about, ofSubject), ...pick(all, near?.time ? ofWhoever : 2 * ofSubject)])
  return all.filter(claim => picked.has(claim))
}

function countClaims(summary: QuestionSummary, all: ClaimOnFile[]): QuestionSummary {
  const { question, counts } = summary
  const count = (position: string) =>
    all.filter(({ bearsOn }) =>
      bearsOn.some(answer => answer.question === question.id && answer.position === position),
    ).length
  return {
    ...summary,
    counts: { sources: all.length, outlets: counts.outlets },
    yes: count('yes'),
    no: count('no'),
    isByClaims: true,
  }
}

const goneAnew = () => new FailureError({ kind: 'not-found', detail: 'it was taken in anew' })

interface TermIndex {
  profiles: TermProfile[]
  byTerm: Map<string, FoundClaim[]>
}

/** Made once for what is on file: all else here is looked for each time, this would be too slow. */
function indexTerms(dossiers: Dossier[]): TermIndex {
  const index: TermIndex = { profiles: [], byTerm: new Map() }
  for (const { id, questions, spotting, articles, claims } of dossiers) {
    const profiler = createProfiler(id, questions, spotting ?? null)
    const sources = new Map(articles.map(article => [article.id, sourceOf(article)]))
    for (const claim of claims) {
      const { terms, families } = profiler.add(claim)
      const source = sources.get(claim.article)
      if (!source) continue
      const found: FoundClaim = {
        dossier: id,
        id: claim.id,
        place: claim.id,
        questions: claim.bearsOn.map(({ question }) => question),
        terms: [...terms, ...families],
      }
      for (const term of terms) {
        const having = index.byTerm.get(term)
        if (having) having.push(found)
        else index.byTerm.set(term, [found])
      }
    }
    index.profiles.push(...profiler.finish())
  }
  return index
}

/** The corpus port on plain lists: slow, short, and held to the same contract as the database. */
export function createMemoryCorpus(hashesIn: (address: string) => string[]): CorpusPort {
  let dossiers: Dossier[] = []
  const editions = new Map<DossierId, number>()
  let saved = 0
  let verdicts: PairVerdict[] = []
  let index: TermIndex | null = null
  const articles = (): Article[] => dossiers.flatMap(dossier => dossier.articles)
  const hashesOf = ({ url, otherUrls = [] }: Article): string[] =>
    [url, ...otherUrls].flatMap(address => (address === null ? [] : hashesIn(address)))
  const claimsWhere = (fits: (claim: Claim, dossier: Dossier) => boolean): ClaimOnFile[] =>
    dossiers.flatMap(dossier =>
      dossier.claims
        .filter(claim => fits(claim, dossier))
        .flatMap(claim => {
          const article = dossier.articles.find(({ id }) => id === claim.article)
          return article ? [{ ...claim, source: sourceOf(article) }] : []
        }),
    )
  const isPair = (verdict: PairVerdict, a: ClaimId, b: ClaimId, question: QuestionId): boolean =>
    verdict.question === question && isDeepStrictEqual([verdict.a, verdict.b].toSorted(), [a, b].toSorted())

  const claimsOfQuestion = (id: QuestionId, dossier: string): ClaimOnFile[] =>
    claimsWhere(
      (claim, { id: owner }) => owner === dossier && claim.bearsOn.some(({ question }) => question === id),
    )

  function compareWhole(dossier: Dossier): Result<Omit<PreparedDossier, 'held'>> {
    const stored = dossiers.find(({ id }) => id === dossier.id)
    const others = dossiers.filter(({ id }) => id !== dossier.id)
    for (const list of ['articles', 'claims'] as const) {
      const taken = new Map(others.flatMap(other => other[list].map(({ id }) => [String(id), other.id])))
      const at = dossier[list].findIndex(({ id }) => taken.has(id))
      const twin = findTwin(dossier[list])
      if (twin) return fail('bad-input', `${list}${twin.replace('LIST', list)}`)
      const owner = taken.get(dossier[list][at]?.id ?? '')
      if (owner) return fail('bad-input', `${list}[${at}].id: belongs to the dossier “${owner}” already`)
    }
    if (stored && isOlder(dossier) && !isDeepStrictEqual(stored, { ...dossier, version: stored.version })) {
      return fail('bad-input', `version: ${dossier.version} is older than the ${stored.version} on file`)
    }
    const { id: own, title, version } = dossier
    const ids = new Set(dossier.questions.map(({ id }) => id))
    return succeed({
      id: own,
      title,
      version,
      before: stored ? describe(stored) : null,
      changes: {
        questions: compare(stored?.questions ?? [], dossier.questions, ({ text }) => text),
        articles: compare(stored?.articles ?? [], dossier.articles, nameArticle),
        claims: compare(stored?.claims ?? [], dossier.claims, ({ statement }) => statement),
      },
      goneQuestions: (stored?.questions ?? []).flatMap(({ id }) => (ids.has(id) ? [] : [id])),
    })
  }
  const isOlder = ({ id, version }: Dossier): boolean =>
    dossiers.some(stored => stored.id === id && stored.version > version)

  /** An older one says the same: it stays as it is. */
  function put(dossier: Dossier): void {
    if (isOlder(dossier)) return
    index = null
    saved += 1
    editions.set(dossier.id, saved)
    const others = dossiers.filter(({ id }) => id !== dossier.id)
    dossiers = [...others, structuredClone(dossier)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  const corpus: CorpusPort = {
    listDossiers: async () => dossiers.map(describe),
    listEditions: async () => new Map(editions),
    loadDossier: async id => structuredClone(dossiers.find(dossier => dossier.id === id) ?? null),
    async loadDossierHead(id) {
      const whole = dossiers.find(dossier => dossier.id === id)
      if (!whole) return null
      const { articles: _articles, claims: _claims, ...head } = whole
      return structuredClone(head)
    },
    async *walkDossier(id) {
      const edition = editions.get(id)
      const { articles: list = [], claims = [] } = dossiers.find(dossier => dossier.id === id) ?? {}
      const each = [
        ...list.map(article => ({ articles: [article], claims: [] })),
        ...claims.map(claim => ({ articles: [], claims: [claim] })),
      ]
      for (const part of each) {
        if (editions.get(id) !== edition) throw goneAnew()
        yield part
      }
    },
    async eraseAll() {
      dossiers = []
      verdicts = []
      index = null
      editions.clear()
      return succeed(undefined)
    },
    async removeDossier(id) {
      index = null
      editions.delete(id)
      dossiers = dossiers.filter(dossier => dossier.id !== id)
      return succeed(undefined)
    },
    saveDossier: async dossier => {
      const compared = compareWhole(dossier)
      if (!compared.ok) return compared
      put(dossier)
      return succeed(reportOf(compared.value.changes))
    },
    ...createMemoryStagings({
      compare: dossier => compareWhole(dossier),
      put: dossier => put(dossier),
      listEditions: () => new Map(editions),
      hasClaim: (dossier, id) =>
        dossiers.some(({ id: own, claims }) => own === dossier && claims.some(claim => claim.id === id)),
    }),
    sweep: async () => {},
    async listOutletHosts() {
      const urls = articles().flatMap(({ url }) =>
        url === null ? [] : new URL(url).hostname.replace(/^www\./, ''),
      )
      return [...new Set(urls)].toSorted()
    },
    findArticlesByAddress: async hashes =>
      articles().filter(article => hashesOf(article).some(hash => hashes.includes(hash))),
    listKnownAddressHashes: async () => [...new Set(articles().flatMap(hashesOf))].toSorted(),
    listTopics: async () =>
      dossiers.flatMap(({ id, spotting }) => (spotting ? [{ dossier: id, spotting }] : [])),
    loadClaim: async id => claimsWhere(claim => claim.id === id)[0] ?? null,
    listClaimsOfArticle: async id => claimsWhere(claim => claim.article === id),
    async listClaimsOfQuestion(id, dossier, near) {
      const all = claimsOfQuestion(id, dossier)
      return all.length > mostOfQuestion ? pickNearest(all, id, near) : all
    },
    listQuestionSummaries: async id =>
      (dossiers.find(dossier => dossier.id === id)?.questions ?? []).flatMap(question => {
        const all = claimsOfQuestion(question.id, id)
        const summary = summarizeQuestion(question, all)
        return summary ? [all.length > mostOfQuestion ? countClaims(summary, all) : summary] : []
      }),
    listLocatorLengths: async () =>
      [...new Set(claimsWhere(() => true).map(({ locator }) => locator.words))].toSorted((a, b) => a - b),
    findClaimsByLocator: async hashes => claimsWhere(({ locator }) => hashes.includes(locator.hash)),
    async listTermProfiles() {
      index ??= indexTerms(dossiers)
      return index.profiles
    },
    async findClaimsByTerms(queries, limit) {
      index ??= indexTerms(dossiers)
      const { byTerm } = index
      const ask = async (term: string, atMost: number) => (byTerm.get(term) ?? []).slice(0, atMost)
      return Promise.all(queries.map(terms => gatherCandidates(terms, limit, ask)))
    },
    async loadClaims(places) {
      const wanted = new Set(places)
      return new Map(claimsWhere(({ id }) => wanted.has(id)).map(claim => [claim.id, claim]))
    },
    countClaimsOfQuestions: async id =>
      new Map(
        (dossiers.find(dossier => dossier.id === id)?.questions ?? []).map(question => [
          question.id,
          claimsOfQuestion(question.id, id).length,
        ]),
      ),
    async *walkClaims(id, question) {
      const edition = editions.get(id)
      const all = claimsWhere(
        ({ bearsOn }, owner) =>
          owner.id === id && (question === undefined || bearsOn.some(answer => answer.question === question)),
      )
      for (let at = 0; at < all.length; at += 100) {
        if (editions.get(id) !== edition)
          throw new FailureError({ kind: 'not-found', detail: 'it was taken in anew' })
        yield all.slice(at, at + 100).map(claim => ({ claim, place: claim.id }))
      }
    },
    async *walkStatements(id) {
      const edition = editions.get(id)
      for (const { id: claim, statement, bearsOn } of claimsWhere((_, owner) => owner.id === id)) {
        if (editions.get(id) !== edition) throw goneAnew()
        yield { id: claim, statement, bearsOn }
      }
    },
    countClaimsOfArticles: async ids =>
      new Map(ids.map(id => [id, claimsWhere(claim => claim.article === id).length])),
    async findDossierOfArticle(id) {
      const dossier = dossiers.find(({ articles: list }) => list.some(article => article.id === id))
      return dossier ? describe(dossier) : null
    },
    listQuestions: async dossier => dossiers.find(({ id }) => id === dossier)?.questions ?? [],
    listPairVerdicts: async () => verdicts,
    async savePairVerdict(verdict) {
      const { a, b, question, atMs } = verdict
      const ordered = a <= b ? { a, b, question, atMs } : { a: b, b: a, question, atMs }
      verdicts = [...verdicts.filter(other => !isPair(other, a, b, question)), ordered]
      return succeed(undefined)
    },
    async deletePairVerdict(a, b, question) {
      verdicts = verdicts.filter(verdict => !isPair(verdict, a, b, question))
      return succeed(undefined)
    },
  }
  return corpus
}
