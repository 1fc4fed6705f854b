import type { SidebarView } from '../../utils/messaging/protocol'

/** The same as `after`; what is as it was before is the same object, so that it is not drawn anew. */
export function shareView(before: SidebarView | null, after: SidebarView): SidebarView {
  if (!before) return after
  const known = new Map(before.highlights.map(one => [one.highlight.id, one]))
  return {
    ...after,
    highlights: after.highlights.map(one => share(known.get(one.highlight.id), one)),
    settings: {
      ...after.settings,
      colourNames: share(before.settings.colourNames, after.settings.colourNames),
    },
  }
}

const share = <T>(before: T | undefined, after: T): T =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after
