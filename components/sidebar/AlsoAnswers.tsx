import { useId } from 'preact/hooks'
import type { QuestionId } from '../../utils/model/ids'
import type { MachineAnswer } from '../../utils/model/reading'
import { CertaintyWord } from '../shared/CertaintyWord'
import { PositionMark } from '../shared/PositionMark'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'

interface Props {
  others: MachineAnswer[]
  dropped: ReadonlySet<QuestionId>
  isReadOnly: boolean
  onDrop: (dropped: ReadonlySet<QuestionId>) => void
}

/** What else a corrected sentence was taken to answer: the reader's word replaces all of it, so that it is kept too, or not. */
export function AlsoAnswers({ others, dropped, isReadOnly, onDrop }: Props) {
  const t = useWords()
  const { askable } = useDeeds()
  const id = useId()
  if (others.length === 0) return null
  const tick = (question: QuestionId, isKept: boolean) => {
    const next = new Set(dropped)
    if (isKept) next.delete(question)
    else next.add(question)
    onDrop(next)
  }
  return (
    <fieldset class="also">
      <legend class="note-label">{t('sidebar_alsoAnswers')}</legend>
      {others.map(({ question, position, certainty }) => (
        <div class="also-row" key={question}>
          <input
            type="checkbox"
            id={`${id}-${question}`}
            checked={!dropped.has(question)}
            disabled={isReadOnly}
            onChange={event => tick(question, event.currentTarget.checked)}
          />
          <label for={`${id}-${question}`}>
            {askable.find(each => each.id === question)?.text ?? question}{' '}
            <PositionMark position={position} /> <CertaintyWord certainty={certainty} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}
