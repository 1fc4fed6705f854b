import { makeLocator, makeLoneLocator } from '../anchoring/make-locator'
import { splitWords } from '../anchoring/words'
import type { ArticleText } from '../model/article-text'
import type { ClaimEntry, ClaimOrigin } from '../model/claim-entry'
import type { Locator } from '../model/dossier'
import { settle } from '../model/failure-error'
import { isWebAddress } from '../model/guards'
import type { Highlight } from '../model/highlight'
import type { ClockPort, CorpusPort } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { fail, type Result, succeed } from '../model/result'
import type { Span } from '../model/span'
import { type FoundOrigin, findOrigin, type OpenPage, type OriginPorts } from './find-origin'
import {
  buildClaim,
  type ClaimPlace,
  findFault,
  findQuestion,
  type SaidOfPassage,
} from './reader-claim-parts'
import { findSaidBefore, listSaidOf, placeInArticle } from './save-reader-claim'

type Ports = OriginPorts & { corpus: CorpusPort; clock: ClockPort }

/** A claim that was made or changed, and what stood there before, by which that is undone. */
export interface MadeClaim {
  claim: ReaderClaim
  before: ReaderClaim | null
}

/**
 * Makes a claim of the reader's of selected words, of a highlight (its page need not be open), or says one anew. Words that
 * nothing finds again on their page are no hindrance: the claim is listed as not placed. Bad input names the part that is wrong; a
 * conflict where the claim was changed since `seenMs`; else as `findOrigin`.
 */
export function makeClaim(
  ports: Ports,
  origin: ClaimOrigin,
  entry: ClaimEntry,
  page: OpenPage | null,
  seenMs: number | null = null,
): Promise<Result<MadeClaim>> {
  return settle(async () => {
    const found = await findOrigin(ports, origin, page)
    if (!found.ok) return found
    const said = toSaid(entry, found.value)
    const fault = findFault(said)
    if (fault) return fail('bad-input', fault)
    const asked = await findQuestion(ports, said.question, said.dossier)
    if (!asked.ok) return asked
    const made = await build(ports, found.value, said, seenMs)
    if (!made.ok) return made
    const saved = await ports.readerClaims.save([made.value.claim])
    return saved.ok ? made : saved
  })
}

async function build(
  ports: Ports,
  found: FoundOrigin,
  said: SaidOfPassage,
  seenMs: number | null,
): Promise<Result<MadeClaim>> {
  if (found.from === 'claim') {
    const before = found.claim
    if (seenMs !== null && before.modifiedMs !== seenMs)
      return fail('conflict', `${before.id} was changed meanwhile`)
    return succeed({ claim: buildClaim(ports.clock, before, said, before), before })
  }
  const place = found.from === 'passage' ? placePassage(found.article, found.span) : placeHighlight(found)
  if (!place.ok) return place
  const { addresses, statedAddresses = [], outlet } = place.value
  const known = await listSaidOf(ports, { addresses: [...addresses, ...statedAddresses], outlet })
  const before = findSaidBefore(known, { ...said, locator: place.value.locator })
  return succeed({ claim: buildClaim(ports.clock, place.value, said, before), before: before ?? null })
}

/** A speaker without a name is the outlet itself; then nobody told it anything. */
function toSaid(entry: ClaimEntry, found: FoundOrigin): SaidOfPassage {
  const { statement, speaker, about, subject, dossier, question, position } = entry
  const name = speaker?.name.trim() ?? ''
  const via = entry.chain.map(member => member.trim()).filter(Boolean)
  const chain = via[0] === name ? via : [name, ...via]
  const highlight = found.from === 'highlight' ? found.highlight.id : undefined
  const kept = found.from === 'claim' ? found.claim.highlight : highlight
  return {
    statement,
    about,
    subject,
    dossier,
    question,
    position,
    ...(speaker && name !== '' && { speaker: { ...speaker, name }, chain }),
    ...(kept && { highlight: kept }),
  }
}

const noWords = () => fail('bad-input', 'passage: has no words')

function placePassage(article: ArticleText, span: Span): Result<ClaimPlace> {
  if (!article.addresses.some(isWebAddress))
    return fail('bad-input', 'addresses: must have a web address (http or https)')
  const locator = locate(article, span)
  return locator ? succeed(placeInArticle(article, locator)) : noWords()
}

/** As short as tells it from all others in the story; else all of it, for a page that has it once. */
const locate = ({ text, story }: ArticleText, span: Span): Locator | null =>
  makeLocator(splitWords(text, story), span) ?? makeLoneLocator(text, span)

function placeHighlight({
  highlight,
  article,
  span,
}: Extract<FoundOrigin, { from: 'highlight' }>): Result<ClaimPlace> {
  const { addresses, statedAddresses = [], title, outlet } = highlight
  const [own, ...more] = addresses.filter(isWebAddress)
  if (own === undefined) return fail('bad-input', 'addresses: the highlight has none')
  const locator = article && span ? locate(article, span) : locateQuote(highlight)
  if (!locator) return noWords()
  const published = article && placeInArticle(article, locator).published
  return succeed({
    addresses: [own, ...more],
    statedAddresses,
    title: title || (article?.title ?? ''),
    outlet: outlet || (article?.outlet ?? ''),
    published,
    locator,
  })
}

/** What stands around it tells where its first and last words begin and end. */
function locateQuote({ selectors: [{ prefix, exact, suffix }] }: Highlight): Locator | null {
  const start = prefix.length
  return makeLoneLocator(prefix + exact + suffix, { start, end: start + exact.length })
}
