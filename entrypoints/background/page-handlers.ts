import { askLibrary } from '../../utils/messaging/ask'
import type { PageRequests } from '../../utils/messaging/protocol'
import type { Guards, Handlers } from '../../utils/messaging/serve'
import {
  isArticleText,
  isClaimName,
  isDraggedPlace,
  isFocus,
  isHighlightColour,
  isHighlightSearch,
  isJudgement,
  isNewHighlight,
  isRoomWanted,
  isStateList,
} from '../../utils/model/guards'
import { fail, succeed } from '../../utils/model/result'
import { lookOf, placeOf } from '../../utils/model/settings'
import { setBadge } from '../../utils/platform/badge'
import { injectReader, insertRoom } from '../../utils/platform/scripts'
import { settingsStore } from '../../utils/platform/settings-store'
import { keysOf } from '../../utils/platform/shortcuts'
import { takeWanted } from '../../utils/platform/wanted-claims'
import { changeHighlight } from '../../utils/services/change-highlight'
import { findHighlights } from '../../utils/services/find-highlights'
import { saveHighlight } from '../../utils/services/save-highlight'
import { weighPage } from '../../utils/services/weigh-page'
import { openArticle } from './open-article'
import { tellSidebars } from './sidebar-ports'
import { tellLook, tellPlace } from './sites'
import { compileGate, type Stores } from './stores'
import { takeStates } from './visits'

const isObject = (request: unknown): request is Record<string, unknown> =>
  typeof request === 'object' && request !== null

/** A page's script is untrusted: what it sends is looked at before anything is done with it. */
export const pageGuards: Guards<PageRequests> = {
  'page/judged': request => isObject(request) && isJudgement(request.judgement),
  'page/left': isObject,
  'page/weigh': request => isObject(request) && isArticleText(request.article),
  'highlight/find': isHighlightSearch,
  'highlight/save': request =>
    isObject(request) &&
    isNewHighlight(request.highlight) &&
    (request.colour === undefined || isHighlightColour(request.colour)),
  'highlight/placed': request => isObject(request) && isStateList(request.states),
  'sidebar/focus': isFocus,
  'page/changed': isObject,
  'reader/begin': isObject,
  'claim/follow': isClaimName,
  'sidebar/remember': request => isObject(request) && typeof request.isOpen === 'boolean',
  'place/remember': request => isObject(request) && isDraggedPlace(request.change),
  'room/prepare': isRoomWanted,
}

/** What the scripts on pages may ask. */
export function makePageHandlers(stores: Stores): Handlers<PageRequests> {
  const { corpus, highlights, readerClaims, clock } = stores
  return {
    async 'page/judged'(_request, { tab, document }) {
      if (tab === null) return fail('page-gone', 'no tab')
      return injectReader(tab, document ?? undefined)
    },

    async 'page/left'(_request, { tab }) {
      if (tab === null) return succeed(undefined)
      // A sidebar in a tab or panel of its own says that there is nothing to show.
      tellSidebars({ name: 'view/changed', event: {} }, tab)
      await setBadge(tab, '', false)
      return succeed(undefined)
    },

    'page/weigh': async ({ article }) =>
      succeed(await weighPage({ corpus, highlights, readerClaims }, article)),

    async 'highlight/find'(page) {
      const found = await findHighlights({ highlights }, page)
      return succeed(found.map(({ highlight, tie }) => ({ highlight, isOwn: tie === 'own' })))
    },

    async 'highlight/save'({ highlight, colour: chosen }, { isPrivate }) {
      const { colour } = await settingsStore.load()
      const saved = await saveHighlight({ highlights, clock }, highlight, chosen ?? colour)
      if (!saved.ok) return saved
      // A passage that was highlighted before has the colour that was chosen for it now.
      const change = chosen && chosen !== saved.value.colour && { colour: chosen }
      const changed =
        change && (await changeHighlight({ highlights, clock }, saved.value.id, change, saved.value))
      if (changed && !changed.ok) return changed
      if (chosen && chosen !== colour && !isPrivate)
        await tellLook(await settingsStore.save({ colour: chosen }))
      await compileGate({ corpus, highlights, readerClaims })
      askLibrary('library/changed', { what: 'highlights', ids: [saved.value.id] })
      return changed ? succeed(changed.value.highlight) : saved
    },

    async 'highlight/placed'({ states }, { isPrivate }) {
      if (!isPrivate) await takeStates(stores, states)
      return succeed(undefined)
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
      const look = lookOf(settings)
      return succeed({ isSidebarOpen, place: placeOf(settings), look, highlightKeys, wanted })
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
