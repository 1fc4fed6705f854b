import { askLibrary } from '../../utils/messaging/ask'
import type { LibraryView } from '../../utils/model/library-view'
import { type Result, succeed } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'

/** Brings the library to the front: the tab that it stands in, if it does, else one of its own. */
export async function openLibrary(view?: LibraryView): Promise<Result<void>> {
  const open = await askLibrary('library/show', view ? { view } : {})
  if (open.ok && open.value !== null) {
    const tab = await browser.tabs.update(open.value, { active: true })
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true })
    return succeed(undefined)
  }
  await browser.tabs.create({ url: browser.runtime.getURL(`library.html${view ? `#${view}` : ''}`) })
  return succeed(undefined)
}
