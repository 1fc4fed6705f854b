import { useRef, useState } from 'preact/hooks'
import type { ClaimId } from '../../../utils/model/ids'
import type { OpenedQuestion, TimelineFilter } from '../../../utils/model/questions-on-file'
import { inWords } from '../../shared/format-time'
import { useWords, withCount } from '../../shared/words'
import { Timeline } from '../../timeline/Timeline'
import { writePicture } from '../../timeline/write-picture'
import { SaveMenu } from '../SaveMenu'
import { ClaimPanel } from './ClaimPanel'
import { FilterBar } from './FilterBar'
import type { QuestionsActions } from './questions-actions'
import { useFiltered } from './use-filtered'

interface Props {
  opened: OpenedQuestion
  filter: TimelineFilter
  claim: ClaimId | null
  actions: QuestionsActions
  onFilter: (filter: TimelineFilter) => void
  onClaim: (claim: ClaimId | null) => void
}

const day = inWords({ year: 'numeric', month: 'short', day: 'numeric' })

/** A question over time: filters, the timeline, and the claim that was opened. */
export function QuestionTimeline({ opened, filter, claim, actions, onFilter, onClaim }: Props) {
  const t = useWords()
  const root = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const filtered = useFiltered(opened, filter)
  if (!filtered)
    return (
      <p class="empty" role="status">
        {t('library_loading')}
      </p>
    )
  const { points, counts, undated } = filtered
  const picked = claim === null ? undefined : opened.find(claim)
  const point = points.find(each => each.claim === claim || (claim !== null && each.repeats.includes(claim)))
  const source = [opened.title, 'Sidelight', day.format(actions.nowMs())].filter(Boolean).join(' · ')
  const summary = [
    withCount(t, 'questions_claims', filtered.claims.length),
    withCount(t, 'questions_sources', counts.sources),
    withCount(t, 'questions_outlets', counts.outlets),
  ].join(' · ')
  const save = async (kind: 'svg' | 'png') => {
    const drawn = root.current?.querySelector<SVGSVGElement>('.timeline-picture')
    if (!drawn) return
    const { svg, ...size } = writePicture(drawn, {
      title: opened.question.text,
      lines: [summary, t('questions_pictureKey'), source],
    })
    const name = `sidelight-${opened.question.id}.${kind}`
    if (kind === 'svg') actions.saveSvg(name, svg)
    else if (!(await actions.savePng(name, svg, size))) return setSaid(t('questions_notDrawn'))
    setSaid(t('questions_saved', name))
  }
  return (
    <div ref={root}>
      <p class="hint" role="status">
        {summary}
        {filtered.claims.length < opened.claims &&
          ` ${t('questions_ofAll', opened.claims.toLocaleString('en'))}`}
      </p>
      <FilterBar filter={filter} options={filtered.options} years={opened.years} onFilter={onFilter} />
      {filtered.claims.length === 0 && <p class="empty">{t('questions_nothingLeft')}</p>}
      {points.length > 0 && (
        <Timeline
          points={points}
          find={opened.find}
          onPick={onClaim}
          picked={claim}
          readMs={null}
          showsOthers={false}
          onShowOthers={() => {}}
          size="page"
        />
      )}
      {picked && (
        <ClaimPanel
          claim={picked}
          position={
            picked.bearsOn.find(({ question }) => question === opened.question.id)?.position ?? 'unknown'
          }
          repeats={[point?.claim, ...(point?.repeats ?? [])].flatMap(id =>
            id === undefined || id === picked.id ? [] : (opened.find(id) ?? []),
          )}
          onClose={() => {
            onClaim(null)
            root.current?.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus()
          }}
        />
      )}
      {claim !== null && !picked && <p role="alert">{t('questions_claimGone')}</p>}
      {undated.length > 0 && (
        <details class="undated">
          <summary>{withCount(t, 'questions_undated', undated.length)}</summary>
          <ul>
            {undated.slice(0, 100).map(id => (
              <li key={id}>
                <button type="button" class="act" onClick={() => onClaim(id)}>
                  {opened.find(id)?.statement}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {filtered.claims.length > 0 && (
        <SaveMenu
          formats={actions.exportFormats}
          choose={() => ({
            dossier: opened.dossier,
            question: opened.question,
            claims: filtered.claims.flatMap(id => opened.find(id) ?? []),
          })}
        />
      )}
      {points.length > 0 && (
        <p class="acts">
          <button type="button" class="button" onClick={() => save('svg')}>
            {t('questions_saveSvg')}
          </button>
          <button type="button" class="button" onClick={() => save('png')}>
            {t('questions_savePng')}
          </button>
          <span role="status" class="hint">
            {said}
          </span>
        </p>
      )}
    </div>
  )
}
