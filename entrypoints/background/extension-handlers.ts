import { askTab } from '../../utils/messaging/ask'
import type { ExtensionRequests, SidebarView } from '../../utils/messaging/protocol'
import type { Caller, Handlers } from '../../utils/messaging/serve'
import { fail, type Result, succeed } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { hostPatterns } from '../../utils/platform/permissions'
import { settingsStore } from '../../utils/platform/settings-store'
import { hashAddress } from '../../utils/reading/judge-address'
import { changeNote, deleteHighlight, undoStep } from '../../utils/services/change-highlight'
import { exportBackup } from '../../utils/services/export-backup'
import { importFile } from '../../utils/services/import-file'
import { listOutletHosts } from '../../utils/services/list-outlet-hosts'
import { loadQuestion } from '../../utils/services/load-question'
import { readArticle } from '../../utils/services/read-article'
import { seed } from './lifecycle'
import { tellSidebars } from './sidebar-ports'
import { askAllTabs, reconcileSites } from './sites'
import { compileGate, type Stores } from './stores'
import { inspectTab, startReader, tabOf } from './tabs'

/** What the extension's own pages may ask. */
export function makeExtensionHandlers(stores: Stores): Handlers<ExtensionRequests> {
  const { corpus, highlights, clock } = stores
  const backup = { corpus, highlights, clock, settings: settingsStore }

  /** Highlights, switches or dossiers are other than they were: gate, pages and sidebars hear of it. */
  async function announce(): Promise<void> {
    await compileGate(stores)
    tellSidebars({ name: 'view/changed', event: {} })
    await askAllTabs('page/refresh', {})
  }

  const afterwards = async <T>(done: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await done
    if (result.ok) await announce()
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
    async 'view/load'({ tab: named }, caller) {
      const tab = tabOf(named, caller.tab)
      if (!tab.ok) return tab
      const page = await askTab(tab.value)('page/collect', {})
      return page.ok ? succeed(await makeView(stores, page.value, caller.isPrivate)) : page
    },

    'question/load': ({ question, dossier }) => loadQuestion({ corpus }, question, dossier),

    'mark/show': ({ tab, claim }, caller) => tell(tab, caller, ask => ask('mark/show', { claim })),
    'highlight/show': ({ tab, highlight }, caller) =>
      tell(tab, caller, ask => ask('mark/show', { highlight })),
    'highlight/note': ({ highlight, note }) => afterwards(changeNote({ highlights, clock }, highlight, note)),
    'highlight/delete': ({ highlight }) => afterwards(deleteHighlight({ highlights, clock }, highlight)),
    'journal/undo': ({ entry }) => afterwards(undoStep({ highlights }, entry)),

    'pair/judge': ({ a, b, question, isApart }) =>
      afterwards(
        isApart
          ? corpus.savePairVerdict({ a, b, question, atMs: clock.nowMs() })
          : corpus.deletePairVerdict(a, b, question),
      ),

    async 'page/dismiss'({ tab: named, isDismissed }, caller) {
      const tab = tabOf(named, caller.tab)
      if (!tab.ok) return tab
      const page = await askTab(tab.value)('page/collect', {})
      if (!page.ok) return page
      const hashes = page.value.article.addresses.map(hashAddress).filter(hash => hash !== null)
      await settingsStore.save(({ dismissedAddresses }) => {
        const others = dismissedAddresses.filter(hash => !hashes.includes(hash))
        return { dismissedAddresses: isDismissed ? [...others, ...hashes] : others }
      })
      await announce()
      return succeed(undefined)
    },

    async 'site/switch'({ host, isOff }) {
      await settingsStore.save(({ offHosts }) => {
        const others = offHosts.filter(each => each !== host)
        return { offHosts: isOff ? [...others, host] : others }
      })
      await announce()
      return succeed(undefined)
    },

    'settings/load': async () => succeed(await settingsStore.load()),
    async 'settings/save'({ change }) {
      const settings = await settingsStore.save(change)
      await announce()
      return succeed(settings)
    },

    'backup/export': async () => succeed(await exportBackup(backup)),
    'file/import': ({ text }) => afterwards(importFile(backup, text)),

    async 'sidebar/close'({ tab }, caller) {
      if (!caller.isPrivate) await settingsStore.save({ isSidebarOpen: false })
      return tell(tab, caller, ask => ask('sidebar/toggle', { to: 'closed' }))
    },

    'page/inspect': async ({ tab }) => succeed(await inspectTab(tab)),
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
    'outlet/list': async () => {
      await seed(stores)
      return succeed(await listOutletHosts({ corpus }))
    },
    async 'sites/changed'() {
      await reconcileSites()
      return succeed(undefined)
    },
  }
}

type PageState = {
  article: Parameters<typeof readArticle>[1]
  anchors: { highlight: string; state: SidebarView['highlights'][number]['state'] }[]
}

/** Everything the sidebar of a page shows, made anew from the page's text. */
async function makeView(
  { corpus, highlights }: Stores,
  { article, anchors }: PageState,
  isPrivate: boolean,
): Promise<SidebarView> {
  const [reading, saved, settings] = await Promise.all([
    readArticle({ corpus }, article),
    highlights.findByAddress(article.addresses.map(hashAddress).filter(hash => hash !== null)),
    settingsStore.load(),
  ])
  const { host, hostname } = new URL(article.addresses[0] ?? '')
  const states = new Map<string, (typeof anchors)[number]['state']>(
    anchors.map(({ highlight, state }) => [highlight, state]),
  )
  return {
    reading,
    highlights: saved.map(highlight => ({ highlight, state: states.get(highlight.id) ?? 'lost' })),
    site: {
      host,
      isGranted: await browser.permissions.contains({ origins: hostPatterns(hostname) }),
      isPrivate,
      isOff: settings.offHosts.includes(host),
    },
    settings,
  }
}
