import { Logo } from '../shared/Icon'
import { useWords, withCount } from '../shared/words'

interface Props {
  /** How many claims of this article are on file; 0 where only highlights are here. */
  claims: number
  isDisputed: boolean
  onOpen: () => void
}

/** The slim handle at the window's edge while the sidebar is closed. */
export function Handle({ claims, isDisputed, onOpen }: Props) {
  const t = useWords()
  const count = withCount(t, 'inline_handle', claims)
  const label = isDisputed ? t('inline_handleDisputed', count) : count
  return (
    <button type="button" class="handle" aria-label={label} title={label} onClick={onOpen}>
      <Logo />
      {claims > 0 && <span aria-hidden="true">{claims}</span>}
      {isDisputed && (
        <span class="sign" aria-hidden="true">
          ≠
        </span>
      )}
    </button>
  )
}
