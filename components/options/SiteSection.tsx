import { useWords, withCount } from '../shared/words'
import { HostList } from './HostList'
import { Switch } from './Switch'
import type { SectionProps } from './section-props'

/** Where Sidelight may look, and where it shall not. */
export function SiteSection({ data, actions, after }: SectionProps) {
  const t = useWords()
  const { settings, sites, isEverySite } = data
  const say = (done: Promise<boolean>) => after(done.then(is => t(is ? 'options_saved' : 'options_notSaved')))
  const ok = (result: { ok: boolean }) => result.ok
  const remove = (host: string) => {
    const site = sites.find(each => each.host === host)
    if (site) say(actions.removeSite(site))
  }
  return (
    <section>
      <h2>{t('options_sites')}</h2>
      <Switch
        label="options_paused"
        hint="options_pausedHint"
        isOn={settings.isPaused}
        onChange={isPaused => say(actions.saveSettings({ isPaused }).then(ok))}
      />
      <Switch
        label="options_everySite"
        hint="options_everySiteHint"
        isOn={isEverySite}
        onChange={isOn => say(actions.switchEverySite(isOn))}
      />
      <h3>{t('options_granted')}</h3>
      <HostList
        title={withCount(t, 'options_sitesCount', sites.length)}
        empty={isEverySite ? 'options_grantedByEvery' : 'options_noneGranted'}
        hosts={sites.map(site => site.host)}
        button="options_remove"
        buttonName="options_removeHost"
        onPick={remove}
      />
      <h3>{t('options_off')}</h3>
      <HostList
        title={withCount(t, 'options_sitesCount', settings.offHosts.length)}
        empty="options_noneOff"
        hosts={settings.offHosts}
        button="options_switchOn"
        buttonName="options_switchOnHost"
        onPick={host => say(actions.switchOn(host).then(ok))}
      />
    </section>
  )
}
