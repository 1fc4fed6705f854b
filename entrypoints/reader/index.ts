import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askFromPage } from '../../utils/messaging/ask'
import { collectArticle } from '../../utils/page/collect-article'
import { removeLeftovers } from '../../utils/page/element-host'
import { createSession } from './create-session'

export default defineUnlistedScript(() => {
  // What this script and the gate's leave in the world they share (entrypoints/gate).
  const scope = globalThis as { sidelightReader?: true; sidelightWeighs?: boolean }

  function start(): void {
    // A second injection into the same world finds the first one's marker; a session that ended takes it back.
    if (scope.sidelightReader || window.top !== window) return
    const collected = collectArticle(document, location.href)
    if (!collected) return
    if (scope.sidelightWeighs) {
      scope.sidelightWeighs = false
      askFromPage('page/weigh', { article: collected.article }).then(agrees => {
        if (agrees.ok && agrees.value) start()
      })
      return
    }
    scope.sidelightReader = true
    removeLeftovers(document)
    createSession(collected, () => {
      delete scope.sidelightReader
    })
  }
  start()
})
