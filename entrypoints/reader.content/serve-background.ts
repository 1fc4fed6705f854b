import type { Focus, PageState, ReaderRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import { succeed } from '../../utils/model/result'

interface Service {
  signal: AbortSignal
  collect: () => PageState
  show: (focus: Focus) => boolean
  step: (by: 1 | -1) => boolean
  highlightSelection: () => Promise<boolean>
  toggle: (to?: 'open' | 'closed') => void
  ready: () => void
  refresh: () => Promise<void>
  leave: () => void
}

/** Answers the background. Only it reaches a tab's scripts by this way: other pages of ours ask it. */
export function serveBackground(service: Service): void {
  const stop = serve<ReaderRequests>({
    allows: caller => caller.tab === null,
    handlers: {
      'page/collect': () => succeed(service.collect()),
      'mark/show': focus => succeed(service.show(focus)),
      'mark/step': ({ by }) => succeed(service.step(by)),
      'selection/highlight': async () => succeed(await service.highlightSelection()),
      'sidebar/toggle'({ to }) {
        service.toggle(to)
        return succeed(true)
      },
      'sidebar/ready'() {
        service.ready()
        return succeed(undefined)
      },
      async 'page/refresh'() {
        await service.refresh()
        return succeed(undefined)
      },
      'page/leave'({ patterns }) {
        if (!patterns || patterns.some(fitsPage)) service.leave()
        return succeed(undefined)
      },
    },
  })
  service.signal.addEventListener('abort', stop)
}

/** Whether a match pattern of the browser (`https://*.example.org/*`) fits this page. Paths are never part of a grant. */
function fitsPage(pattern: string): boolean {
  if (pattern === '<all_urls>') return true
  const [scheme = '', host = ''] = pattern.split('://')
  const name = host.replace(/\/.*$/, '').replace(/:\d+$/, '')
  const hasScheme = scheme === '*' || `${scheme}:` === location.protocol
  const bare = name.replace(/^\*\./, '')
  const hasHost =
    name === '*' ||
    location.hostname === bare ||
    (name.startsWith('*.') && location.hostname.endsWith(`.${bare}`))
  return hasScheme && hasHost
}
