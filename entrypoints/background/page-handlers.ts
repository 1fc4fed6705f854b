import type { PageRequests } from '../../utils/messaging/protocol'
import type { Guards, Handlers } from '../../utils/messaging/serve'
import {
  isArticleText,
  isClaimName,
  isDraggedPlace,
  isFocus,
  isHighlightSearch,
  isJudgement,
  isNewHighlight,
  isRoomWanted,
} from '../../utils/model/guards'
import { fail, succeed } from '../../utils/model/result'
import { placeOf, type Settings } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { logFailure } from '../../utils/platform/log'
import { injectReader, insertRoom } from '../../utils/platform/scripts'
import { settingsStore } from '../../utils/platform/settings-store'
import { keysOf } from '../../utils/platform/shortcuts'
import { takeWanted } from '../../utils/platform/wanted-claims'
import { hashAddress } from '../../utils/reading/judge-address'
import { siteOf } from '../../utils/reading/site-of'
import { compareForCards } from '../../utils/services/compare-for-cards'
import { findHighlights } from '../../utils/services/find-highlights'
import { keepAddress } from '../../utils/services/keep-address'
import { readArticle } from '../../utils/services/read-article'
import { recognizePage } from '../../utils/services/recognize-page'
import { saveHighlight } from '../../utils/services/save-highlight'
import { weighPage } from '../../utils/services/weigh-page'
import { openArticle } from './open-article'
import { tellSidebars } from './sidebar-ports'
import { tellPlace } from './sites'
import { compileGate, type Stores } from './stores'

const isObject = (request: unknown): request is Record<string, unknown> =>
  typeof request === 'object' && request !== null

/** A page's script is untrusted: what it sends is looked at before anything is done with it. */
export const pageGuards: Guards<PageRequests> = {
  'page/judged': request => isObject(request) && isJudgement(request.judgement),
  'article/read': request => isObject(request) && isArticleText(request.article),
  'page/weigh': request => isObject(request) && isArticleText(request.article),
  'highlight/find': isHighlightSearch,
  'highlight/save': request => isObject(request) && isNewHighlight(request.highlight),
  'sidebar/focus': isFocus,
  'page/changed': isObject,
  'reader/begin': isObject,
  'claim/follow': isClaimName,
  'sidebar/remember': request => isObject(request) && typeof request.isOpen === 'boolean',
  'place/remember': request => isObject(request) && isDraggedPlace(request.change),
  'room/prepare': isRoomWanted,
}

/** Not where the reader turned Sidelight off: everywhere, on this site, or for this page. */
function isOn([own = '']: string[], settings: Settings): boolean {
  const isDismissed = settings.dismissedAddresses.includes(hashAddress(own) ?? '')
  return !settings.isPaused && !settings.offHosts.includes(siteOf(own)) && !isDismissed
}

/** What the scripts on pages may ask. */
export function makePageHandlers(stores: Stores): Handlers<PageRequests> {
  const { corpus, highlights, readerClaims, clock } = stores
  return {
    async 'page/judged'(_request, { tab, document }) {
      if (tab === null) return fail('page-gone', 'no tab')
      return injectReader(tab, document ?? undefined)
    },

    async 'article/read'({ article }, { tab, isPrivate }) {
      const recognized = await recognizePage({ corpus, readerClaims }, article)
      const reading = await readArticle({ corpus, readerClaims }, article, recognized)
      if (!isPrivate) {
        const kept = await keepAddress({ highlights, readerClaims }, article, recognized)
        if (!kept.ok) logFailure('addresses', kept.failure.detail)
        else if (kept.value) await compileGate({ corpus, highlights, readerClaims })
      }
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

    'page/weigh': async ({ article }) =>
      succeed(await weighPage({ corpus, highlights, readerClaims }, article)),

    async 'highlight/find'(page) {
      const found = await findHighlights({ highlights }, page)
      return succeed(found.map(({ highlight, tie }) => ({ highlight, isOwn: tie === 'own' })))
    },

    async 'highlight/save'({ highlight }) {
      const saved = await saveHighlight({ highlights, clock }, highlight)
      if (saved.ok) await compileGate({ corpus, highlights, readerClaims })
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

    async 'reader/begin'(_request, { tab }) {
      const [settings, highlightKeys, wanted] = await Promise.all([
        settingsStore.load(),
        keysOf('save-highlight'),
        tab === null ? null : takeWanted(tab, clock.nowMs()),
      ])
      const isSidebarOpen = settings.isSidebarOpen && !settings.isHandleOnly
      return succeed({ isSidebarOpen, place: placeOf(settings), highlightKeys, wanted })
    },

    'claim/follow': ({ claim }, { tab }) => openArticle(stores, claim, tab),

    async 'sidebar/remember'({ isOpen }, { isPrivate }) {
      if (!isPrivate) await settingsStore.save({ isSidebarOpen: isOpen })
      return succeed(undefined)
    },

    async 'place/remember'({ change }, { isPrivate, tab }) {
      if (!isPrivate) await tellPlace(await settingsStore.save(change), tab)
      return succeed(undefined)
    },

    async 'room/prepare'(room, { tab, document }) {
      if (tab === null) return fail('page-gone', 'no tab')
      return insertRoom(tab, document ?? undefined, room)
    },
  }
}
