import type { SidebarView } from '../../utils/messaging/protocol'
import { sayDay } from '../highlights/say-when'
import { useWords, withCount } from '../shared/words'

interface Props {
  highlights: SidebarView['highlights']
  /** What the page states as its last modification (ISO 8601), or null. */
  pageModified: string | null
}

/**
 * "This article was edited since you marked it": where other words stand in or around highlights than were saved. Only
 * those are known: no copy of the article is kept.
 */
export function EditedNotice({ highlights, pageModified }: Props) {
  const t = useWords()
  const edited = highlights.filter(
    ({ anchoring }) =>
      anchoring.state === 'lost' || anchoring.state === 'changed' || anchoring.around !== undefined,
  )
  if (edited.length === 0) return null
  const sinceMs = Math.min(...edited.map(({ highlight }) => highlight.anchoredMs))
  const statedMs = Date.parse(pageModified ?? '')
  const count = (isCounted: (one: (typeof edited)[number]) => boolean) => edited.filter(isCounted).length
  const counts: [words: string, number][] = [
    ['notes_editedChanged', count(({ anchoring }) => anchoring.state === 'changed')],
    ['notes_editedLost', count(({ anchoring }) => anchoring.state === 'lost')],
    [
      'notes_editedAround',
      count(({ anchoring }) => anchoring.state === 'exact' || anchoring.state === 'moved'),
    ],
  ]
  return (
    <section class="edited">
      <h2>{t('notes_edited')}</h2>
      <p>
        {t(edited.length === 1 ? 'notes_markedOn' : 'notes_markedSince', sayDay(sinceMs))}{' '}
        {statedMs > sinceMs && t('notes_pageSays', sayDay(statedMs))}
      </p>
      <ul>
        {counts.map(([words, number]) => number > 0 && <li key={words}>{withCount(t, words, number)}</li>)}
      </ul>
    </section>
  )
}
