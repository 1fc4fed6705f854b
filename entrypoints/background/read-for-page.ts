import type { ReadingPart, ReadingRequest } from '../../utils/messaging/protocol'
import type { Caller } from '../../utils/messaging/serve'
import type { ClaimHere, Reading } from '../../utils/model/reading'
import type { Settings } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { logFailure } from '../../utils/platform/log'
import { settingsStore } from '../../utils/platform/settings-store'
import { hashAddress } from '../../utils/reading/judge-address'
import { siteOf } from '../../utils/reading/site-of'
import { compareForCards } from '../../utils/services/compare-for-cards'
import { keepAddress } from '../../utils/services/keep-address'
import { readInPortions } from '../../utils/services/read-article'
import { recognizePage } from '../../utils/services/recognize-page'
import { dropReading, editionNow, keepReading } from './readings'
import { tellSidebars } from './sidebar-ports'
import { compileGate, modelPortsOf, type Stores } from './stores'
import { takeSpotted } from './visits'

/**
 * Reads an article for a page's reader, and posts what it found portion by portion, until it is done or the page was left.
 * The toolbar button tells how much that is.
 */
export async function readForPage(
  stores: Stores,
  { article, inView }: ReadingRequest,
  { tab, isPrivate }: Caller,
  post: (part: ReadingPart) => void,
  signal: AbortSignal,
): Promise<void> {
  if (tab === null) return
  const { corpus, highlights, readerClaims } = stores
  signal.addEventListener('abort', () => dropReading(tab))
  const edition = editionNow()
  const settings = await settingsStore.load()
  const isShown = isOn(article.addresses, settings)
  const recognized = await recognizePage({ corpus, readerClaims }, article)
  let before: Reading | null = null
  const options = { inView, recognized, isPrivate, signal }
  const reader = modelPortsOf(stores)
  for await (const reading of readInPortions({ corpus, readerClaims, reader }, article, options)) {
    if (signal.aborted) return
    keepReading(tab, article, reading, edition)
    const part = {
      ...takeNew(reading, before),
      isOn: isShown,
      areMarksShown: isShown && settings.areMarksShown,
    }
    const badge = String(reading.claims.length || reading.sentences.length || '·')
    await setBadge(tab, isShown ? badge : '', part.isDisputed)
    if (signal.aborted) return
    post(part)
    // Of the first part and the last the page tells: then its own marks stand too.
    if (reading.modelUse.is === 'reading' && reading.modelUse.read > 0)
      tellSidebars({ name: 'view/changed', event: {} }, tab)
    before = reading
  }
  if (isPrivate) return
  if (isShown) await takeSpotted(stores, article)
  const kept = await keepAddress({ highlights, readerClaims }, article, recognized)
  if (!kept.ok) logFailure('addresses', kept.failure.detail)
  else if (kept.value) await compileGate({ corpus, highlights, readerClaims })
}

/**
 * What a reading has more than the one before it. Not the whole: what is on file is hundreds of kilobytes, and the page's
 * process needs none of it.
 */
function takeNew(reading: Reading, before: Reading | null): Omit<ReadingPart, 'isOn' | 'areMarksShown'> {
  const isAnew = before?.dossier?.id !== reading.dossier?.id || before === null
  const known = new Set(isAnew ? [] : before.sentences.map(({ span }) => span.start))
  return {
    claims: compareForCards(reading.claims.map(withoutNeighbours)),
    sentences: reading.sentences.filter(({ span }) => !known.has(span.start)),
    sentenceCount: reading.sentences.length,
    isAnew,
    questions: Object.fromEntries(reading.questions.map(({ question }) => [question.id, question.text])),
    isDisputed: reading.questions.some(question => question.isDisputed),
  }
}

/** Which claims decided is told in the sidebar alone. */
const withoutNeighbours = (here: ClaimHere): ClaimHere =>
  here.machine
    ? {
        ...here,
        machine: { answers: here.machine.answers.map(each => ({ ...each, neighbours: [] })), voice: [] },
      }
    : here

/** Not where the reader turned Sidelight off: everywhere, on this site, or for this page. */
function isOn([own = '']: string[], settings: Settings): boolean {
  const isDismissed = settings.dismissedAddresses.includes(hashAddress(own) ?? '')
  return !settings.isPaused && !settings.offHosts.includes(siteOf(own)) && !isDismissed
}
