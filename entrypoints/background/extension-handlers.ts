import { askLibrary, askTab } from '../../utils/messaging/ask'
import type { ExtensionRequests } from '../../utils/messaging/protocol'
import type { Caller, Handlers } from '../../utils/messaging/serve'
import type { HighlightId } from '../../utils/model/ids'
import { fail, type Result, succeed } from '../../utils/model/result'
import { lookOf } from '../../utils/model/settings'
import { defaultPlace } from '../../utils/model/sidebar-place'
import { inTurn } from '../../utils/platform/in-turn'
import { settingsStore } from '../../utils/platform/settings-store'
import { hashAddress } from '../../utils/reading/judge-address'
import { siteOfHost } from '../../utils/reading/site-of'
import {
  attachHighlight,
  changeHighlight,
  deleteHighlight,
  listSteps,
  listTags,
  undoStep,
} from '../../utils/services/change-highlight'
import { deleteHighlights, tagHighlights } from '../../utils/services/change-highlights'
import { checkModel } from '../../utils/services/check-model'
import { citeHighlight } from '../../utils/services/cite-highlight'
import { comparePair } from '../../utils/services/compare-pair'
import { findOnFile } from '../../utils/services/find-on-file'
import { importFile } from '../../utils/services/import-file'
import { loadQuestion } from '../../utils/services/load-question'
import { forgetHistory } from '../../utils/services/remember-visit'
import { announce, announceDossiers, announceFile } from './announce'
import { makeArrivalHandlers } from './arrival-handlers'
import { createArrivals } from './arrivals'
import { makeBackupHandlers } from './backup-handlers'
import { makeClaimHandlers } from './claim-handlers'
import { fillVectors } from './fill-vectors'
import { findCitedPlace } from './find-cited-place'
import { inspectPage } from './inspect-page'
import { removeDossier, restoreBundled, seed } from './lifecycle'
import { makeView } from './make-view'
import { openArticle } from './open-article'
import { openLibrary } from './open-library'
import { tellSidebars } from './sidebar-ports'
import { forEachTab, reconcileSites, tellLook, tellPlace } from './sites'
import { modelPortsOf, type Stores } from './stores'
import { startReader, tabOf } from './tabs'

