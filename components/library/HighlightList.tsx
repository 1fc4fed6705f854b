import { useMemo } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import { memo } from '../shared/memo'
import { useWords, withCount } from '../shared/words'
import type { HighlightGroup } from './arrange-highlights'
import { chunkRows, type RowPart, rowsPerChunk } from './chunk-rows'
import { HighlightRow, type RowContext } from './HighlightRow'
import type { HighlightsState } from './highlights-state'
import { useInView } from './use-in-view'

type Ids = ReadonlySet<HighlightId>

interface ListProps {
  groups: readonly HighlightGroup[]
  hasHeadings: boolean
  sayGroup: (key: string, first: Highlight) => string
  context: RowContext
  picked: Ids
  opened: Ids
  edits: Pick<HighlightsState, 'drafts' | 'unsaved' | 'conflicts'>
}

/** Rows of a list that may be very long: only what is in view, and a little around it, is drawn. */
export function HighlightList({ groups, hasHeadings, ...rest }: ListProps) {
  const chunks = useMemo(() => chunkRows(groups, hasHeadings), [groups, hasHeadings])
  const of = useMemo(() => groups.reduce((sum, { highlights }) => sum + highlights.length, 0), [groups])
  return (
    <>
      {chunks.map((parts, index) => (
        <Chunk key={index} parts={parts} of={of} isFirst={index === 0} {...rest} />
      ))}
    </>
  )
}

interface ChunkProps extends Omit<ListProps, 'groups' | 'hasHeadings'> {
  parts: RowPart[]
  of: number
  isFirst: boolean
}

/** A row before any was drawn, px. */
const guessedPx = 132

const Chunk = memo(function Chunk({ parts, of, isFirst, ...props }: ChunkProps) {
  const { element, isNear, height } = useInView(isFirst)
  const rows = parts.reduce((sum, { highlights }) => sum + highlights.length, 0)
  const known = rows === rowsPerChunk ? height.current : null
  return (
    <div
      class="chunk"
      ref={element}
      style={isNear ? undefined : { height: `${known ?? rows * guessedPx}px` }}
    >
      {isNear && parts.map(part => <Part key={part.key} part={part} of={of} {...props} />)}
    </div>
  )
})

function Part({ part, of, ...props }: Omit<ChunkProps, 'parts' | 'isFirst'> & { part: RowPart }) {
  const { sayGroup, context, picked, opened, edits } = props
  const t = useWords()
  const { heading, highlights, start } = part
  return (
    <>
      {heading && (
        <h2 class="group-head">
          {sayGroup(heading.key, heading.first)}{' '}
          <span class="tab-count">{withCount(t, 'library_highlights', heading.count)}</span>
        </h2>
      )}
      <ul class="rows" aria-label={t('library_tabHighlights')}>
        {highlights.map((highlight, index) => (
          <HighlightRow
            key={highlight.id}
            highlight={highlight}
            context={context}
            place={start + index + 1}
            of={of}
            isPicked={picked.has(highlight.id)}
            isOpen={opened.has(highlight.id)}
            draft={edits.drafts.get(highlight.id)}
            failure={edits.unsaved.get(highlight.id)}
            conflict={edits.conflicts.get(highlight.id)}
          />
        ))}
      </ul>
    </>
  )
}
