import { makeLocator } from '../anchoring/make-locator'
import { splitWords } from '../anchoring/words'
import type { ArticleText } from '../model/article-text'
import { type Edtf, type Locator, positions } from '../model/dossier'
import { isEdtfDate } from '../model/edtf'
import { settle } from '../model/failure-error'
import { isWebAddress } from '../model/guards'
import { asClaimId, type ClaimId } from '../model/ids'
import { limits } from '../model/limits'
import { joinAddresses } from '../model/met-addresses'
import type { ClockPort, CorpusPort, ReaderClaimPort } from '../model/ports'
import type { NewReaderClaim, ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import { hashesOf } from '../reading/judge-address'
import { judgeTie } from '../reading/judge-tie'

interface Ports {
  corpus: CorpusPort
  readerClaims: ReaderClaimPort
  clock: ClockPort
}

/**
 * Saves what the reader says that a sentence of an article says. Said anew of the same sentence and question, it
 * replaces what was said before. Bad input: no web address, a sentence outside of the story or one that stands there
 * twice, words that are missing or too many; not-found: a question that the dossier does not have.
 */
export function saveReaderClaim(
  { corpus, readerClaims, clock }: Ports,
  article: ArticleText,
  input: NewReaderClaim,
): Promise<Result<ReaderClaim>> {
  return settle(async () => {
    const fault = findFault(input)
    if (fault) return fail('bad-input', fault)
    const { dossier, question, position, sentence } = input
    if (article.text.slice(sentence.start, sentence.end) !== input.text) {
      return fail('bad-input', 'sentence: is another one on the page now')
    }
    const [own, ...stated] = new Set(article.addresses.filter(isWebAddress))
    if (own === undefined) return fail('bad-input', 'addresses: must have a web address (http or https)')
    const locator = makeLocator(splitWords(article.text, article.story), input.sentence)
    if (!locator) return fail('bad-input', 'sentence: must stand in the story, exactly once')
    const asked = await corpus.listQuestions(dossier)
    if (!asked.some(({ id }) => id === question))
      return fail('not-found', `no question ${question} in dossier ${dossier}`)
    const nowMs = clock.nowMs()
    const page = { addresses: [own, ...stated], outlet: article.outlet }
    const before = (await readerClaims.findByAddress(page.addresses.flatMap(hashesOf))).find(
      other =>
        judgeTie(page, other) !== null &&
        isSameLocator(other.locator, locator) &&
        other.dossier === dossier &&
        other.question === question,
    )
    const claim: ReaderClaim = {
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
      createdMs: before?.createdMs ?? nowMs,
      // A clock that was set back must not make it look older than what it replaces: a merge would drop it.
      modifiedMs: before ? Math.max(nowMs, before.modifiedMs + 1) : nowMs,
    }
    const saved = await readerClaims.save([claim])
    return saved.ok ? succeed(claim) : saved
  })
}

/** Deletes one and gives it back: saved again with `restoreReaderClaim`, nothing happened. */
export function deleteReaderClaim(
  { readerClaims }: { readerClaims: ReaderClaimPort },
  id: ClaimId,
): Promise<Result<ReaderClaim>> {
  return settle(async () => {
    const claim = await readerClaims.load(id)
    if (!claim) return fail('not-found', `no claim ${id} of the reader's`)
    const gone = await readerClaims.delete([id])
    return gone.ok ? succeed(claim) : gone
  })
}

/** Undoes a deletion or a change: puts the claim back as it was. */
export const restoreReaderClaim = (
  { readerClaims }: { readerClaims: ReaderClaimPort },
  claim: ReaderClaim,
): Promise<Result<void>> => readerClaims.save([claim])

const isSameLocator = (a: Locator, b: Locator): boolean => a.hash === b.hash && a.words === b.words

function findFault({ position, subject, statement }: NewReaderClaim): string | null {
  if (!positions.includes(position)) return 'position: must be yes, no, partly or unknown'
  for (const [name, text, limit] of [
    ['subject', subject, limits.name],
    ['statement', statement, limits.title],
  ] as const) {
    if (text.trim() === '') return `${name}: must not be empty`
    if (text.length > limit) return `${name}: must have at most ${limit} characters`
  }
  return null
}

/** The day of a time in ISO 8601, as the page states it. */
function readDay(published: string | null): Edtf | null {
  const day = published?.trim().slice(0, 10) ?? ''
  return isEdtfDate(day) ? day : null
}
