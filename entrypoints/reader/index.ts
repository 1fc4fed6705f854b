import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askFromPage } from '../../utils/messaging/ask'
import type { ArticleText } from '../../utils/model/article-text'
import { removeLeftovers } from '../../utils/page/element-host'
import { world } from '../../utils/page/shared-world'
import { collectNow } from './create-placement'
import { createSession } from './create-session'

async function start(): Promise<void> {
  const starting = new AbortController()
  const forget = () => {
    delete world.sidelightReader
  }
  world.sidelightReader = {
    leave() {
      starting.abort()
      forget()
    },
  }
  const collected = await collectNow(starting.signal)
  if (starting.signal.aborted) return
  if (!collected || !(await isWanted(collected.article))) return forget()
  if (starting.signal.aborted) return
  removeLeftovers(document)
  world.sidelightReader = createSession(collected, forget)
}

/** Where only an address like the page's is on file, the page's text decides. */
async function isWanted(article: ArticleText): Promise<boolean> {
  if (!world.sidelightWeighs) return true
  world.sidelightWeighs = false
  const agrees = await askFromPage('page/weigh', { article })
  return agrees.ok && agrees.value
}

export default defineUnlistedScript(() => {
  if (window.top !== window) return
  // A second injection into the same world finds the first one, and waits until its session stands: who injects it has
  // something to ask of it. A session that ended leaves nothing.
  if (!world.sidelightReader) world.sidelightStart = start()
  return world.sidelightStart
})
