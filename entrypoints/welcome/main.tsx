import { render } from 'preact'
import { Words } from '../../components/shared/words'
import { Welcome } from '../../components/welcome/Welcome'
import type { WelcomeActions } from '../../components/welcome/welcome-actions'
import { askBackground } from '../../utils/messaging/ask'
import { tellOfSites } from '../../utils/messaging/tell-of-sites'
import { nativeBrowser } from '../../utils/platform/native-browser'
import {
  everySite,
  groupByHost,
  hostPatterns,
  listGrantedPatterns,
  removeSites,
  requestSites,
} from '../../utils/platform/permissions'
import { listShortcuts, showShortcutSettings } from '../../utils/platform/shortcuts'
import { translate } from '../../utils/platform/translate'
import '../../components/welcome/welcome.css'

const actions: WelcomeActions = {
  load: async () => {
    const [outlets, patterns, shortcuts] = await Promise.all([
      askBackground('outlet/list', {}),
      listGrantedPatterns(),
      listShortcuts(),
    ])
    const sites = groupByHost(patterns)
    return {
      // Without an answer there are still the news sites to choose from.
      outlets: outlets.ok ? outlets.value : [],
      isEverySite: sites.some(site => site.host === '*'),
      grantedSites: sites.filter(site => site.host !== '*').length,
      shortcuts,
    }
  },
  grantHosts: hosts => tellOfSites(requestSites(hosts.flatMap(host => hostPatterns(`*.${host}`)))),
  grantEverySite: () => tellOfSites(requestSites(everySite)),
  revokeAll: async () => tellOfSites(removeSites(await listGrantedPatterns())),
  persist: () => navigator.storage.persist(),
  changeShortcuts: showShortcutSettings,
  showOptions: () => nativeBrowser().runtime.openOptionsPage(),
}

const root = document.getElementById('app')
if (root) {
  render(
    <Words.Provider value={translate}>
      <Welcome actions={actions} />
    </Words.Provider>,
    root,
  )
}
