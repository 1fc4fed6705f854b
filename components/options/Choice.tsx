import { useId } from 'preact/hooks'
import { type MessageKey, useWords } from '../shared/words'

interface Props<Value extends string> {
  label: MessageKey
  hint?: MessageKey
  /** In the order shown, each with its words. */
  options: { value: Value; text: string }[]
  value: Value
  isDisabled?: boolean
  onChange: (value: Value) => void
}

/** One of a few. It shows what holds, so a change that fails goes back by itself. */
export function Choice<Value extends string>({
  label,
  hint,
  options,
  value,
  isDisabled = false,
  onChange,
}: Props<Value>) {
  const t = useWords()
  const id = useId()
  return (
    <div class="row">
      <div>
        <label for={id}>{t(label)}</label>
        {hint && <p id={`${id}-hint`}>{t(hint)}</p>}
      </div>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={event => onChange(event.currentTarget.value as Value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
