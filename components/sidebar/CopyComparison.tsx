import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import { type ShownComparison, writeComparison } from './write-comparison'

/** Copies a comparison as text; where the browser refuses, the text stands there to be selected. */
export function CopyComparison({ shown }: { shown: ShownComparison }) {
  const t = useWords()
  const { deeds } = useDeeds()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  /** A second "copied" is said again: a live region tells only what changes. */
  const [count, setCount] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const isRefused = outcome === 'refused'
  useEffect(() => {
    // Selected when it has the focus: one more key copies it.
    if (isRefused) area.current?.focus()
  }, [isRefused])
  const copy = () => {
    // Nothing may be awaited before this: the browser lets a text be copied only from within the click.
    const copied = deeds.copy(writeComparison(t, shown))
    copied.then(is => {
      setOutcome(is ? 'copied' : 'refused')
      setCount(before => before + 1)
    })
  }
  return (
    <div class="copy">
      <button type="button" class="act" onClick={copy}>
        {t('compare_copy')}
      </button>
      <p role="status" class="aside-note">
        {outcome !== 'none' && (
          <span key={count}>{t(isRefused ? 'compare_copyRefused' : 'compare_copied')}</span>
        )}
      </p>
      {isRefused && (
        <textarea
          ref={area}
          readOnly
          rows={12}
          aria-label={t('compare_copyText')}
          value={writeComparison(t, shown).plain}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </div>
  )
}
