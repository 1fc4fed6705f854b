import type { PageRequests } from '../../utils/messaging/protocol'
import type { Guards, Handlers } from '../../utils/messaging/serve'
import { isAddressList, isArticleText, isFocus, isJudgement, isNewHighlight } from '../../utils/model/guards'
import { fail, succeed } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { injectReader } from '../../utils/platform/scripts'
import { settingsStore } from '../../utils/platform/settings-store'
import { keysOf } from '../../utils/platform/shortcuts'
import { hashAddresses } from '../../utils/reading/judge-address'
import { siteOf } from '../../utils/reading/site-of'
import { compareForCards } from '../../utils/services/compare-for-cards'
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

/** Not where the reader turned Sidelight off: everywhere, on this site, or for this page. */
function isOn(addresses: string[], settings: Settings): boolean {
  const isDismissed = hashAddresses(addresses).some(hash => settings.dismissedAddresses.includes(hash))
  return !settings.isPaused && !settings.offHosts.includes(siteOf(addresses[0] ?? '')) && !isDismissed
}

/** What the scripts on pages may ask. */
export const makePageHandlers = ({
  corpus,
  highlights,
  readerClaims,
  clock,
}: Stores): Handlers<PageRequests> => ({
  async 'page/judged'(_request, { tab, document }) {
    if (tab === null) return fail('page-gone', 'no tab')
    return injectReader(tab, document ?? undefined)
  },

  async 'article/read'({ article }, { tab }) {
    const reading = await readArticle({ corpus, readerClaims }, article)
    const settings = await settingsStore.load()
    const shows = isOn(article.addresses, settings)
    const isDisputed = reading.questions.some(question => question.isDisputed)
    if (tab !== null)
      await setBadge(
        tab,
        shows ? String(reading.claims.length || reading.sentences.length || '·') : '',
        isDisputed,
      )
    // Not the whole reading: what is on file is hundreds of kilobytes, and the page's process needs none of it.
    return succeed({
      claims: compareForCards(reading.claims),
      sentences: reading.sentences,
      questions: Object.fromEntries(reading.questions.map(({ question }) => [question.id, question.text])),
      isDisputed,
      isOn: shows,
      areMarksShown: shows && settings.areMarksShown,
    })
  },

  async 'highlight/find'({ addresses }) {
    return succeed(await highlights.findByAddress(hashAddresses(addresses)))
  },

  async 'highlight/save'({ highlight }) {
    const saved = await saveHighlight({ highlights, clock }, highlight)
    if (saved.ok) await compileGate({ corpus, highlights })
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
