import { Logo } from '../shared/Icon'
import { useWords, withCount } from '../shared/words'

interface Props {
  /** How many claims of this article are on file; 0 where only highlights are here. */
  claims: number
  /** Of an article that is not on file: its sentences that may speak of what is. */
  sentences?: number
  isDisputed: boolean
  onOpen: () => void
}

/** The slim handle at the window's edge while the sidebar is closed. */
export function Handle({ claims, sentences = 0, isDisputed, onOpen }: Props) {
  const t = useWords()
  const isByWords = claims === 0 && sentences > 0
  const shown = isByWords ? sentences : claims
  const count = withCount(t, isByWords ? 'inline_handleSentences' : 'inline_handle', shown)
  const label = isDisputed ? t('inline_handleDisputed', count) : count
  return (
    <button type="button" class="handle" aria-label={label} title={label} onClick={onOpen}>
      <Logo />
      {shown > 0 && <span aria-hidden="true">{shown}</span>}
      {isDisputed && (
        <span class="sign" aria-hidden="true">
          ≠
        </span>
      )}
    </button>
  )
}
