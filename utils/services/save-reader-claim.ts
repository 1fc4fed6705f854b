import { makeLocator } from '../anchoring/make-locator'
import { splitWords, type Word } from '../anchoring/words'
import type { ArticleText } from '../model/article-text'
import type { Locator } from '../model/dossier'
import { readDay } from '../model/edtf'
import { settle } from '../model/failure-error'
import { isWebAddress } from '../model/guards'
import type { ClaimId } from '../model/ids'
import type { ClockPort, CorpusPort, ReaderClaimPort } from '../model/ports'
import { faultOfClaim, type NewReaderClaim, type ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import { hashesOf } from '../reading/judge-address'
import { judgeTie } from '../reading/judge-tie'
import { buildClaim, type ClaimPlace, findFault, findQuestion } from './reader-claim-parts'

interface Ports {
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
  clock: ClockPort
}

/**
 * Saves what the reader says that sentences of an article say: all or none. Said anew of the same sentence and question,
 * it replaces what was said before. Bad input: no web address, a sentence outside of the story or one that stands there
 * twice, words that are missing or too many; not-found: a question that the dossier does not have. Which of several it is
 * stands before the fault (`faultyClaim`).
 */
export function saveReaderClaims(
  ports: Ports,
  article: ArticleText,
  inputs: readonly NewReaderClaim[],
): Promise<Result<ReaderClaim[]>> {
  return settle(async () => {
    const addresses = [...new Set(article.addresses.filter(isWebAddress))]
    if (addresses.length === 0) return fail('bad-input', 'addresses: must have a web address (http or https)')
    const before = await listSaidOf(ports, { addresses, outlet: article.outlet })
    const words = splitWords(article.text, article.story)
    const claims: ReaderClaim[] = []
    for (const [index, input] of inputs.entries()) {
      const made = await makeClaim(ports, article, words, input, before)
      if (!made.ok) return fail(made.failure.kind, faultOfClaim(index, made.failure.detail))
      claims.push(made.value)
    }
    const saved = await ports.readerClaims.save(claims)
    return saved.ok ? succeed(claims) : saved
  })
}

/** What the reader said of an article before, by its addresses. */
export async function listSaidOf(
  { readerClaims }: { readerClaims: ReaderClaimPort },
  page: { addresses: string[]; outlet: string },
): Promise<ReaderClaim[]> {
  const near = await readerClaims.findByAddress(page.addresses.flatMap(hashesOf))
  return near.filter(claim => judgeTie(page, claim) !== null)
}

async function makeClaim(
  { corpus, clock }: Ports,
  article: ArticleText,
  words: readonly Word[],
  { sentence, text, ...said }: NewReaderClaim,
  known: readonly ReaderClaim[],
): Promise<Result<ReaderClaim>> {
  const fault = findFault(said)
  if (fault) return fail('bad-input', fault)
  if (article.text.slice(sentence.start, sentence.end) !== text) {
    return fail('bad-input', 'sentence: is another one on the page now')
  }
  const locator = makeLocator(words, sentence)
  if (!locator) return fail('bad-input', 'sentence: must stand in the story, exactly once')
  const asked = await findQuestion({ corpus }, said.question, said.dossier)
  if (!asked.ok) return asked
  const place = placeInArticle(article, locator)
  return succeed(buildClaim(clock, place, said, findSaidBefore(known, { ...said, locator })))
}

/** A passage of an article that was read: it has a web address. */
export function placeInArticle(article: ArticleText, locator: Locator): ClaimPlace {
  const [own = '', ...stated] = new Set(article.addresses.filter(isWebAddress))
  const { title, outlet, published } = article
  return { addresses: [own], statedAddresses: stated, title, outlet, published: readDay(published), locator }
}

/** What the reader said before of the same passage and question. */
export const findSaidBefore = (
  known: readonly ReaderClaim[],
  { locator, dossier, question }: Pick<ReaderClaim, 'locator' | 'dossier' | 'question'>,
): ReaderClaim | undefined =>
  known.find(
    other =>
      isSameLocator(other.locator, locator) && other.dossier === dossier && other.question === question,
  )

/** Deletes some and gives them back: saved again with `restoreReaderClaims`, nothing happened. Not-found: one is gone. */
export function deleteReaderClaims(
  { readerClaims }: { readerClaims: ReaderClaimPort },
  ids: readonly ClaimId[],
): Promise<Result<ReaderClaim[]>> {
  return settle(async () => {
    const claims: ReaderClaim[] = []
    for (const id of ids) {
      const claim = await readerClaims.load(id)
      if (!claim) return fail('not-found', `no claim ${id} of the reader's`)
      claims.push(claim)
    }
    const gone = await readerClaims.delete([...ids])
    return gone.ok ? succeed(claims) : gone
  })
}

/** Undoes a deletion or a change: puts the claims back as they were. */
export const restoreReaderClaims = (
  { readerClaims }: { readerClaims: ReaderClaimPort },
  claims: ReaderClaim[],
): Promise<Result<void>> => readerClaims.save(claims)

const isSameLocator = (a: Locator, b: Locator): boolean => a.hash === b.hash && a.words === b.words
