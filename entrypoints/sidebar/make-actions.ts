import type { SidebarActions, SidebarNews } from '../../components/sidebar/sidebar-actions'
import { askBackground } from '../../utils/messaging/ask'
import { fail, succeed } from '../../utils/model/result'
import { hostPatterns, requestSites } from '../../utils/platform/permissions'
import { saveAsFile } from '../../utils/platform/save-as-file'
import { connectSidebar } from './connect-sidebar'

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
    showClaim: claim => askBackground('mark/show', { ...inTab, claim }),
    showHighlight: highlight => askBackground('highlight/show', { ...inTab, highlight }),
    saveNote: (highlight, note) => askBackground('highlight/note', { highlight, note }),
    deleteHighlight: highlight => askBackground('highlight/delete', { highlight }),
    undo: entry => askBackground('journal/undo', { entry }),
    judgePair: (pair, isApart) => askBackground('pair/judge', { ...pair, isApart }),
    dismissPage: isDismissed => askBackground('page/dismiss', { ...inTab, isDismissed }),
    switchSite: (host, isOff) => askBackground('site/switch', { host, isOff }),
    saveSettings: change => askBackground('settings/save', { change }),
    grantSite: async host => {
      // Nothing may be awaited before this: the browser asks only from within the click.
      const isGranted = await requestSites(hostPatterns(host))
      if (isGranted) await askBackground('sites/changed', {})
      return succeed(isGranted)
    },
    exportBackup: async () => {
      const backup = await askBackground('backup/export', {})
      if (!backup.ok) return backup
      saveAsFile(backup.value.name, backup.value.text)
      return succeed(backup.value.name)
    },
    importFile: async file => {
      const text = await file.text().catch(() => null)
      if (text === null) return fail('not-found', 'the file could not be read')
      const taken = await askBackground('file/import', { text })
      return taken.ok ? succeed(taken.value.report) : taken
    },
    close: () => {
      askBackground('sidebar/close', inTab)
    },
  }
}
