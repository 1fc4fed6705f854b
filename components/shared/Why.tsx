import type { Reason } from '../../utils/model/reason'
import { type MessageKey, type Translate, useWords } from './words'

/** A reason in words; a rule that the catalogue does not know yet is still said, with what decided. */
export function sayReason(t: Translate, reason: Reason): string {
  const key = `reason_${reason.rule}`
  const said = t(key as MessageKey, ...reason.values)
  // The catalogue gives the key back, or nothing, where it has no such text.
  return said && said !== key ? said : t('sidebar_reasonUnknown', reason.rule, reason.values.join(', '))
}

/** Why the program says so: the rules that decided, and nothing else. */
export function Why({ reasons }: { reasons: Reason[] }) {
  const t = useWords()
  return (
    <ul class="why">
      {reasons.length === 0 && <li>{t('sidebar_reasonNone')}</li>}
      {reasons.map(reason => (
        <li key={`${reason.rule} ${reason.values.join(' ')}`}>{sayReason(t, reason)}</li>
      ))}
    </ul>
  )
}
