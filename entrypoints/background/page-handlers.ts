import type { PageRequests } from '../../utils/messaging/protocol'
import type { Guards, Handlers } from '../../utils/messaging/serve'
import { isAddressList, isArticleText, isFocus, isJudgement, isNewHighlight } from '../../utils/model/guards'
import { fail, succeed } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { injectReader } from '../../utils/platform/scripts'
import { settingsStore } from '../../utils/platform/settings-store'
import { keysOf } from '../../utils/platform/shortcuts'
import { hashAddress } from '../../utils/reading/judge-address'
import { readArticle } from '../../utils/services/read-article'
import { saveHighlight } from '../../utils/services/save-highlight'
import { tellSidebars } from './sidebar-ports'
import { compileGate, type Stores } from './stores'

const isObject = (request: unknown): request is Record<string, unknown> =>
  typeof request === 'object' && request !== null

/** A page's script is untrusted: what it sends is looked at before anything is done with it. */
export const pageGuards: Guards<PageRequests> = {
  'page/judged': request => isObject(request) && isJudgement(request.judgement),
  'article/read': request => isObject(request) && isArticleText(request.article),
  'highlight/find': request => isObject(request) && isAddressList(request.addresses),
  'highlight/save': request => isObject(request) && isNewHighlight(request.highlight),
  'sidebar/focus': isFocus,
  'page/changed': isObject,
  'reader/begin': isObject,
  'sidebar/remember': request => isObject(request) && typeof request.isOpen === 'boolean',
}

/** Not where the reader turned them off: all of them, here, or for this page. */
function areMarksShown(addresses: string[], settings: Settings): boolean {
  const host = new URL(addresses[0] ?? '').host
  const isDismissed = addresses.some(address =>
    settings.dismissedAddresses.includes(hashAddress(address) ?? ''),
  )
  return settings.areMarksShown && !settings.isPaused && !settings.offHosts.includes(host) && !isDismissed
}

/** What the scripts on pages may ask. */
export const makePageHandlers = ({ corpus, highlights, clock }: Stores): Handlers<PageRequests> => ({
  async 'page/judged'(_request, { tab }) {
    if (tab === null) return fail('page-gone', 'no tab')
    return injectReader(tab)
  },

  async 'article/read'({ article }, { tab }) {
    const reading = await readArticle({ corpus }, article)
    const disputed = reading.questions.filter(({ isDisputed }) => isDisputed).length
    if (tab !== null) {
      await setBadge(tab, reading.claims.length > 0 ? String(reading.claims.length) : '·', disputed > 0)
    }
    // Not the whole reading: what is on file is hundreds of kilobytes, and the page's process needs none of it.
    return succeed({
      claims: reading.claims,
      questions: Object.fromEntries(reading.questions.map(({ question }) => [question.id, question.text])),
      isDisputed: disputed > 0,
      areMarksShown: areMarksShown(article.addresses, await settingsStore.load()),
    })
  },

  async 'highlight/find'({ addresses }) {
    const hashes = addresses.map(hashAddress).filter(hash => hash !== null)
    return succeed(await highlights.findByAddress(hashes))
  },

  async 'highlight/save'({ highlight }, { tab }) {
    const saved = await saveHighlight({ highlights, clock }, highlight)
    if (!saved.ok) return saved
    await compileGate({ corpus, highlights, clock })
    if (tab !== null) tellSidebars({ name: 'view/changed', event: {} }, tab)
    return saved
  },

  'sidebar/focus'(focus, { tab }) {
    if (tab !== null) tellSidebars({ name: 'focus/changed', event: focus }, tab)
    return succeed(undefined)
  },

  'page/changed'(_request, { tab }) {
    if (tab !== null) tellSidebars({ name: 'view/changed', event: {} }, tab)
    return succeed(undefined)
  },

  async 'reader/begin'() {
    const [{ isSidebarOpen }, highlightKeys] = await Promise.all([
      settingsStore.load(),
      keysOf('save-highlight'),
    ])
    return succeed({ isSidebarOpen, highlightKeys })
  },

  async 'sidebar/remember'({ isOpen }, { isPrivate }) {
    if (!isPrivate) await settingsStore.save({ isSidebarOpen: isOpen })
    return succeed(undefined)
  },
})
