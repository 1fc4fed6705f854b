import { useId } from 'preact/hooks'
import type { DossierInfo } from '../../utils/model/dossier'
import type { SentenceHere } from '../../utils/model/reading'
import { Icon } from '../shared/Icon'
import { RelationBadge } from '../shared/RelationBadge'
import { useWords } from '../shared/words'
import { AnswerForm } from './AnswerForm'
import { useDeeds } from './deeds-context'
import { RelatedRow } from './RelatedRow'
import { keyOf, sayableOfSentence } from './sentence-answer'
import { useSpot } from './use-spot'

interface RowProps {
  here: SentenceHere
  dossier: DossierInfo
}

/** A sentence of the article, what the reader may say of it, and the claims that share words with it. */
function SentenceRow({ here, dossier }: RowProps) {
  const t = useWords()
  const { deeds, spot } = useDeeds()
  const { span, text, question, related } = here
  const isMeant = spot !== null && 'sentence' in spot.focus && spot.focus.sentence === span.start
  const box = useSpot<HTMLDivElement>(isMeant ? spot.count : 0)
  const quoteId = useId()
  const sayable = sayableOfSentence(here, dossier.id)
  return (
    <li class="sentence-row">
      <div class="here sentence" ref={box} tabIndex={-1} data-sentence={span.start}>
        <blockquote class="sentence-text" id={quoteId}>
          {text}
        </blockquote>
        <div class="acts">
          <button type="button" class="act" onClick={() => deeds.showSentence(span.start)}>
            <Icon name="target" /> {t('sidebar_showOnPage')}
          </button>
        </div>
        {sayable && <AnswerForm sayable={sayable} draftKey={keyOf(sayable)} quoteId={quoteId} />}
      </div>
      <section class="group">
        <h4 class="group-head">
          <RelationBadge relation="related" />
        </h4>
        <ul class="claims">
          {related.map(one => (
            <RelatedRow key={one.claim.id} related={one} question={question.id} against={null} visit={0} />
          ))}
        </ul>
      </section>
    </li>
  )
}

interface Props {
  sentences: SentenceHere[]
  dossier: DossierInfo
}

/** Of an article that is not on file: its sentences that share words with claims on file, question by question. */
export function RelatedSentences({ sentences, dossier }: Props) {
  const t = useWords()
  const groups = [...Map.groupBy(sentences, ({ question }) => question.id)]
  return (
    <section class="question-group">
      <header class="sentences-head">
        <h2>{t('sidebar_sentencesHead')}</h2>
        <p class="aside-note">{t('sidebar_sentencesNote')}</p>
      </header>
      {groups.map(([id, ofQuestion]) => (
        <article class="card question" key={id}>
          <header class="question-head">
            <h3>{ofQuestion[0]?.question.text}</h3>
          </header>
          <ul>
            {ofQuestion.map(here => (
              <SentenceRow key={here.span.start} here={here} dossier={dossier} />
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
