import { render } from 'preact'
import { GrantPage } from '../../components/options/GrantPage'
import { Options } from '../../components/options/Options'
import type { GrantActions, OptionsActions } from '../../components/options/options-actions'
import { Words } from '../../components/shared/words'
import { createArrivalStore } from '../../utils/corpus/arrival-store'
import { Database } from '../../utils/corpus/database'
import { makeArrivalCalls } from '../../utils/messaging/arrival-calls'
import { askBackground } from '../../utils/messaging/ask'
import { tellOfSites } from '../../utils/messaging/tell-of-sites'
import { succeed } from '../../utils/model/result'
import { nativeBrowser } from '../../utils/platform/native-browser'
import {
  everySite,
  groupByHost,
  hostPatterns,
  listGrantedPatterns,
  removeSites,
  requestSites,
} from '../../utils/platform/permissions'
import { translate } from '../../utils/platform/translate'
import { readWantedHost } from './read-wanted-host'
import '../../components/options/options.css'

async function removeEverySite(): Promise<boolean> {
  const every = groupByHost(await listGrantedPatterns()).find(site => site.host === '*')
  return removeSites(every?.patterns ?? everySite)
}

const actions: OptionsActions = {
  load: async () => {
    const [settings, dossiers, patterns] = await Promise.all([
      askBackground('settings/load', {}),
      askBackground('dossier/list', {}),
      listGrantedPatterns(),
    ])
    if (!settings.ok) return settings
    if (!dossiers.ok) return dossiers
    const sites = groupByHost(patterns)
    return succeed({
      settings: settings.value,
      dossiers: dossiers.value,
      sites: sites.filter(site => site.host !== '*'),
      isEverySite: sites.some(site => site.host === '*'),
    })
  },
  saveSettings: change => askBackground('settings/save', { change }),
  removeSite: site => tellOfSites(removeSites(site.patterns)),
  switchEverySite: isOn => tellOfSites(isOn ? requestSites(everySite) : removeEverySite()),
  switchOn: host => askBackground('site/switch', { host, isOff: false }),
  checkModel: () => askBackground('model/check', {}),
  arrivals: makeArrivalCalls(createArrivalStore(new Database()).add),
  showWelcome: () => {
    nativeBrowser().tabs.create({ url: nativeBrowser().runtime.getURL('welcome.html') })
  },
  showData: () => {
    askBackground('library/open', { view: 'data' })
  },
}

const makeGrantActions = (host: string): GrantActions => ({
  isGranted: () => nativeBrowser().permissions.contains({ origins: hostPatterns(host) }),
  grant: () => tellOfSites(requestSites(hostPatterns(host))),
  // The sidebar's frame opened this tab, so it may close itself.
  close: () => window.close(),
})

const wanted = readWantedHost(location.search)
const root = document.getElementById('app')
if (root) {
  render(
    <Words.Provider value={translate}>
      {wanted ? (
        <GrantPage host={wanted} actions={makeGrantActions(wanted)} />
      ) : (
        <Options actions={actions} />
      )}
    </Words.Provider>,
    root,
  )
}
