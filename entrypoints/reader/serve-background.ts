import type { Description, PageState, ReaderRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import type { OfferedPlace } from '../../utils/model/highlight'
import { type Result, succeed } from '../../utils/model/result'
import type { HighlightLook } from '../../utils/model/settings'
import type { createGuide } from './create-guide'
import type { SidebarControl } from './create-sidebar'
import { fitsPattern } from './fits-pattern'

interface Service {
  signal: AbortSignal
  collect: () => PageState
  guide: Pick<ReturnType<typeof createGuide>, 'show' | 'showPlace' | 'step' | 'switchFocus' | 'focusPage'>
  takeLook: (look: HighlightLook, says: boolean) => void
  describe: (place: OfferedPlace | null) => Promise<Result<Description>>
  highlightSelection: () => Promise<boolean>
  compareSelection: () => Promise<boolean>
  sidebar: Pick<SidebarControl, 'toggle' | 'ready' | 'take'>
  refresh: (what: 'highlights' | 'reading') => Promise<void>
  leave: () => void
}

/** Answers the background. Only it reaches a tab's scripts by this way: other pages of ours ask it. */
export function serveBackground(service: Service): void {
  const { guide } = service
  const stop = serve<ReaderRequests>({
    allows: caller => caller.tab === null,
    handlers: {
      'reader/ping': () => succeed(true),
      'page/collect': () => succeed(service.collect()),
      'mark/show': focus => succeed(guide.show(focus)),
      'mark/step': async ({ by, of }) => succeed(await guide.step(by, of)),
      'place/show': ({ place }) => succeed(guide.showPlace(place)),
      'focus/switch': () => succeed(guide.switchFocus()),
      'page/focus': ({ focus }) => succeed(guide.focusPage(focus)),
      'look/changed'({ look, says }) {
        service.takeLook(look, says)
        return succeed(undefined)
      },
      'highlight/describe': ({ place }) => service.describe(place),
      'selection/highlight': async () => succeed(await service.highlightSelection()),
      'selection/compare': async () => succeed(await service.compareSelection()),
      'sidebar/toggle'({ to, isEscape }) {
        service.sidebar.toggle(to, isEscape)
        return succeed(true)
      },
      'sidebar/ready'() {
        service.sidebar.ready()
        return succeed(undefined)
      },
      'place/changed'({ place }) {
        service.sidebar.take(place)
        return succeed(undefined)
      },
      async 'page/refresh'({ what }) {
        await service.refresh(what)
        return succeed(undefined)
      },
      'page/leave'({ removed, granted }) {
        const fits = (pattern: string) => fitsPattern(pattern, location)
        const isOver = removed.some(fits) && !granted.some(fits)
        if (isOver) service.leave()
        return succeed(isOver)
      },
    },
  })
  service.signal.addEventListener('abort', stop)
}
