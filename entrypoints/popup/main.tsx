import { render } from 'preact'
import { Popup } from '../../components/popup/Popup'
import type { PopupActions } from '../../components/popup/popup-actions'
import { Words } from '../../components/shared/words'
import { askBackground } from '../../utils/messaging/ask'
import { tellOfSites } from '../../utils/messaging/tell-of-sites'
import { fail, type Result } from '../../utils/model/result'
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

/** Asks about the tab; fails where there is none. */
async function onTab<T>(ask: (tab: number) => Promise<Result<T>>): Promise<Result<T>> {
  const id = await tab
  return id === undefined ? fail('page-gone', 'no tab') : ask(id)
}
const close = (): void => {
  if (!named) window.close()
}

const actions: PopupActions = {
  inspect: () => onTab(id => askBackground('page/inspect', { tab: id })),
  open: async () => {
    const result = await onTab(id => askBackground('page/compare', { tab: id }))
    if (result.ok) close()
    return result
  },
  findSelected: async () => {
    const result = await onTab(id => askBackground('selection/compare', { tab: id }))
    if (result.ok && result.value) close()
    return result
  },
  grantSite: host => tellOfSites(requestSites(hostPatterns(host))),
  takeDismissalBack: () => onTab(id => askBackground('page/dismiss', { tab: id, isDismissed: false })),
  switchSite: (host, isOff) => askBackground('site/switch', { host, isOff }),
  setPaused: async isPaused => {
    const result = await askBackground('settings/save', { change: { isPaused } })
    return result.ok ? { ok: true, value: undefined } : result
  },
  showLibrary: async () => {
    await askBackground('library/open', {})
    close()
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
