import { useState } from 'preact/hooks'
import type { ClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { PositionMark } from '../shared/PositionMark'
import { useWords, withCount } from '../shared/words'
import { type FindClaim, listVoices, sayRelation, sayTime } from './say-timeline'

/** So many rows are drawn at once: ten thousand would take seconds. */
const rowsAtOnce = 100

interface Props {
  id: string
  points: readonly TimelinePoint[]
  find: FindClaim
  onPick: (claim: ClaimId) => void
}

/** The same as the picture, in words and in the order of time. */
export function TimelineTable({ id, points, find, onPick }: Props) {
  const t = useWords()
  const [most, setMost] = useState(rowsAtOnce)
  // Without an article beside it nothing is compared.
  const hasRelation = points.some(({ isHere, relation }) => isHere || (relation ?? 'related') !== 'related')
  const missing = Math.min(rowsAtOnce, points.length - most)
  return (
    // Wider than a narrow sidebar: it scrolls, by keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section id={id} class="timeline-rows" tabIndex={0} aria-label={t('timeline_asTable')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('timeline_time')}</th>
            <th scope="col">{t('timeline_position')}</th>
            <th scope="col">{t('timeline_who')}</th>
            <th scope="col">{t('timeline_through')}</th>
            <th scope="col">{t('timeline_outlet')}</th>
            {hasRelation && <th scope="col">{t('timeline_relation')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.slice(0, most).map(point => {
            const { who, through, outlets } = listVoices(point, find)
            return (
              <tr key={point.claim}>
                <td>{sayTime(t, point, find)}</td>
                <td>
                  <PositionMark position={point.position} />
                </td>
                <td>
                  <button type="button" class="act" onClick={() => onPick(point.claim)}>
                    {who}
                  </button>
                </td>
                <td>{through}</td>
                <td>{outlets.join(', ')}</td>
                {hasRelation && <td>{sayRelation(t, point)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
      {missing > 0 && (
        <button type="button" class="more" onClick={() => setMost(most + rowsAtOnce)}>
          {withCount(t, 'sidebar_showMore', missing)}
        </button>
      )}
    </section>
  )
}
