import { useEffect, useState } from 'preact/hooks'
import type { FilteredTimeline, OpenedQuestion, TimelineFilter } from '../../../utils/model/questions-on-file'

/** What a question says under a filter. Until that is made, what it said under the one before; null at first. */
export function useFiltered(opened: OpenedQuestion, filter: TimelineFilter): FilteredTimeline | null {
  const [filtered, setFiltered] = useState<FilteredTimeline | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    opened.filter(filter, stopping.signal).then(made => {
      if (made.ok && !stopping.signal.aborted) setFiltered(made.value)
    })
    return () => stopping.abort()
  }, [opened, filter])
  return filtered
}
