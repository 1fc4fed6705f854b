import { useState } from 'preact/hooks'
import type { DossierInfo } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { ModelUse } from '../../utils/model/model-use'
import type { QuestionSummary, SourceCount } from '../../utils/model/reading'
import { formatYears } from '../shared/format-time'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { PositionShape } from '../shared/PositionMark'
import { type MessageKey, type Translate, useWords, withCount } from '../shared/words'
import { useDeeds } from './deeds-context'
import { countSources, QuestionBody } from './QuestionCard'
import type { LoadedQuestion } from './sidebar-state'

interface RowProps {
  summary: QuestionSummary
  loaded: LoadedQuestion | undefined
  onOpen: () => void
}

const grouped = new Intl.NumberFormat('en')

/** "27,114 claims (412 outlets)": too many to tell how many sources they have. */
const countClaims = (t: Translate, { sources, outlets }: SourceCount): string =>
  t('sidebar_claimsBy', grouped.format(sources), withCount(t, 'sidebar_outlets', outlets))

const noClaims: ReadonlyMap<never, never> = new Map<never, never>()

function QuestionRow({ summary, loaded, onOpen }: RowProps) {
  const t = useWords()
  const { spot } = useDeeds()
  const [isOpen, setOpen] = useState(false)
  const { question, counts, yes, no, from, to, isByClaims } = summary
  return (
    <details
      class="card on-file"
      open={isOpen}
      onToggle={event => {
        const opens = event.currentTarget.open
        setOpen(opens)
        if (opens && (!loaded || loaded.state === 'failed')) onOpen()
      }}
    >
      <summary>
        <Icon name="open" />
        <span class="on-file-text">
          <h3 class="on-file-question">{question.text}</h3>
          <span class="question-meta">
            <span class="tally">
              <PositionShape position="yes" /> {t('sidebar_tallyYes', grouped.format(yes))}
            </span>
            <span class="tally">
              <PositionShape position="no" /> {t('sidebar_tallyNo', grouped.format(no))}
            </span>
            <span>{isByClaims ? countClaims(t, counts) : countSources(t, counts)}</span>
            <span>{formatYears(from, to)}</span>
          </span>
        </span>
      </summary>
      {isOpen && (!loaded || loaded.state === 'loading') && (
        <p class="aside-note" role="status">
          {t('sidebar_loadingQuestion')}
        </p>
      )}
      {isOpen && loaded?.state === 'failed' && (
        <p class="aside-note" role="status">
          {t(failureWords[loaded.failure.kind])}{' '}
          <button type="button" class="act" onClick={onOpen}>
            {t('sidebar_tryAgain')}
          </button>
        </p>
      )}
      {isOpen && loaded?.state === 'ready' && (
        <QuestionBody
          reading={loaded.reading}
          claimsHere={noClaims}
          isSpotted={spot?.question === question.id}
        />
      )}
    </details>
  )
}

/** What was done so far to find something in it: as long as it is read, nothing is said of what is not found. */
const sayUnknown = ({ is }: ModelUse): MessageKey =>
  is === 'reading'
    ? 'sidebar_unknownReading'
    : is === 'done'
      ? 'sidebar_unknownRead'
      : 'sidebar_unknownByWords'

interface Props {
  modelUse: ModelUse
  onFile: QuestionSummary[]
  dossier: DossierInfo | null
  loaded: ReadonlyMap<QuestionId, LoadedQuestion>
  /** What the article's sentences may speak of stands above, so that it needs no more saying. */
  isUnderOthers: boolean
}

/** An article on the topic that is not on file: the questions one may look into, each loaded when opened. */
export function UnknownArticle({ modelUse, onFile, dossier, loaded, isUnderOthers }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const groups = [...Map.groupBy(onFile, ({ question }) => question.group)]
  return (
    <>
      {isUnderOthers ? (
        <header class="sentences-head">
          <h2>{t('sidebar_allQuestions')}</h2>
        </header>
      ) : (
        <section class="empty">
          <h2>{t('sidebar_unknownHead')}</h2>
          <p>
            {t(sayUnknown(modelUse))} {t('sidebar_unknownQuestions')}
          </p>
        </section>
      )}
      {dossier &&
        groups.map(([group, questions]) => (
          <section key={group} class="question-group">
            <h2 class="minor-head">{group}</h2>
            {questions.map(summary => (
              <QuestionRow
                key={summary.question.id}
                summary={summary}
                loaded={loaded.get(summary.question.id)}
                onOpen={() => deeds.loadQuestion(summary.question.id, dossier.id)}
              />
            ))}
          </section>
        ))}
    </>
  )
}
