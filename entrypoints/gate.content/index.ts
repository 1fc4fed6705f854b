import { defineContentScript } from 'wxt/utils/define-content-script'
import { askFromPage } from '../../utils/messaging/ask'
import type { GateRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import type { Judgement } from '../../utils/model/page-facts'
import { fail, succeed } from '../../utils/model/result'
import { collectFacts } from '../../utils/page/collect-facts'
import { loadGateSnapshot } from '../../utils/platform/gate-snapshot'
import { judgePage } from '../../utils/reading/judge-page'

/** The verdicts that need the reader's script. All others end here: the worker is not even woken. */
const isForReader = ({ verdict }: Judgement) => ['known', 'spotted', 'highlighted'].includes(verdict)

async function judge(): Promise<Judgement | null> {
  const snapshot = await loadGateSnapshot()
  return snapshot && judgePage(collectFacts(document, location.href), snapshot)
}

async function judgeAndTell(): Promise<boolean> {
  const judgement = await judge()
  if (!judgement || !isForReader(judgement)) return false
  await askFromPage('page/judged', { judgement })
  return true
}

export default defineContentScript({
  registration: 'runtime',
  async main() {
    // Another injection into the same world (a grant while the tab was open, the toolbar button) finds this.
    const scope = globalThis as { sidelightGate?: true }
    if (scope.sidelightGate || window.top !== window) return
    scope.sidelightGate = true

    serve<GateRequests>({
      allows: caller => caller.tab === null || caller.isExtensionPage,
      handlers: {
        'page/judge': async () => {
          const judgement = await judge()
          return judgement ? succeed(judgement) : fail('not-found', 'no snapshot')
        },
      },
    })
    const isTold = await judgeAndTell()
    // A page that writes its story after the document stood (many do) gets a second look, once.
    if (!isTold && document.readyState !== 'complete')
      addEventListener('load', () => judgeAndTell(), { once: true })
  },
})
