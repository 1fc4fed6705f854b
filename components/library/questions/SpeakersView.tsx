import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SpeakerQuestion, Survey } from '../../../utils/model/questions-on-file'
import { kindWords } from '../../shared/model-words'
import { useWords, withCount } from '../../shared/words'
import type { ViewProps } from '../library-actions'
import type { QuestionsActions } from './questions-actions'
import { writePlace } from './questions-place'
import { ReadingLine } from './ReadingLine'
import { SearchLine } from './SearchLine'
import { SpeakerStory } from './SpeakerStory'
import { useReading } from './use-reading'

/** Drawn at once. */
const atOnce = 100

interface Props extends Pick<ViewProps<QuestionsActions>, 'actions' | 'changes'> {
  speaker: string | null
  linkTo: (place: string) => string
}

/** Everybody who is named on file, and how what one of them said changed. */
export function SpeakersView({ actions, changes, speaker, linkTo }: Props) {
  const state = useReading('survey', changes, actions.survey)
  if (state.state !== 'done') return <ReadingLine state={state} />
  return speaker === null ? (
    <SpeakerList survey={state.value} linkTo={linkTo} />
  ) : (
    <OneSpeaker survey={state.value} speaker={speaker} linkTo={linkTo} />
  )
}

function SpeakerList({ survey, linkTo }: { survey: Survey; linkTo: Props['linkTo'] }) {
  const t = useWords()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(atOnce)
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return survey.speakers.filter(({ name }) => name.toLowerCase().includes(wanted))
  }, [survey, search])
  return (
    <>
      {survey.left > 0 && <p class="hint">{t('questions_leftOut', survey.left.toLocaleString('en'))}</p>}
      <SearchLine
        label={t('questions_searchSpeakers')}
        value={search}
        onSearch={setSearch}
        found={withCount(t, 'questions_speakersFound', found.length)}
      />
      <ul class="question-list">
        {found.slice(0, most).map(({ key, name, kind, claims, questions, changed }) => (
          <li key={key}>
            <a href={linkTo(writePlace({ at: 'speakers', speaker: key }))}>{name}</a>
            <p class="hint">
              {[
                t(kindWords[kind]),
                withCount(t, 'questions_claims', claims),
                withCount(t, 'questions_found', questions),
              ].join(' · ')}{' '}
              {changed > 0 && (
                <span class="badge tone-update">{withCount(t, 'questions_changed', changed)}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + atOnce)}>
          {withCount(t, 'sidebar_showMore', Math.min(atOnce, found.length - most))}
        </button>
      )}
    </>
  )
}

function OneSpeaker({
  survey,
  speaker,
  linkTo,
}: {
  survey: Survey
  speaker: string
  linkTo: Props['linkTo']
}) {
  const t = useWords()
  const [rows, setRows] = useState<SpeakerQuestion[] | null>(null)
  useEffect(() => {
    let isLeft = false
    setRows(null)
    survey.openSpeaker(speaker).then(
      found => isLeft || setRows(found),
      // A dossier that was taken in meanwhile brings a new survey.
      () => isLeft || setRows([]),
    )
    return () => {
      isLeft = true
    }
  }, [survey, speaker])
  const entry = survey.speakers.find(({ key }) => key === speaker)
  return (
    <>
      <p>
        <a class="article-link" href={linkTo(writePlace({ at: 'speakers', speaker: null }))}>
          {t('questions_allSpeakers')}
        </a>
      </p>
      <h2 class="story-name">{entry?.name ?? speaker}</h2>
      {rows === null && <p class="empty">{t('library_loading')}</p>}
      {rows?.length === 0 && <p role="alert">{t('questions_nothingOfSpeaker')}</p>}
      {rows && rows.length > 0 && <SpeakerStory rows={rows} linkTo={linkTo} />}
    </>
  )
}
