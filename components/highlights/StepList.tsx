import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChangedPart, JournalStep } from '../../utils/model/highlight'
import type { Failure, Result } from '../../utils/model/result'
import { Icon } from '../shared/Icon'
import { failureWords } from '../shared/model-words'
import { type MessageKey, type Translate, useWords, withCount } from '../shared/words'
import { useCardDeeds } from './deeds-context'
import { sayMoment } from './say-when'

const actionWords: Record<Exclude<JournalStep['action'], 'import'>, MessageKey> = {
  create: 'step_create',
  change: 'step_change',
  delete: 'step_delete',
}
const partWords: Record<ChangedPart, MessageKey> = {
  note: 'step_note',
  tags: 'step_tags',
  colour: 'step_colour',
  place: 'step_place',
}
const sayStep = (t: Translate, { action, part, count }: JournalStep): string =>
  action === 'import' ? withCount(t, 'step_import', count) : t(part ? partWords[part] : actionWords[action])

/**
 * What the reader did to highlights, latest first, each with its way back. Asked for when it is unfolded, and anew whenever
 * `changes` is another value.
 */
export function StepList({ changes }: { changes: unknown }) {
  const t = useWords()
  const deeds = useCardDeeds()
  const [isOpen, setOpen] = useState(false)
  const [steps, setSteps] = useState<Result<JournalStep[]> | null>(null)
  const head = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isOpen) return
    let isOver = false
    deeds.listSteps().then(listed => {
      if (!isOver) setSteps(listed)
    })
    return () => {
      isOver = true
    }
  }, [deeds, isOpen, changes])
  const undo = async (step: JournalStep) => {
    const listed = (await deeds.undoStep(step)) && (await deeds.listSteps())
    if (!listed) return
    setSteps(listed)
    // The button that was pressed is gone with its step, and what it led to may stand on another page.
    if (document.activeElement === document.body) head.current?.focus()
  }
  const say = (failure: Failure) => <p class="fault">{t(failureWords[failure.kind])}</p>
  return (
    <details class="fold" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary ref={head}>
        <Icon name="open" /> {t('notes_steps')}
      </summary>
      {steps && !steps.ok && say(steps.failure)}
      {steps?.ok && steps.value.length === 0 && <p class="aside-note">{t('notes_noSteps')}</p>}
      {steps?.ok && (
        <ol class="steps">
          {steps.value.map(step => (
            <li key={step.id}>
              <p>
                <b>{sayStep(t, step)}</b> <span class="date">{sayMoment(step.atMs)}</span>
              </p>
              {step.words && <p class="step-words">{step.words}</p>}
              {step.canUndo ? (
                <button
                  type="button"
                  class="act"
                  aria-label={t('notes_undoStep', sayStep(t, step))}
                  onClick={() => undo(step)}
                >
                  {t('sidebar_undo')}
                </button>
              ) : (
                <p class="aside-note">{t('notes_cannotUndo')}</p>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
