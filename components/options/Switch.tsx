import { useId } from 'preact/hooks'
import { type MessageKey, useWords } from '../shared/words'

interface Props {
  label: MessageKey
  hint?: MessageKey
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** One thing that is on or off. It shows what holds, so a change that fails goes back by itself. */
export function Switch({ label, hint, isOn, onChange }: Props) {
  const t = useWords()
  const id = useId()
  return (
    <div class="row">
      <div>
        <label for={id}>{t(label)}</label>
        {hint && <p id={`${id}-hint`}>{t(hint)}</p>}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </div>
  )
}
