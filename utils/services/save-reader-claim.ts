import { makeLocator } from '../anchoring/make-locator'
import { splitWords, type Word } from '../anchoring/words'
import type { ArticleText } from '../model/article-text'
import { type Locator, positions, speakerKinds } from '../model/dossier'
import { readDay } from '../model/edtf'
import { settle } from '../model/failure-error'
import { isWebAddress } from '../model/guards'
import { asClaimId, type ClaimId } from '../model/ids'
import { limits } from '../model/limits'
import { joinAddresses } from '../model/met-addresses'
import type { ClockPort, CorpusPort, ReaderClaimPort } from '../model/ports'
import { faultOfClaim, type NewReaderClaim, type ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import { hashesOf } from '../reading/judge-address'
import { judgeTie } from '../reading/judge-tie'

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
    const page = { addresses, outlet: article.outlet }
    const near = await ports.readerClaims.findByAddress(addresses.flatMap(hashesOf))
    const before = near.filter(claim => judgeTie(page, claim) !== null)
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

async function makeClaim(
  { corpus, clock }: Ports,
  article: ArticleText,
  words: readonly Word[],
  input: NewReaderClaim,
  known: readonly ReaderClaim[],
): Promise<Result<ReaderClaim>> {
  const fault = findFault(input)
  if (fault) return fail('bad-input', fault)
  const { dossier, question, position, sentence, speaker, chain, isRejected } = input
  if (article.text.slice(sentence.start, sentence.end) !== input.text) {
    return fail('bad-input', 'sentence: is another one on the page now')
  }
  const locator = makeLocator(words, sentence)
  if (!locator) return fail('bad-input', 'sentence: must stand in the story, exactly once')
  const asked = await corpus.listQuestions(dossier)
  if (!asked.some(({ id }) => id === question))
    return fail('not-found', `no question ${question} in dossier ${dossier}`)
  const nowMs = clock.nowMs()
  const [own = '', ...stated] = new Set(article.addresses.filter(isWebAddress))
  const before = known.find(
    other =>
      isSameLocator(other.locator, locator) && other.dossier === dossier && other.question === question,
  )
  return succeed({
    id: before?.id ?? asClaimId(`reader:${clock.newId()}`),
    ...joinAddresses(before, { addresses: [own], statedAddresses: stated }),
    title: article.title.slice(0, limits.title),
    outlet: article.outlet.slice(0, limits.name),
    published: readDay(article.published),
    locator,
    statement: input.statement.trim(),
    dossier,
    question,
    position,
    subject: input.subject.trim(),
    ...(speaker && { speaker }),
    ...(chain && { chain }),
    ...(isRejected && { isRejected }),
    createdMs: before?.createdMs ?? nowMs,
    // A clock that was set back must not make it look older than what it replaces: a merge would drop it.
    modifiedMs: before ? Math.max(nowMs, before.modifiedMs + 1) : nowMs,
  })
}

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

function findFault({ position, subject, statement, speaker, chain = [] }: NewReaderClaim): string | null {
  if (!positions.includes(position)) return 'position: must be yes, no, partly or unknown'
  if (speaker && !speakerKinds.includes(speaker.kind))
    return `speaker.kind: must be ${speakerKinds.join(', ')}`
  if (chain.length > limits.chain) return `chain: must have at most ${limits.chain} members`
  for (const [name, text, limit] of [
    ['subject', subject, limits.name],
    ['statement', statement, limits.title],
    ...(speaker ? [['speaker.name', speaker.name, limits.name] as const] : []),
    ...chain.map((member, index) => [`chain[${index}]`, member, limits.name] as const),
  ] as const) {
    if (text.trim() === '') return `${name}: must not be empty`
    if (text.length > limit) return `${name}: must have at most ${limit} characters`
  }
  return null
}