/** What the extension's own pages may ask. */
export function makeExtensionHandlers(
  stores: Stores,
  arrivals = createArrivals(stores),
): Handlers<ExtensionRequests> {
  const { corpus, highlights, readerClaims, visits, model, clock } = stores
  const backup = { ...stores, settings: settingsStore }

  /** A sidebar does not wait for one change before it asks for the next, and each sees what the one before it left. */
  const takeTurn = inTurn()

  /** What a highlight says changes nothing that the gate knows: only pages and sidebars show it. */
  const announceChange = async <T>(
    done: Promise<Result<T>>,
    idsOf: (value: T) => HighlightId[],
  ): Promise<Result<T>> => {
    const result = await done
    if (!result.ok) return result
    await forEachTab(tab => askTab(tab)('page/refresh', { what: 'highlights' }))
    tellSidebars({ name: 'view/changed', event: {} })
    askLibrary('library/changed', { what: 'highlights', ids: idsOf(result.value) })
    return result
  }

  const afterwards = async <T>(
    what: 'highlights' | 'reading',
    done: Promise<Result<T>>,
    idsOf?: (value: T) => HighlightId[],
  ): Promise<Result<T>> => {
    const result = await done
    if (result.ok) await announce(stores, what, idsOf?.(result.value))
    return result
  }

  /** Passes something on to the reader's script of a tab. */
  async function tell(
    named: number | undefined,
    caller: Caller,
    act: (ask: ReturnType<typeof askTab>) => Promise<Result<unknown>>,
  ) {
    const tab = tabOf(named, caller.tab)
    if (!tab.ok) return tab
    const result = await act(askTab(tab.value))
    return result.ok ? succeed(undefined) : result
  }

  return {
    ...makeArrivalHandlers(arrivals),
    ...makeClaimHandlers(stores),
    async 'view/load'({ tab: named }, caller) {
      const tab = tabOf(named, caller.tab)
      return tab.ok ? makeView(stores, tab.value, caller.isPrivate) : tab
    },

    'question/load': ({ question, dossier }) => loadQuestion({ corpus, readerClaims }, question, dossier),

    'pair/compare': pair => comparePair({ corpus, readerClaims }, pair),

    'article/open': ({ claim }, caller) => openArticle(stores, claim, caller.tab),
    'mark/show': ({ tab, claim }, caller) => tell(tab, caller, ask => ask('mark/show', { claim })),
    'highlight/show': ({ tab, highlight }, caller) =>
      tell(tab, caller, ask => ask('mark/show', { highlight })),
    'sentence/show': ({ tab, sentence }, caller) => tell(tab, caller, ask => ask('mark/show', { sentence })),
    'place/show': ({ tab, place }, caller) => tell(tab, caller, ask => ask('place/show', { place })),
    'page/focus': ({ tab, focus }, caller) => tell(tab, caller, ask => ask('page/focus', { focus })),
    async 'highlight/change'({ highlight, change, seen }, { isPrivate }) {
      const changed = await announceChange(
        takeTurn(() => changeHighlight({ highlights, clock }, highlight, change, seen)),
        () => [highlight],
      )
      if (changed.ok && change.colour && !isPrivate)
        await tellLook(await settingsStore.save({ colour: change.colour }))
      return changed
    },
    async 'highlight/attach'({ tab: named, highlight, place }, caller) {
      const tab = tabOf(named, caller.tab)
      const described = tab.ok ? await askTab(tab.value)('highlight/describe', { place }) : tab
      if (!described.ok) return described
      return announceChange(
        takeTurn(() => attachHighlight({ highlights, clock }, highlight, described.value)),
        () => [highlight],
      )
    },
    async 'highlight/cite'({ tab: named, highlight }, caller) {
      const tab = tabOf(named, caller.tab)
      const place = tab.ok ? await findCitedPlace(tab.value, highlight) : null
      return citeHighlight({ highlights }, highlight, place)
    },
    'tag/list': async () => succeed(await listTags({ highlights })),
    'journal/list': async () => succeed(await listSteps({ highlights })),
    'highlight/delete': ({ highlight }) =>
      afterwards('highlights', deleteHighlight({ highlights, clock }, highlight), () => [highlight]),
    async 'highlights/tag'({ highlights: ids, ...tags }) {
      const tagged = await announceChange(
        takeTurn(() => tagHighlights({ highlights, clock }, ids, tags)),
        changed => changed.ids,
      )
      return tagged.ok ? succeed({ entry: tagged.value.entry }) : tagged
    },
    async 'highlights/delete'({ highlights: ids }) {
      const deleted = await afterwards(
        'highlights',
        takeTurn(() => deleteHighlights({ highlights, clock }, ids)),
        gone => gone.ids,
      )
      return deleted.ok ? succeed({ entry: deleted.value.entry }) : deleted
    },
    async 'journal/undo'({ entry }) {
      const undone = await afterwards('highlights', undoStep({ highlights }, entry), step =>
        [...step.before, ...step.after].map(({ id }) => id),
      )
      if (!undone.ok) return undone
      // One of ten thousand is as good for whoever is led to it.
      const [before, after] = [undone.value.before.slice(0, 1), undone.value.after.slice(0, 1)]
      return succeed({ ...undone.value, before, after })
    },

    'words/find': ({ words }, { isPrivate }) => findOnFile(modelPortsOf(stores), words, { isPrivate }),
    async 'selection/compare'({ tab }) {
      const started = await startReader(tab)
      return started.ok ? askTab(tab)('selection/compare', {}) : started
    },

    'pair/judge': ({ a, b, question, isApart }) =>
      afterwards(
        'reading',
        isApart
          ? corpus.savePairVerdict({ a, b, question, atMs: clock.nowMs() })
          : corpus.deletePairVerdict(a, b, question),
      ),

    async 'page/dismiss'({ tab: named, isDismissed }, caller) {
      const tab = tabOf(named, caller.tab)
      if (!tab.ok) return tab
      // On a page that was dismissed before it was loaded only the gate runs.
      const started = await startReader(tab.value)
      const page = started.ok ? await askTab(tab.value)('page/collect', {}) : started
      if (!page.ok) return page
      // By its own address alone: some sites state one address on all of their pages.
      const hash = hashAddress(page.value.article.addresses[0] ?? '')
      await settingsStore.save(({ dismissedAddresses }) => {
        const others = dismissedAddresses.filter(other => other !== hash)
        return { dismissedAddresses: isDismissed && hash !== null ? [...others, hash] : others }
      })
      await announce(stores, 'reading')
      return succeed(undefined)
    },

    async 'site/switch'({ host, isOff }) {
      await settingsStore.save(({ offHosts }) => {
        const site = siteOfHost(host)
        const others = offHosts.filter(each => each !== site)
        return { offHosts: isOff ? [...others, site] : others }
      })
      await announce(stores, 'reading')
      return succeed(undefined)
    },

    'settings/load': async () => succeed(await settingsStore.load()),
    async 'settings/save'({ change }) {
      const settings = await settingsStore.save(change)
      if (!settings.isModelOn) await model.dispose()
      else if (change.isModelOn) fillVectors(stores)
      await tellPlace(settings)
      if (change.historyDays !== undefined) {
        const forgotten = await forgetHistory({ visits, settings: settingsStore, clock })
        if (!forgotten.ok) return forgotten
      }
      askLibrary('library/changed', { what: 'settings' })
      const look = lookOf(settings)
      if (Object.keys(change).some(name => Object.hasOwn(look, name))) await tellLook(settings)
      // Where the sidebar stands, and how highlights look, is nothing that an article has to be read anew for.
      const seen = { ...defaultPlace, ...look }
      if (Object.keys(change).every(name => Object.hasOwn(seen, name))) {
        tellSidebars({ name: 'view/changed', event: {} })
      } else await announce(stores, 'reading')
      return succeed(settings)
    },

    'model/check': async ({ sentences }) =>
      succeed(await checkModel({ model, settings: settingsStore, clock }, sentences)),

    ...makeBackupHandlers(stores),
    async 'file/import'({ text }) {
      const taken = await importFile(backup, text)
      if (!taken.ok) return taken
      await announceFile(stores, taken.value)
      if (taken.value.format === 'dossier') fillVectors(stores)
      return taken
    },

    'sidebar/close': ({ tab, isEscape = false }, caller) =>
      tell(tab, caller, ask => ask('sidebar/toggle', { to: 'closed', isEscape })),

    'page/inspect': async ({ tab }) => succeed(await inspectPage(stores, tab)),
    async 'page/compare'({ tab }) {
      const started = await startReader(tab)
      if (!started.ok) return started
      const opened = await askTab(tab)('sidebar/toggle', { to: 'open' })
      return opened.ok ? succeed(undefined) : fail('page-gone', opened.failure.detail)
    },

    'dossier/list': async () => {
      // Asked for right after install too, before seeding has ended.
      await seed(stores)
      return succeed(await corpus.listDossiers())
    },
    async 'dossier/remove'({ dossier }) {
      const removed = await removeDossier(stores, dossier)
      if (removed.ok) await announceDossiers(stores)
      return removed
    },
    async 'dossier/restore'() {
      await restoreBundled(stores)
      await announce(stores, 'reading')
      fillVectors(stores)
      return succeed(undefined)
    },
    'outlet/list': async () => {
      await seed(stores)
      return succeed(await corpus.listOutletHosts())
    },
    async 'history/clear'() {
      const cleared = await visits.forgetSpotted(Number.POSITIVE_INFINITY)
      if (cleared.ok) askLibrary('library/changed', { what: 'visits' })
      return cleared
    },
    'library/open': ({ view }) => openLibrary(view),
    async 'sites/changed'() {
      await reconcileSites()
      return succeed(undefined)
    },
  }
}
