import type { SidebarView } from '../../utils/messaging/protocol'
import type { Reading } from '../../utils/model/reading'
import { formatYears } from '../shared/format-time'
import { Icon, Logo } from '../shared/Icon'
import { MenuButton, type MenuItem } from '../shared/MenuButton'
import { type Translate, useWords, withCount } from '../shared/words'
import { useDeeds } from './deeds-context'
import { usePlaceMenu } from './use-place-menu'

/** "5 claims in this article bear on 4 questions; 23 claims on file from 11 outlets, 2009–2025." */
function summariseReading(
  t: Translate,
  { claims, questions, sentences, span, recognition }: Reading,
): string {
  const bearing = new Set(questions.flatMap(({ here }) => here.map(({ claim }) => claim)))
  const here =
    bearing.size > 0
      ? withCount(t, 'sidebar_claimsHere', bearing.size, withCount(t, 'sidebar_questions', questions.length))
      : sentences.length > 0
        ? withCount(t, 'sidebar_sentencesHere', sentences.length)
        : t(claims.length > 0 || recognition.how !== 'none' ? 'sidebar_onlyBackground' : 'sidebar_notOnFile')
  if (!span) return t('sidebar_summaryShort', here)
  const outlets = withCount(t, 'sidebar_outlets', span.outlets)
  const years = formatYears(span.from, span.to)
  const onFile = span.isSample
    ? t('sidebar_claimsOfMany', span.claims, outlets, years)
    : withCount(t, 'sidebar_claimsOnFile', span.claims, outlets, years)
  return t('sidebar_summary', here, onFile)
}

/** What can be done with the page, the site and the reader's own things. */
function useMenu(view: SidebarView): MenuItem[] {
  const t = useWords()
  const { deeds } = useDeeds()
  const placeItems = usePlaceMenu(view)
  const { site, settings } = view
  return [
    // Where it was said already, the way back stands in the middle of the sidebar.
    ...(site.isDismissed
      ? []
      : [{ id: 'dismiss', label: t('sidebar_menuNotAboutThis'), onPick: () => deeds.dismissPage(true) }]),
    {
      id: 'off',
      label: t('sidebar_menuOffHere', site.host),
      isChecked: site.isOff,
      onPick: () => deeds.switchSite(site.host, !site.isOff),
    },
    {
      id: 'pause',
      label: t('sidebar_menuPause'),
      isChecked: settings.isPaused,
      onPick: () => deeds.saveSettings({ isPaused: !settings.isPaused }),
    },
    {
      id: 'marks',
      label: t('sidebar_menuMarks'),
      isChecked: settings.areMarksShown,
      startsGroup: true,
      onPick: () => deeds.saveSettings({ areMarksShown: !settings.areMarksShown }),
    },
    {
      id: 'highlights',
      label: t('sidebar_menuHighlights'),
      isChecked: settings.areHighlightsShown,
      onPick: () => deeds.saveSettings({ areHighlightsShown: !settings.areHighlightsShown }),
    },
    ...placeItems,
    { id: 'library', label: t('library_open'), startsGroup: true, onPick: deeds.openLibrary },
    { id: 'export', label: t('sidebar_menuExport'), onPick: deeds.exportBackup },
    { id: 'import', label: t('sidebar_menuImport'), onPick: deeds.openLibrary },
    {
      id: 'info',
      label: t('sidebar_menuInfo'),
      startsGroup: true,
      onPick: () => deeds.dispatch({ do: 'info/opened' }),
    },
  ]
}

function Menu({ view }: { view: SidebarView }) {
  const t = useWords()
  return (
    <MenuButton label={t('sidebar_menu')} items={useMenu(view)}>
      <Icon name="more" />
    </MenuButton>
  )
}

/** The name, the menu and the way out: there in every state, so that the sidebar can always be closed. */
export function SidebarHeader({
  view,
  isShowingReading,
}: {
  view: SidebarView | null
  isShowingReading: boolean
}) {
  const t = useWords()
  const { deeds } = useDeeds()
  return (
    <header class="head">
      <div class="top">
        <p class="logo">
          <Logo /> {t('extensionName')}
        </p>
        {view && <Menu view={view} />}
        <button
          type="button"
          class="icon-button"
          aria-label={t('sidebar_close')}
          title={t('sidebar_close')}
          onClick={() => deeds.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {view && isShowingReading && (
        <>
          <h1>{view.reading.dossier?.title ?? view.reading.title}</h1>
          <p class="summary">{summariseReading(t, view.reading)}</p>
        </>
      )}
    </header>
  )
}
