import { useMemo, useState } from 'preact/hooks'
import { noFilter, type SpeakerQuestion, type SpeakerStatement } from '../../../utils/model/questions-on-file'
import { formatClaimTime } from '../../shared/format-time'
import { positionWords } from '../../shared/model-words'
import { PositionMark, PositionOutline } from '../../shared/PositionMark'
import { RelationBadge } from '../../shared/RelationBadge'
import { useWords, withCount } from '../../shared/words'
import { ClaimPanel } from './ClaimPanel'
import { writePlace } from './questions-place'

interface Props {
  rows: readonly SpeakerQuestion[]
  linkTo: (place: string) => string
}
/** Drawn at once. */
const atOnce = 30

/** One speaker's statements: a row for each question, all on one axis; where the position changed it is said. */
export function SpeakerStory({ rows, linkTo }: Props) {
  const t = useWords()
  const [picked, setPicked] = useState<SpeakerStatement | null>(null)
  const [most, setMost] = useState(atOnce)
  const ends = useMemo(() => {
    const times = rows.flatMap(({ statements }) => statements.flatMap(({ atMs }) => atMs ?? []))
    return {
      from: times.reduce((a, b) => Math.min(a, b), Infinity),
      to: times.reduce((a, b) => Math.max(a, b), -Infinity),
    }
  }, [rows])
  return (
    <div class="story">
      {rows.slice(0, most).map(row => (
        <section key={`${row.dossier} ${row.question.id}`} class="story-row">
          <h3>
            <a
              href={linkTo(
                writePlace({
                  at: 'question',
                  dossier: row.dossier,
                  question: row.question.id,
                  filter: noFilter,
                  claim: null,
                }),
              )}
            >
              {row.question.text}
            </a>
          </h3>
          <StoryStrip row={row} ends={ends} />
          <ol>
            {row.statements.map(statement => (
              <li key={statement.claim.id} class={statement.change ? 'is-changed' : undefined}>
                <PositionMark position={statement.position} />{' '}
                <button
                  type="button"
                  class="act"
                  aria-expanded={picked === statement}
                  onClick={() => setPicked(picked === statement ? null : statement)}
                >
                  {statement.claim.statement}
                </button>
                <p class="hint">
                  {formatClaimTime(t, statement.claim)} · {statement.claim.source.publisher}
                  {statement.repeats.length > 0 && ` ${t('questions_andMore', statement.repeats.length)}`}{' '}
                  {statement.change && (
                    <>
                      <RelationBadge relation={statement.change.relation} />{' '}
                      {t('questions_saidBefore', t(positionWords[statement.change.from]))}
                    </>
                  )}
                </p>
                {picked === statement && (
                  <ClaimPanel
                    claim={statement.claim}
                    position={statement.position}
                    repeats={statement.repeats}
                    onClose={() => setPicked(null)}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {rows.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + atOnce)}>
          {withCount(t, 'sidebar_showMore', Math.min(atOnce, rows.length - most))}
        </button>
      )}
    </div>
  )
}

const widthPx = 600
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear()

/** The same as a picture: time from left to right, a line where the position changed. The list says it in words. */
function StoryStrip({
  row: { statements },
  ends: { from, to },
}: {
  row: SpeakerQuestion
  ends: { from: number; to: number }
}) {
  if (!(to > from)) return null
  const dated = statements.flatMap(statement =>
    statement.atMs === null
      ? []
      : [{ ...statement, x: 8 + ((statement.atMs - from) / (to - from)) * (widthPx - 28) }],
  )
  return (
    <div class="strip" aria-hidden="true">
      <span>{yearOf(from)}</span>
      <svg viewBox={`0 0 ${widthPx} 20`} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        <line class="ground" x1="0" x2={widthPx} y1="10" y2="10" />
        {dated.map(({ claim, change, x }) => {
          const other = change && dated.find(each => each.claim.id === change.claim)
          return (
            other && (
              <line key={`from ${claim.id}`} class="turn" x1={other.x + 6} x2={x + 6} y1="10" y2="10" />
            )
          )
        })}
        {dated.map(({ claim, position, x }) => (
          <g key={claim.id} class={`mark position-${position}`} transform={`translate(${x.toFixed(1)} 4)`}>
            <PositionOutline position={position} />
          </g>
        ))}
      </svg>
      <span>{yearOf(to)}</span>
    </div>
  )
}
