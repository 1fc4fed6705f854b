import { askLibrary } from '../../utils/messaging/ask'
import type { ArticleText } from '../../utils/model/article-text'
import type { AnchorState } from '../../utils/model/highlight'
import { asHighlightId } from '../../utils/model/ids'
import { logFailure } from '../../utils/platform/log'
import { settingsStore } from '../../utils/platform/settings-store'
import { keepStates, rememberSpotted } from '../../utils/services/remember-visit'
import type { Stores } from './stores'

/** Keeps how a page's highlights stand, for the library's "edited since". Not for private windows. */
export async function takeStates(
  stores: Stores,
  states: { highlight: string; state: AnchorState }[],
): Promise<void> {
  const kept = await keepStates(
    stores,
    states.map(({ highlight, state }) => ({ highlight: asHighlightId(highlight), state })),
  )
  if (!kept.ok) logFailure('states', kept.failure.detail)
  else if (kept.value) askLibrary('library/changed', { what: 'visits' })
}

/** Notes an article that was read, where the reader wants a history. Not for private windows. */
export async function takeSpotted(stores: Stores, article: ArticleText): Promise<void> {
  const kept = await rememberSpotted({ ...stores, settings: settingsStore }, article)
  if (!kept.ok) logFailure('history', kept.failure.detail)
  else if (kept.value) askLibrary('library/changed', { what: 'visits' })
}
