import { type PartKind, partKinds, type Segment, type Standing } from '../../utils/model/comparison'
import { type MessageKey, useWords } from './words'

/** Each kind's sign and word: what the legend says. */
export const kindLooks: Record<PartKind, { sign: string; word: MessageKey }> = {
  number: { sign: '#', word: 'kind_number' },
  time: { sign: '◷', word: 'kind_time' },
  denial: { sign: '¬', word: 'kind_denial' },
  hedge: { sign: '~', word: 'kind_hedge' },
  name: { sign: '@', word: 'kind_name' },
}

/** How a part stands to the other statement; what only one has needs no second sign. */
const standingLooks: Record<Exclude<Standing, 'same'>, { sign: string; word: MessageKey }> = {
  differs: { sign: '≠', word: 'standing_differs' },
  finer: { sign: '≈', word: 'standing_finer' },
  coarser: { sign: '≈', word: 'standing_coarser' },
  only: { sign: '', word: 'standing_only' },
}

/** What the signs of the kinds that are emphasised mean; nothing where none is. */
export function Legend({ segments }: { segments: readonly Segment[] }) {
  const t = useWords()
  const kinds = partKinds.filter(kind =>
    segments.some(segment => segment.kind === kind && segment.standing !== 'same'),
  )
  if (kinds.length === 0) return null
  return (
    <ul class="legend" aria-label={t('compare_legend')}>
      {kinds.map(kind => (
        <li key={kind}>
          <span class="part-sign" aria-hidden="true">
            {kindLooks[kind].sign}
          </span>{' '}
          {t(kindLooks[kind].word)}
        </li>
      ))}
    </ul>
  )
}

interface Props {
  segments: readonly Segment[]
  /** Plain words make a difference only where most are the same. */
  areNear: boolean
}

/** A statement in which what differs from the other is emphasised: by line, sign and word, never by colour alone. */
export function Emphasis({ segments, areNear }: Props) {
  const t = useWords()
  return (
    <>
      {segments.map(({ text, kind, standing }, index) => {
        if (standing === 'same' || (kind === null && !areNear)) return text
        // Segments never change their order.
        if (kind === null) return <mark key={index}>{text}</mark>
        const looks = standingLooks[standing]
        const said = `${t(kindLooks[kind].word)}, ${t(looks.word)}`
        return (
          <mark key={index} class={`part is-${kind} is-${standing}`} title={said}>
            {text}
            <span class="part-sign" aria-hidden="true">
              {kindLooks[kind].sign}
              {looks.sign}
            </span>
            <span class="unseen">{` (${said})`}</span>
          </mark>
        )
      })}
    </>
  )
}
