import { useEffect, useMemo, useState } from 'preact/hooks'
import { positions } from '../../../utils/model/dossier'
import { noFilter, type OutletRow, type Survey } from '../../../utils/model/questions-on-file'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { positionWords } from '../../shared/model-words'
import { PositionShape } from '../../shared/PositionMark'
import { useWords, withCount } from '../../shared/words'
import type { ViewProps } from '../library-actions'
import { ClaimPanel } from './ClaimPanel'
import { FilterMenu } from './FilterMenu'
import type { QuestionsActions } from './questions-actions'
import { type QuestionsPlace, writePlace } from './questions-place'
import { ReadingLine } from './ReadingLine'
import { useReading } from './use-reading'

/** As many as stand beside each other on a page. */
const shownUnasked = 6
/** Rows drawn at once. */
const atOnce = 60

interface Props extends Pick<ViewProps<QuestionsActions>, 'actions' | 'changes'> {
  place: QuestionsPlace & { at: 'outlets' }
  goTo: (place: QuestionsPlace) => void
  linkTo: (place: string) => string
}

/** Questions by outlets: how many sources for each answer each of them carries. */
export function OutletsView({ actions, changes, place, goTo, linkTo }: Props) {
  const state = useReading('survey', changes, actions.survey)
  return state.state === 'done' ? (
    <OutletTable survey={state.value} place={place} goTo={goTo} linkTo={linkTo} />
  ) : (
    <ReadingLine state={state} />
  )
}

interface Opened {
  outlet: string
  row: OutletRow
  claims: ClaimOnFile[]
}

function OutletTable({
  survey,
  place,
  goTo,
  linkTo,
}: Omit<Props, 'actions' | 'changes'> & { survey: Survey }) {
  const t = useWords()
  const [most, setMost] = useState(atOnce)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { outlets: asked, subject } = place
  const keys = useMemo(() => {
    const known = asked.filter(key => survey.outlets.some(outlet => outlet.key === key))
    return known.length > 0 ? known : survey.outlets.slice(0, shownUnasked).map(({ key }) => key)
  }, [survey, asked])
  const [rows, setRows] = useState<OutletRow[] | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    survey.compareOutlets(keys, subject, stopping.signal).then(made => {
      if (made.ok && !stopping.signal.aborted) setRows(made.value)
    })
    return () => stopping.abort()
  }, [survey, keys, subject])
  const options = useMemo(
    () => survey.outlets.map(({ key, name, claims }) => ({ value: key, label: name, claims })),
    [survey],
  )
  const nameOf = (key: string): string => survey.outlets.find(outlet => outlet.key === key)?.name ?? key
  const open = async (outlet: string, row: OutletRow) => {
    const claims = await survey.openCell(outlet, row, subject).catch(() => [])
    setOpened({ outlet, row, claims })
  }
  if (!rows) return <p class="empty">{t('library_loading')}</p>
  const differing = rows.filter(({ isDifferent }) => isDifferent).length
  return (
    <>
      {survey.left > 0 && <p class="hint">{t('questions_leftOut', survey.left.toLocaleString('en'))}</p>}
      <fieldset class="question-filters" aria-label={t('questions_filters')}>
        <FilterMenu
          label={t('questions_outlet')}
          options={options}
          chosen={keys}
          onChoose={outlets => goTo({ ...place, outlets })}
        />
        <label class="filter-year">
          {t('questions_leader')}{' '}
          <select
            value={subject ?? ''}
            onChange={({ currentTarget: { value } }) => goTo({ ...place, subject: value || null })}
          >
            <option value="">{t('questions_anyLeader')}</option>
            {survey.subjects.map(({ value, label, claims }) => (
              <option key={value} value={value}>
                {`${label} (${claims})`}
              </option>
            ))}
          </select>
        </label>
        <span role="status" class="hint">
          {withCount(t, 'questions_differing', differing)}
        </span>
      </fieldset>
      {rows.length === 0 && <p class="empty">{t('questions_nothingLeft')}</p>}
      {rows.length > 0 && (
        // Wider than a narrow window: it scrolls, by keys too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section class="outlet-table" tabIndex={0} aria-label={t('questions_outletTable')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('questions_question')}</th>
                {keys.map(key => (
                  <th scope="col" key={key}>
                    <a href={linkTo(writePlace({ at: 'outlets', outlets: [key], subject }))}>{nameOf(key)}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map(row => (
                <tr key={`${row.dossier} ${row.question.id}`}>
                  <th scope="row">
                    <a
                      href={linkTo(
                        writePlace({
                          at: 'question',
                          dossier: row.dossier,
                          question: row.question.id,
                          filter: { ...noFilter, outlet: keys, subject: subject === null ? [] : [subject] },
                          claim: null,
                        }),
                      )}
                    >
                      {row.question.text}
                    </a>{' '}
                    {row.isDifferent && <span class="badge tone-dispute">{t('questions_differ')}</span>}
                  </th>
                  {row.cells.map((cell, index) => {
                    const outlet = keys[index] ?? ''
                    const said = positions.filter(position => cell[position] > 0)
                    return (
                      <td key={outlet}>
                        {said.length > 0 && (
                          <button type="button" class="cell" onClick={() => open(outlet, row)}>
                            <span class="unseen">{nameOf(outlet)}: </span>
                            {said.map(position => (
                              <span key={position}>
                                <PositionShape position={position} />{' '}
                                <span class="unseen">{t(positionWords[position])} </span>
                                {cell[position]}
                              </span>
                            ))}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + atOnce)}>
          {withCount(t, 'sidebar_showMore', Math.min(atOnce, rows.length - most))}
        </button>
      )}
      {opened && (
        <section class="cell-claims" aria-label={nameOf(opened.outlet)}>
          <h2>{t('questions_cell', nameOf(opened.outlet), opened.row.question.text)}</h2>
          {opened.claims.slice(0, atOnce).map((claim, index) => (
            <ClaimPanel
              key={claim.id}
              claim={claim}
              position={
                claim.bearsOn.find(({ question }) => question === opened.row.question.id)?.position ??
                'unknown'
              }
              isFollowing={index > 0}
              onClose={() => setOpened(null)}
            />
          ))}
        </section>
      )}
    </>
  )
}
