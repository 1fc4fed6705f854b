import type { PageRequests } from '../../utils/messaging/protocol'
import type { Guards, Handlers } from '../../utils/messaging/serve'
import { isAddressList, isArticleText, isFocus, isJudgement, isNewHighlight } from '../../utils/model/guards'
import { fail, succeed } from '../../utils/model/result'
import { setBadge } from '../../utils/platform/badge'
import { injectReader } from '../../utils/platform/scripts'
import { settingsStore } from '../../utils/platform/settings-store'
import { readArticle } from '../../utils/services/read-article'
import { saveHighlight } from '../../utils/services/save-highlight'
import { findHighlights } from './find-highlights'
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
  'settings/load': isObject,
  'sidebar/remember': request => isObject(request) && typeof request.isOpen === 'boolean',
}

/** What the scripts on pages may ask. */
export const makePageHandlers = ({ corpus, highlights, clock }: Stores): Handlers<PageRequests> => ({
  async 'page/judged'(_request, { tab }) {
    if (tab === null) return fail('page-gone', 'no tab')
    return injectReader(tab)
  },

  async 'article/read'({ article }, { tab }) {
    const reading = await readArticle({ corpus }, article)
    if (tab !== null) {
      const disputed = reading.questions.filter(({ isDisputed }) => isDisputed).length
      await setBadge(tab, reading.claims.length > 0 ? String(reading.claims.length) : '·', disputed > 0)
    }
    return succeed({ reading })
  },

  async 'highlight/find'({ addresses }) {
    return succeed(await findHighlights(highlights, addresses))
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

  async 'settings/load'() {
    return succeed(await settingsStore.load())
  },

  async 'sidebar/remember'({ isOpen }, { isPrivate }) {
    if (!isPrivate) await settingsStore.save({ isSidebarOpen: isOpen })
    return succeed(undefined)
  },
})
