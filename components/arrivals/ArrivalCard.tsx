import { useRef } from 'preact/hooks'
import { type Arrival, hasEnded } from '../../utils/model/arrival'
import type { FileImport } from '../../utils/model/backup'
import { Faults } from '../shared/Faults'
import { ComparingBar, FileBar } from '../shared/FileBar'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { type Translate, useWords, withCount } from '../shared/words'
import { isNothingNew, Preview } from './Preview'
import { saySize } from './say-size'
import type { Arrivals } from './use-arrivals'

interface Props {
  arrival: Arrival
  arrivals: Arrivals
}

/** Where a file is, in a sentence: read aloud when it is another one. */
function sayStage(t: Translate, { stage }: Arrival): string {
  switch (stage.is) {
    case 'waiting':
      return t('arrivals_waiting')
    case 'reading':
      return ''
    case 'ready':
      if (isNothingNew(stage.preview)) return t('arrivals_nothingNew')
      return t(stage.isAnew ? 'arrivals_readyAnew' : 'arrivals_ready')
    case 'wanted':
      return t('arrivals_taking')
    case 'in':
      return sayReport(t, stage.outcome)
    case 'refused':
      return t('arrivals_refused')
    case 'stopped':
      return t('failure_cancelled')
  }
}

function sayReport(t: Translate, { format, report }: FileImport): string {
  const { added, updated, unchanged, removed } = report
  return format === 'highlights'
    ? t('arrivals_inHighlights', added, updated, unchanged)
    : t('arrivals_in', added, updated, unchanged, removed)
}

/** A file on its way in: its name, where it is, and what can be done about it there. */
export function ArrivalCard({ arrival, arrivals }: Props) {
  const t = useWords()
  const card = useRef<HTMLElement>(null)
  const { id, name, sizeBytes } = arrival
  const titleId = `arrival-${id}`
  return (
    <article class="arrival" ref={card} tabIndex={-1} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          {name} <small>{saySize(t, sizeBytes)}</small>
        </h2>
        {hasEnded(arrival) && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('arrivals_dismiss', name)}
            title={t('arrivals_dismiss', name)}
            onClick={() => arrivals.dismiss(id)}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      <p role="status" class="arrival-stage">
        {sayStage(t, arrival)}
      </p>
      <Body
        arrival={arrival}
        arrivals={arrivals}
        onAnswer={isWanted => {
          // What the keys were at goes.
          if (isWanted) card.current?.focus()
          arrivals.answer(id, isWanted)
        }}
      />
    </article>
  )
}

function Body({ arrival, arrivals, onAnswer }: Props & { onAnswer: (isWanted: boolean) => void }) {
  const t = useWords()
  const { id, stage } = arrival
  switch (stage.is) {
    case 'waiting':
      return (
        <button type="button" class="button" onClick={() => arrivals.stop(id)}>
          {t('shared_cancel')}
        </button>
      )
    case 'reading':
      return <FileBar progress={stage.progress} onCancel={() => arrivals.stop(id)} />
    case 'ready':
      return (
        <>
          <Preview preview={stage.preview} />
          <div class="arrival-answer">
            {!isNothingNew(stage.preview) && (
              <button type="button" class="button is-main" onClick={() => onAnswer(true)}>
                {t('arrivals_take')}
              </button>
            )}
            <button type="button" class="button" onClick={() => onAnswer(false)}>
              {t(isNothingNew(stage.preview) ? 'arrivals_close' : 'arrivals_leave')}
            </button>
          </div>
        </>
      )
    case 'in': {
      const { refused } = stage.outcome
      return (
        <>
          {refused && (
            <div class="refused">
              <p>{withCount(t, 'shared_refused', refused.count)}</p>
              <Faults detail={refused.detail} />
            </div>
          )}
          {stage.comparing && <ComparingBar now={stage.comparing} onLeave={() => arrivals.dismiss(id)} />}
        </>
      )
    }
    case 'refused': {
      const { kind, detail } = stage.failure
      return (
        <div class="refused">
          {kind === 'bad-input' ? <Faults detail={detail} /> : <p>{t(failureWords[kind])}</p>}
        </div>
      )
    }
    default:
      return null
  }
}
