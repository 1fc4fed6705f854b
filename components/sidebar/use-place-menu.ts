import type { SidebarView } from '../../utils/messaging/protocol'
import { textPercents } from '../../utils/model/sidebar-place'
import type { MenuItem } from '../shared/MenuButton'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

/** The lines of the menu that say how the sidebar stands: text, side, when it opens, room. */
export function usePlaceMenu({ settings }: SidebarView): MenuItem[] {
  const t = useWords()
  const { deeds } = useDeeds()
  const { side, textPercent, isHandleOnly, makesRoom } = settings
  const size = textPercents.indexOf(textPercent)
  const resize = (by: 1 | -1): Pick<MenuItem, 'onPick' | 'isDisabled' | 'staysOpen'> => {
    const next = textPercents[size + by]
    return {
      staysOpen: true,
      isDisabled: next === undefined,
      onPick: () => deeds.saveSettings({ textPercent: next ?? textPercent }),
    }
  }
  return [
    {
      id: 'smaller',
      sign: t('sidebar_menuSmallerSign'),
      label: t('sidebar_menuSmaller'),
      startsGroup: true,
      ...resize(-1),
    },
    {
      id: 'larger',
      sign: t('sidebar_menuLargerSign'),
      label: t('sidebar_menuLarger'),
      hint: t('options_percent', textPercent),
      ...resize(1),
    },
    {
      id: 'side',
      label: t(side === 'right' ? 'sidebar_menuToLeft' : 'sidebar_menuToRight'),
      onPick: () => deeds.saveSettings({ side: side === 'right' ? 'left' : 'right' }),
    },
    {
      id: 'opens',
      label: t('sidebar_menuOpens'),
      isChecked: !isHandleOnly,
      onPick: () =>
        deeds.saveSettings(
          isHandleOnly ? { isHandleOnly: false, isSidebarOpen: true } : { isHandleOnly: true },
        ),
    },
    {
      id: 'room',
      label: t('sidebar_menuMakesRoom'),
      isChecked: makesRoom,
      onPick: () => deeds.saveSettings({ makesRoom: !makesRoom }),
    },
  ]
}
