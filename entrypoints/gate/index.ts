import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askFromPage } from '../../utils/messaging/ask'
import type { GateRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import type { Judgement } from '../../utils/model/page-facts'
import { fail, succeed } from '../../utils/model/result'
import { collectFacts } from '../../utils/page/collect-facts'
import { loadGateSnapshot } from '../../utils/platform/gate-snapshot'
import { logFailure } from '../../utils/platform/log'
import { judgePage } from '../../utils/reading/judge-page'

/** What this script and the reader's leave in the world they share: both may be injected again and again. */
interface Scope {
  sidelightGate?: () => Promise<void>
  sidelightReader?: true
  /** The reader's script is to look at the page's text before it shows itself. */
  sidelightWeighs?: boolean
}
const scope = globalThis as Scope

/** The verdicts that need the reader's script. All others end here: the worker is not even woken. */
const isForReader = ({ verdict }: Judgement) => ['known', 'spotted', 'highlighted', 'alike'].includes(verdict)

async function judge(): Promise<Judgement | null> {
  const snapshot = await loadGateSnapshot()
  return snapshot && judgePage(collectFacts(document, location.href), snapshot)
}

/** Judges the page, and tells the background where there is something to show and nobody who shows it yet. */
async function consider(): Promise<void> {
  try {
    const judgement = await judge()
    if (judgement && isForReader(judgement) && !scope.sidelightReader) {
      scope.sidelightWeighs = judgement.verdict === 'alike'
      await askFromPage('page/judged', { judgement })
    }
  } catch (error) {
    logFailure('gate', String(error))
  }
}

async function start(): Promise<void> {
  // A page loaded in advance is judged when somebody looks at it.
  if ((document as { prerendering?: boolean }).prerendering) {
    await new Promise(resolve => document.addEventListener('prerenderingchange', resolve, { once: true }))
  }
  const before = measure()
  await consider()
  if (document.readyState === 'complete') return
  // A page that writes its story after the document stood (many do) gets a second look, once.
  addEventListener('load', () => before !== measure() && consider(), { once: true })
}

/** Other where the page has written something of a story since. */
const measure = () => `${document.title} ${document.getElementsByTagName('p').length}`

export default defineUnlistedScript(() => {
  if (window.top !== window) return
  // Injected again (a grant while the tab was open, the toolbar button): what was decided may be other now.
  if (scope.sidelightGate) {
    scope.sidelightGate()
    return
  }
  scope.sidelightGate = consider
  serve<GateRequests>({
    allows: caller => caller.tab === null,
    handlers: {
      'page/judge': async () => {
        const judgement = await judge()
        return judgement ? succeed(judgement) : fail('not-found', 'no snapshot')
      },
      async 'page/reconsider'() {
        await consider()
        return succeed(undefined)
      },
    },
  })
  start()
})
