import { askFromPage } from '../../utils/messaging/ask'
import type { Judgement, PageFacts } from '../../utils/model/page-facts'
import { collectFacts } from '../../utils/page/collect-facts'
import { findStoryInView } from '../../utils/page/find-story-in-view'
import { holdsParagraphs } from '../../utils/page/holds-paragraphs'
import { createBelief, createMemory, isShared, rememberSwap } from '../../utils/page/page-memory'
import { type PageSight, world } from '../../utils/page/shared-world'
import { type LookResult, watchChanges } from '../../utils/page/watch-changes'
import { watchNavigation } from '../../utils/page/watch-navigation'
import { loadGateSnapshot } from '../../utils/platform/gate-snapshot'
import { logFailure } from '../../utils/platform/log'
import { isExtensionAlive } from '../../utils/platform/native-browser'
import { listHashes } from '../../utils/reading/judge-address'
import { judgePage } from '../../utils/reading/judge-page'

/** So long an old story may stand under a new address before it is taken to be that address's, ms. */
const patienceMs = 5_000
/** A story that took another's place so shortly before the address changed came with that address, ms. */
const togetherMs = 3_000

/** The verdicts that need the reader's script. All others end here: the worker is not even woken. */
const isForReader = ({ verdict }: Judgement) => ['known', 'spotted', 'highlighted', 'alike'].includes(verdict)

const endReader = () => world.sidelightReader?.leave()

/**
 * Judges the page, and each that takes its place in the same document: at another address, or another story under the
 * same one. Tells the background where there is something to show and nobody who shows it yet.
 */
export function createKeeper() {
  const memory = createMemory()
  /** What was judged last; null before the first time, and where the page was left since. */
  let judged: PageFacts | null = null
  /** The story of the page that was left: as long as it still stands, the new one has not come. */
  let left: { paragraphs: string[]; untilMs: number } | null = null
  /** When the story that stands here took another's place under the same address. */
  let swappedMs = 0
  let measured = ''
  /** Which page it is, counted: answers about an earlier one are dropped. */
  let page = 0
  let lastTold: Promise<unknown> = Promise.resolve()
  let root = document.documentElement
  const life = new AbortController()
  let listening = new AbortController()

  const collect = () => collectFacts(document, location.href, memory)

  async function judge(facts = collect()): Promise<Judgement | null> {
    const snapshot = await loadGateSnapshot(listHashes([facts.address, ...facts.statedAddresses]))
    return snapshot && judgePage(facts, snapshot)
  }

  async function consider(facts = collect()): Promise<void> {
    judged = facts
    const mine = page
    try {
      const judgement = await judge(facts)
      if (!judgement || !isForReader(judgement)) return
      // One after the other: a reader that was asked for an earlier page is gone before the next is asked for.
      lastTold = lastTold.then(async () => {
        if (mine !== page || world.sidelightReader) return
        world.sidelightWeighs = judgement.verdict === 'alike'
        await askFromPage('page/judged', { judgement })
        if (mine !== page) endReader()
        // It may have come while looks were seldom: the page of a session is looked at more often.
        else lookSoon()
      })
      await lastTold
    } catch (error) {
      logFailure('gate', String(error))
    }
  }

  /** What shows the old page goes, at once. */
  function leave(): void {
    page += 1
    judged = null
    endReader()
  }

  /** Other where the page has written something of a story since. Cheap: most changes of most pages are none. */
  function measure(): string {
    const { title, body } = document
    return `${title} ${document.getElementsByTagName('p').length} ${body?.textContent?.length}`
  }
  const holdsSeveral = () => document.getElementsByTagName('h1').length > 1

  function lookNow(): LookResult {
    if (!isExtensionAlive()) {
      // Reloaded or removed under the page: a new version sends a gate of its own.
      life.abort()
      listening.abort()
      return 'vain'
    }
    checkAddress()
    const before = measured
    measured = measure()
    const isUnchanged = measured === before
    if (left) {
      if (Date.now() < left.untilMs && (isUnchanged || holdsParagraphs(document, left.paragraphs)))
        return 'again'
      left = null
    }
    // Written anew by `document.open`, which takes all listeners away too, or put in the old one's place.
    const isRewritten = root !== document.documentElement
    if (judged && isUnchanged && !isRewritten && !holdsSeveral()) return 'vain'
    const { paragraphs = [] } = judged ?? {}
    const isOther = paragraphs.length > 1 && !holdsParagraphs(document, paragraphs)
    if (isOther) {
      rememberSwap(memory, location.href)
      swappedMs = Date.now()
    }
    if (isOther || isRewritten) leave()
    if (isRewritten) listen()
    const isFirst = !judged
    const facts = collect()
    if (world.sidelightReader) judged = facts
    else if (JSON.stringify(facts) !== JSON.stringify(judged)) consider(facts)
    return isFirst ? 'worth' : 'vain'
  }

  const look = async (): Promise<LookResult> => {
    try {
      const result = lookNow()
      // The same page still: what reads it looks whether it says something else now.
      return result === 'vain' ? ((await world.sidelightReader?.look?.()) ?? result) : result
    } catch (error) {
      // A page can put its own elements in the place of the document's methods (<img name="getElementsByTagName">).
      logFailure('gate', String(error))
      return 'vain'
    }
  }

  let checkAddress: () => void = () => {}
  function listen(): void {
    listening.abort()
    listening = new AbortController()
    const { signal } = listening
    root = document.documentElement
    checkAddress = watchNavigation(
      window,
      memory,
      kind => {
        if (kind === 'moved') {
          const { paragraphs = [] } = left ?? judged ?? {}
          const isTogether = Date.now() - swappedMs < togetherMs
          left = isTogether ? null : { paragraphs, untilMs: Date.now() + patienceMs }
        }
        leave()
        lookSoon()
      },
      signal,
    )
    // Only where scrolling leads from one story to the next.
    document.addEventListener('scroll', () => holdsSeveral() && lookSoon(), {
      signal,
      capture: true,
      passive: true,
    })
  }
  let lookSoon = () => {}
  async function start(): Promise<void> {
    // A page loaded in advance is judged when somebody looks at it.
    if ((document as { prerendering?: boolean }).prerendering) {
      await new Promise(resolve => document.addEventListener('prerenderingchange', resolve, { once: true }))
    }
    listen()
    lookSoon = watchChanges([document], look, life.signal)
    look()
  }
  start()

  return {
    judge: () => judge(),
    consider: async () => {
      if (!left) await consider()
    },
    sight: (): PageSight => ({
      believe: createBelief(memory, location.href),
      isAddressShared: isShared(memory, location.href),
      inView: findStoryInView(document.documentElement),
    }),
  }
}
