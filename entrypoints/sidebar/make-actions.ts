import type { GrantAnswer, SidebarActions, SidebarNews } from '../../components/sidebar/sidebar-actions'
import { askBackground } from '../../utils/messaging/ask'
import { tellOfSites } from '../../utils/messaging/tell-of-sites'
import { fail, type Result, succeed } from '../../utils/model/result'
import { copyText } from '../../utils/platform/copy-text'
import { nativeBrowser } from '../../utils/platform/native-browser'
import { hostPatterns, requestSites } from '../../utils/platform/permissions'
import { saveAsFile } from '../../utils/platform/save-as-file'
import { connectSidebar } from './connect-sidebar'

/** Firefox gives a page of ours that stands in a frame on a site nothing to ask for permissions with. */
const canAsk = (): boolean => typeof nativeBrowser().permissions?.request === 'function'

/** Opens a page of ours in a tab that asks on a click of its own. When the reader comes back the view is loaded anew. */
function askInTab(host: string): Result<GrantAnswer> {
  const address = nativeBrowser().runtime.getURL(`options.html?grant=${encodeURIComponent(host)}`)
  return window.open(address, '_blank') ? succeed('elsewhere') : fail('not-allowed', 'no tab was opened')
}

/** What a sidebar does, done by asking the background. `tab` is given where the sidebar stands in no page's frame. */
export function makeActions(tab: number | undefined): SidebarActions {
  const inTab = tab === undefined ? {} : { tab }
  let onNews: ((news: SidebarNews) => void) | null = null
  let hangUp: (() => void) | null = null
  const connect = () => {
    hangUp = connectSidebar(news => {
      if (news.name === 'lost') {
        hangUp = null
        onNews?.({ name: 'connection/lost', isForGood: news.isForGood })
      } else if (news.name === 'focus/changed') onNews?.(news)
      else if (news.name === 'focus/asked') onNews?.({ name: 'focus/asked' })
      // Connected anew: what was said in between is not said again.
      else onNews?.({ name: 'view/changed' })
    }, tab)
  }
  return {
    listen: listener => {
      onNews = listener
      if (!hangUp) connect()
      return () => {
        onNews = null
        hangUp?.()
        hangUp = null
      }
    },
    loadView: () => {
      // "Try again" after the port was given up.
      if (onNews && !hangUp) connect()
      return askBackground('view/load', inTab)
    },
    loadQuestion: (question, dossier) => askBackground('question/load', { question, dossier }),
    comparePair: pair => askBackground('pair/compare', pair),
    findWords: words => askBackground('words/find', { words }),
    copy: copyText,
    openArticle: claim => askBackground('article/open', { claim }),
    showClaim: claim => askBackground('mark/show', { ...inTab, claim }),
    showSentence: sentence => askBackground('sentence/show', { ...inTab, sentence }),
    showHighlight: highlight => askBackground('highlight/show', { ...inTab, highlight }),
    changeHighlight: (highlight, change, seen) =>
      askBackground('highlight/change', { highlight, change, seen }),
    citeHighlight: highlight => askBackground('highlight/cite', { ...inTab, highlight }),
    attachHighlight: (highlight, place) => askBackground('highlight/attach', { ...inTab, highlight, place }),
    showPlace: place => askBackground('place/show', { ...inTab, place }),
    listTags: () => askBackground('tag/list', {}),
    listSteps: () => askBackground('journal/list', {}),
    focusPage: focus => askBackground('page/focus', { ...inTab, focus }),
    deleteHighlight: highlight => askBackground('highlight/delete', { highlight }),
    undo: entry => askBackground('journal/undo', { entry }),
    saveClaims: claims => askBackground('claim/save', { ...inTab, claims }),
    deleteClaims: claims => askBackground('claim/delete', { claims }),
    restoreClaims: claims => askBackground('claim/restore', { claims }),
    proposeClaim: origin => askBackground('claim/propose', { ...inTab, origin }),
    makeClaim: (origin, entry, seenMs) => askBackground('claim/make', { ...inTab, origin, entry, seenMs }),
    remarkClaim: (claim, remark) => askBackground('claim/remark', { claim, remark }),
    listDrafts: () => askBackground('draft/list', inTab),
    keepDrafts: drafts => askBackground('draft/keep', { ...inTab, drafts }),
    saveOwnDossier: entry => askBackground('dossier/save-own', { entry }),
    judgePair: (pair, isApart) => askBackground('pair/judge', { ...pair, isApart }),
    dismissPage: isDismissed => askBackground('page/dismiss', { ...inTab, isDismissed }),
    switchSite: (host, isOff) => askBackground('site/switch', { host, isOff }),
    saveSettings: change => askBackground('settings/save', { change }),
    grantSite: async host => {
      if (!canAsk()) return askInTab(host)
      // Nothing may be awaited before this: the browser asks only from within the click.
      const isGranted = await tellOfSites(requestSites(hostPatterns(host)))
      return succeed(isGranted ? 'granted' : 'refused')
    },
    exportBackup: async () => {
      const backup = await askBackground('backup/export', {})
      if (!backup.ok) return backup
      saveAsFile(backup.value.name, [backup.value.text])
      return succeed(backup.value.name)
    },
    openLibrary: view => askBackground('library/open', view ? { view } : {}),
    dismissCare: () => askBackground('care/dismiss', {}),
    openOptions: () => {
      window.open(nativeBrowser().runtime.getURL('options.html'), '_blank')
    },
    close: (isEscape = false) => {
      askBackground('sidebar/close', { ...inTab, isEscape })
    },
  }
}
