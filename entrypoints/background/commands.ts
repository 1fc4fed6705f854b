import { askTab } from '../../utils/messaging/ask'
import { browser } from '../../utils/platform/browser'
import { settingsStore } from '../../utils/platform/settings-store'
import { openLibrary } from './open-library'
import { tellSidebars } from './sidebar-ports'
import { tellLook } from './sites'
import { startReader } from './tabs'

/** The shortcuts. Each starts the reader first: it may be a page that was never spotted. */
const commands: Record<string, (tab: number) => Promise<unknown>> = {
  'toggle-sidebar': tab => askTab(tab)('sidebar/toggle', {}),
  'save-highlight': tab => askTab(tab)('selection/highlight', {}),
  'next-mark': tab => askTab(tab)('mark/step', { by: 1, of: 'marks' }),
  'compare-selection': tab => askTab(tab)('selection/compare', {}),
  'previous-mark': tab => askTab(tab)('mark/step', { by: -1, of: 'marks' }),
  'next-highlight': tab => askTab(tab)('mark/step', { by: 1, of: 'highlights' }),
  'previous-highlight': tab => askTab(tab)('mark/step', { by: -1, of: 'highlights' }),
  'switch-focus': switchFocus,
  'toggle-highlights': toggleHighlights,
}

async function switchFocus(tab: number): Promise<void> {
  const switched = await askTab(tab)('focus/switch', {})
  if (switched.ok && switched.value === 'in sidebar') tellSidebars({ name: 'focus/asked', event: {} }, tab)
}

async function toggleHighlights(tab: number): Promise<void> {
  const settings = await settingsStore.save(({ areHighlightsShown }) => ({
    areHighlightsShown: !areHighlightsShown,
  }))
  await tellLook(settings, tab)
  tellSidebars({ name: 'view/changed', event: {} })
}

/** Runs a shortcut's command on the tab in front. */
export async function runCommand(name: string, tab?: number): Promise<void> {
  if (name === 'open-library') return void (await openLibrary())
  const run = commands[name]
  const target = tab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id
  if (run && target !== undefined && (await startReader(target)).ok) await run(target)
}
