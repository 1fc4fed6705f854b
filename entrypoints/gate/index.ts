import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { GateRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import { fail, succeed } from '../../utils/model/result'
import { world } from '../../utils/page/shared-world'
import { createKeeper } from './create-keeper'

export default defineUnlistedScript(() => {
  if (window.top !== window) return
  // Injected again (a grant while the tab was open, the toolbar button): what was decided may be other now.
  if (world.sidelightGate) {
    world.sidelightGate.consider()
    return
  }
  const keeper = createKeeper()
  world.sidelightGate = keeper
  serve<GateRequests>({
    allows: caller => caller.tab === null,
    handlers: {
      'page/judge': async () => {
        const judgement = await keeper.judge()
        return judgement ? succeed(judgement) : fail('not-found', 'no snapshot')
      },
      async 'page/reconsider'() {
        await keeper.consider()
        return succeed(undefined)
      },
    },
  })
})
