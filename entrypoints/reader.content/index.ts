import { defineContentScript } from 'wxt/utils/define-content-script'
import { collectArticle } from '../../utils/page/collect-article'
import { removeLeftovers } from '../../utils/page/element-host'
import { createSession } from './create-session'

export default defineContentScript({
  registration: 'runtime',
  main() {
    // A second injection into the same world finds the first one's marker; a session that ended takes it back.
    const scope = globalThis as { sidelightReader?: true }
    if (scope.sidelightReader || window.top !== window) return
    const collected = collectArticle(document, location.href)
    if (!collected) return
    scope.sidelightReader = true
    removeLeftovers(document)
    createSession(collected, () => {
      delete scope.sidelightReader
    })
  },
})
