import type { SidebarView } from '../../utils/messaging/protocol'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

/** On a site that Sidelight sees only after a click: the offer to be there always. */
export function GrantOffer({ site }: { site: SidebarView['site'] }) {
  const t = useWords()
  const { deeds } = useDeeds()
  if (site.isGranted || site.host === '') return null
  return (
    <section class="offer">
      <p>{t('sidebar_grantText', site.host)}</p>
      <button type="button" class="button" onClick={() => deeds.grantSite(site.host)}>
        {t('sidebar_grantButton', site.host)}
      </button>
    </section>
  )
}
