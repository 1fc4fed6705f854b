import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { collectArticle } from '../../utils/page/collect-article'
import { removeLeftovers } from '../../utils/page/element-host'
import { createSession } from './create-session'

export default defineUnlistedScript(() => {
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
})
