import { useMemo } from 'preact/hooks'
import { failureWords } from '../shared/model-words'
import { type MessageKey, useWords } from '../shared/words'
import type { ViewProps } from './library-actions'
import { OutletsView } from './questions/OutletsView'
import { QuestionList } from './questions/QuestionList'
import { QuestionTimeline } from './questions/QuestionTimeline'
import type { QuestionsActions } from './questions/questions-actions'
import { type QuestionsPlace, readPlace, writePlace } from './questions/questions-place'
import { ReadingLine } from './questions/ReadingLine'
import { SpeakersView } from './questions/SpeakersView'
import { useReading } from './questions/use-reading'
import { useLoaded } from './use-loaded'

const linkTo = (place: string): string => (place ? `#questions/${encodeURIComponent(place)}` : '#questions')
const ways: { name: MessageKey; place: QuestionsPlace; at: QuestionsPlace['at'][] }[] = [
  { name: 'questions_byQuestion', place: { at: 'questions' }, at: ['questions', 'question'] },
  { name: 'questions_bySpeaker', place: { at: 'speakers', speaker: null }, at: ['speakers'] },
  { name: 'questions_byOutlet', place: { at: 'outlets', outlets: [], subject: null }, at: ['outlets'] },
]

/** Everything on file over time: by question, by speaker, by outlet. The address says what is shown. */
export function QuestionsView({ actions, changes, place: text, go }: ViewProps<QuestionsActions>) {
  const t = useWords()
  const place = useMemo(() => readPlace(text), [text])
  const goTo = (next: QuestionsPlace) => go(writePlace(next))
  return (
    <>
      <nav class="ways" aria-label={t('questions_ways')}>
        {ways.map(({ name, place: to, at }) => (
          <a
            key={name}
            href={linkTo(writePlace(to))}
            aria-current={at.includes(place.at) ? 'page' : undefined}
          >
            {t(name)}
          </a>
        ))}
      </nav>
      {place.at === 'questions' && <AllQuestions actions={actions} changes={changes} />}
      {place.at === 'question' && (
        <OneQuestion actions={actions} changes={changes} place={place} goTo={goTo} />
      )}
      {place.at === 'speakers' && (
        <SpeakersView actions={actions} changes={changes} speaker={place.speaker} linkTo={linkTo} />
      )}
      {place.at === 'outlets' && (
        <OutletsView actions={actions} changes={changes} place={place} goTo={goTo} linkTo={linkTo} />
      )}
    </>
  )
}

function AllQuestions({ actions, changes }: Pick<ViewProps<QuestionsActions>, 'actions' | 'changes'>) {
  const t = useWords()
  const { result: listed } = useLoaded(actions.list, changes)
  if (!listed) return <p class="empty">{t('library_loading')}</p>
  if (!listed.ok) return <p role="alert">{t(failureWords[listed.failure.kind])}</p>
  return listed.value.length === 0 ? (
    <p class="empty">{t('questions_none')}</p>
  ) : (
    <QuestionList entries={listed.value} linkTo={linkTo} />
  )
}

interface OneProps extends Pick<ViewProps<QuestionsActions>, 'actions' | 'changes'> {
  place: QuestionsPlace & { at: 'question' }
  goTo: (place: QuestionsPlace) => void
}

function OneQuestion({ actions, changes, place, goTo }: OneProps) {
  const t = useWords()
  const { question, dossier, filter, claim } = place
  const state = useReading(`${dossier} ${question}`, changes, onRead =>
    actions.open(question, dossier, onRead),
  )
  return (
    <>
      <p>
        <a class="article-link" href={linkTo('')}>
          {t('questions_all')}
        </a>
      </p>
      <section class="question-open" aria-labelledby="question-heading">
        <h2 id="question-heading">
          {state.state === 'done'
            ? state.value.question.text
            : state.state === 'reading'
              ? (state.heading ?? t('questions_question'))
              : t('questions_question')}
        </h2>
        <ReadingLine state={state} />
        {state.state === 'done' && (
          <QuestionTimeline
            opened={state.value}
            filter={filter}
            claim={claim}
            actions={actions}
            onFilter={next => goTo({ ...place, filter: next, claim: null })}
            onClaim={next => goTo({ ...place, claim: next })}
          />
        )}
      </section>
    </>
  )
}
