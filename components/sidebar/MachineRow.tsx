import { useId, useRef, useState } from 'preact/hooks'
import type { ClaimHere, MachineAnswer } from '../../utils/model/reading'
import { CertaintyWord } from '../shared/CertaintyWord'
import { Chain } from '../shared/Chain'
import { Icon } from '../shared/Icon'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'
import { AnswerForm } from './AnswerForm'
import { useDeeds } from './deeds-context'
import { MachineWhy } from './MachineWhy'
import { keyOf, sayableOfClaim } from './sentence-answer'
import { beginDraft } from './sidebar-state'
import { useSpot } from './use-spot'

interface Props {
  here: ClaimHere
  /** To the question of the card that it stands in. */
  answer: MachineAnswer
  visit: number
}

/** A claim that a machine read: the sentence itself, how sure it is, why, and the way to correct it. */
export function MachineRow({ here, answer, visit }: Props) {
  const t = useWords()
  const { deeds, answers, dossier } = useDeeds()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const row = useSpot<HTMLLIElement>(visit)
  const correct = useRef<HTMLButtonElement>(null)
  const id = useId()
  const { claim } = here
  const sayable = dossier && sayableOfClaim(here, answer.question, dossier)
  const key = sayable && keyOf(sayable)
  const isCorrecting = key !== null && answers.has(key)
  const begin = () => {
    if (!sayable || key === null) return
    const draft = isCorrecting ? null : beginDraft({ ...sayable.first, position: answer.position })
    deeds.dispatch({ do: 'answer/changed', key, draft })
  }
  return (
    <li class="claim" ref={row} tabIndex={-1} data-claim={claim.id}>
      <p class="claim-meta">
        <PositionMark position={answer.position} />
        <CertaintyWord certainty={answer.certainty} />
        <span class="paraphrase">{t('sidebar_machineRead')}</span>
      </p>
      <blockquote class="statement" id={`${id}-quote`}>
        {claim.statement}
      </blockquote>
      <p class="claim-source">
        <Chain claim={claim} />
      </p>
      <div class="acts">
        <button type="button" class="act" onClick={() => deeds.showClaim(claim.id)}>
          <Icon name="target" /> {t('sidebar_showOnPage')}
        </button>
        <button
          type="button"
          class="act"
          aria-expanded={isWhyOpen}
          aria-controls={isWhyOpen ? `${id}-why` : undefined}
          onClick={() => setWhyOpen(!isWhyOpen)}
        >
          {t('sidebar_why')}
        </button>
        {sayable && (
          <button
            type="button"
            class="act"
            ref={correct}
            aria-expanded={isCorrecting}
            aria-controls={isCorrecting ? `${id}-form` : undefined}
            onClick={begin}
          >
            {t('sidebar_correct')}
          </button>
        )}
      </div>
      {isCorrecting && sayable && (
        <div class="correction" id={`${id}-form`}>
          <AnswerForm
            sayable={sayable}
            draftKey={key}
            quoteId={`${id}-quote`}
            onLeave={() => correct.current?.focus()}
          />
        </div>
      )}
      {isWhyOpen && (
        <div class="machine-why" id={`${id}-why`}>
          <MachineWhy answer={answer} voice={here.machine?.voice ?? []} />
        </div>
      )}
    </li>
  )
}
