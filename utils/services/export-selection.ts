import { dayOf } from '../exchange/export-content'
import { toClaimOnFile } from '../matching/make-reader-claim'
import type { Article, Claim, Question, Spotting } from '../model/dossier'
import type { DossierSelection } from '../model/dossier-selection'
import { settle } from '../model/failure-error'
import { fingerprint } from '../model/fingerprint'
import { isWebAddress } from '../model/guards'
import {
  asArticleId,
  asClaimId,
  asDossierId,
  asQuestionId,
  type DossierId,
  type QuestionId,
} from '../model/ids'
import { limits } from '../model/limits'
import type { ClockPort, CorpusPort, DossierHead, DossierPart, ReaderClaimPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import { type DossierWatch, gatherPieces } from './export-dossier'

interface Ports {
  corpus: CorpusPort
  readerClaims: Pick<ReaderClaimPort, 'listAll'>
  clock: Pick<ClockPort, 'nowMs'>
}

/** A dossier whose questions were chosen, with what they are called in the new one. */
interface Chosen {
  dossier: DossierId
  names: Map<QuestionId, QuestionId>
}

/** Addresses of one article that the format has beside its own. */
const mostOtherUrls = 20

/**
 * Chosen claims as the pieces of a dossier's file, under ids of its own: whoever has the dossiers that they are from can
 * take it in beside them. Its version is the day (20310506), so that a later one replaces it. It is recognised by the
 * spotting of the dossier that most of its questions are from. A page of the reader's that does not say when it was
 * published stands under the year in which the reader read it, which is the latest that it can be.
 * Bad input: no title, or nothing chosen.
 */
export function exportSelection(
  { corpus, readerClaims, clock }: Ports,
  selection: DossierSelection,
  watch: DossierWatch = {},
): Promise<Result<{ name: string; pieces: string[] }>> {
  return settle(async () => {
    const title = selection.title.trim()
    if (title === '') return fail('bad-input', 'title: must not be empty')
    const id = nameDossier(title)
    const { questions, chosen, spotting } = await nameQuestions(corpus, selection)
    const found = pickClaims({ corpus, readerClaims }, selection, chosen)
    const claims = new Map<string, Claim>()
    const articles = new Map<string, Article | null>()
    for await (const { claim, article } of found) {
      if (watch.signal?.aborted) return fail('cancelled', 'the reader cancelled')
      claims.set(claim.id, claim)
      articles.set(claim.article, article ?? articles.get(claim.article) ?? null)
    }
    if (claims.size === 0) return fail('bad-input', 'claims: none were chosen')
    for (const { dossier } of selection.from.dossiers ? chosen : []) {
      for await (const part of corpus.walkDossier(dossier)) {
        // Articles come first.
        if (part.claims.length > 0) break
        for (const article of part.articles) if (articles.has(article.id)) articles.set(article.id, article)
      }
    }

    const rename = (own: string): string => {
      const name = `${id}:${own}`
      return /^[\w.:#-]+$/.test(own) && name.length <= limits.token ? name : `${id}:${fingerprint(own)}`
    }
    const carried = [...articles.values()].filter(article => article !== null)
    const part: DossierPart = {
      articles: carried.map(article => ({ ...article, id: asArticleId(rename(article.id)) })),
      claims: [...claims.values()]
        .filter(({ article }) => articles.get(article))
        .map(claim => ({
          ...claim,
          id: asClaimId(rename(claim.id)),
          article: asArticleId(rename(claim.article)),
        })),
    }
    const head: DossierHead = {
      format: 'dossier',
      version: dayNumber(clock.nowMs()),
      id,
      title: title.slice(0, limits.title),
      summary: '',
      ...(selection.compiledBy.trim() !== '' && { compiledBy: selection.compiledBy.trim() }),
      ...(spotting && { spotting }),
      questions,
    }
    const pieces = await gatherPieces(head, once(part), watch)
    return pieces.ok ? succeed({ name: `${id}.json`, pieces: pieces.value }) : pieces
  })
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

const dayNumber = (atMs: number): number => Number(dayOf(atMs).replaceAll('-', ''))

/** Letters and digits of the title; what has none, or is no Latin, is told apart by a fingerprint. */
function nameDossier(title: string): DossierId {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[a-z0-9]+/g)?.join('-') ?? ''
  const isWhole = !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(plain) && words !== '' && words.length <= 80
  return asDossierId(isWhole ? words : `selection-${fingerprint(title)}`)
}

/** The chosen questions as they stand in the new dossier; two of different dossiers may have one id. */
async function nameQuestions(
  corpus: CorpusPort,
  { questions: wanted }: DossierSelection,
): Promise<{ questions: Question[]; chosen: Chosen[]; spotting: Spotting | null }> {
  const questions: Question[] = []
  const byDossier = new Map<DossierId, Chosen>()
  const heads = new Map<DossierId, DossierHead | null>()
  const taken = new Set<string>()
  for (const { dossier, question } of wanted) {
    const head = heads.get(dossier) ?? (await corpus.loadDossierHead(dossier))
    heads.set(dossier, head)
    const asked = head?.questions.find(({ id }) => id === question)
    if (!asked) continue
    const chosen = byDossier.get(dossier) ?? { dossier, names: new Map() }
    byDossier.set(dossier, chosen)
    if (chosen.names.has(question)) continue
    const name = taken.has(question) ? asQuestionId(fingerprint(`${dossier} ${question}`)) : question
    taken.add(name)
    chosen.names.set(question, name)
    questions.push({ ...asked, id: name })
  }
  const chosen = [...byDossier.values()]
  const [most] = chosen.toSorted((a, b) => b.names.size - a.names.size)
  return { questions, chosen, spotting: (most && heads.get(most.dossier)?.spotting) ?? null }
}

/** What was chosen, the dossiers' first; an article where the claim brings its own. */
async function* pickClaims(
  { corpus, readerClaims }: Pick<Ports, 'corpus' | 'readerClaims'>,
  { from, claims: only }: DossierSelection,
  chosen: readonly Chosen[],
): AsyncGenerator<{ claim: Claim; article: Article | null }> {
  const isWanted = ({ id }: Pick<Claim, 'id'>): boolean => only === null || only.has(id)
  for (const { dossier, names } of from.dossiers ? chosen : []) {
    for await (const { claims } of corpus.walkDossier(dossier)) {
      for (const claim of claims.filter(isWanted)) {
        const bearsOn = claim.bearsOn.flatMap(({ question, position }) => {
          const name = names.get(question)
          return name ? [{ question: name, position }] : []
        })
        if (bearsOn.length > 0) yield { claim: { ...claim, bearsOn }, article: null }
      }
    }
  }
  if (!from.reader) return
  for (const own of await readerClaims.listAll()) {
    const name = chosen.find(({ dossier }) => dossier === own.dossier)?.names.get(own.question)
    if (name && !own.isRejected && isWanted(own)) yield fromReader(own, name)
  }
}

/** A claim of the reader's as a dossier has it, and the page that it was made on. */
function fromReader(own: ReaderClaim, question: QuestionId): { claim: Claim; article: Article } {
  const { source, ...claim } = toClaimOnFile(own)
  const others = [...own.addresses.slice(1), ...(own.statedAddresses ?? [])].filter(isWebAddress)
  const publisher = source.publisher.slice(0, limits.name) || 'unknown'
  const chain = claim.chain.at(-1) === publisher ? claim.chain : [...claim.chain, publisher]
  return {
    claim: { ...claim, chain: chain.slice(-limits.chain), bearsOn: [{ question, position: own.position }] },
    article: {
      id: source.id,
      url: source.url !== null && isWebAddress(source.url) ? source.url : null,
      ...(others.length > 0 && { otherUrls: others.slice(0, mostOtherUrls) }),
      publisher,
      title: source.title,
      published: own.published ?? String(new Date(own.createdMs).getUTCFullYear()),
      language: 'und',
      leader: own.subject,
    },
  }
}
