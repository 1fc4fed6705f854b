import { render } from 'preact'
import { Popup } from '../../components/popup/Popup'
import type { PopupActions } from '../../components/popup/popup-actions'
import { Words } from '../../components/shared/words'
import { askBackground } from '../../utils/messaging/ask'
import { tellOfSites } from '../../utils/messaging/tell-of-sites'
import { fail } from '../../utils/model/result'
import { nativeBrowser } from '../../utils/platform/native-browser'
import { hostPatterns, requestSites } from '../../utils/platform/permissions'
import { translate } from '../../utils/platform/translate'
import '../../components/popup/popup.css'

/** `?tab=` names the tab where the popup's page stands in a tab of its own. */
const named = Number(new URLSearchParams(location.search).get('tab')) || undefined

async function findTab(): Promise<number | undefined> {
  const [tab] = named ? [] : await nativeBrowser().tabs.query({ active: true, currentWindow: true })
  return named ?? tab?.id
}
const tab = findTab()

const actions: PopupActions = {
  inspect: async () => {
    const id = await tab
    return id === undefined ? fail('page-gone', 'no tab') : askBackground('page/inspect', { tab: id })
  },
  open: async () => {
    const id = await tab
    if (id === undefined) return fail('page-gone', 'no tab')
    const result = await askBackground('page/compare', { tab: id })
    if (result.ok && !named) window.close()
    return result
  },
  grantSite: host => tellOfSites(requestSites(hostPatterns(host))),
  takeDismissalBack: async () => {
    const id = await tab
    return id === undefined
      ? fail('page-gone', 'no tab')
      : askBackground('page/dismiss', { tab: id, isDismissed: false })
  },
  switchSite: (host, isOff) => askBackground('site/switch', { host, isOff }),
  setPaused: async isPaused => {
    const result = await askBackground('settings/save', { change: { isPaused } })
    return result.ok ? { ok: true, value: undefined } : result
  },
  showOptions: () => show(nativeBrowser().runtime.getURL('options.html')),
  showWelcome: () => show(nativeBrowser().runtime.getURL('welcome.html')),
}

async function show(url: string): Promise<void> {
  await nativeBrowser().tabs.create({ url })
  window.close()
}

const root = document.getElementById('app')
if (root) {
  render(
    <Words.Provider value={translate}>
      <Popup actions={actions} />
    </Words.Provider>,
    root,
  )
}
