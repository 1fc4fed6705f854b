import { nativeBrowser } from './native-browser'

/** The commands with a description, and the keys the reader's browser has for them; '' where none are set. */
export async function listShortcuts(): Promise<{ description: string; keys: string }[]> {
  const commands = await nativeBrowser().commands.getAll()
  return commands
    .filter(command => command.description)
    .map(({ description = '', shortcut = '' }) => ({ description, keys: shortcut }))
}

/** The keys of one command; '' where none are set. */
export async function keysOf(name: string): Promise<string> {
  const commands = await nativeBrowser().commands.getAll()
  return commands.find(command => command.name === name)?.shortcut ?? ''
}

/** Opens the browser's own page for keys. Firefox has a call for it since 137, Chromium a page that only we may open. */
export async function showShortcutSettings(): Promise<void> {
  const { commands, tabs } = nativeBrowser()
  const { openShortcutSettings } = commands as { openShortcutSettings?: () => Promise<void> }
  if (openShortcutSettings) await openShortcutSettings()
  else await tabs.create({ url: 'chrome://extensions/shortcuts' })
}
