import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../shared/words'
import { useDeeds } from './deeds-context'
import type { CopiedText } from './sidebar-actions'

interface Props {
  label: string
  /** The text, where it is at hand; a promise where something of it has to be asked for first. */
  write: () => CopiedText | Promise<CopiedText>
  /** The reader is about to press: what has to be asked for can be. */
  onPrepare?: () => void
  rows?: number
}

/** Copies a text; where the browser refuses, the text stands there to be selected. */
export function CopyText({ label, write, onPrepare, rows = 12 }: Props) {
  const t = useWords()
  const { deeds } = useDeeds()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  const [text, setText] = useState('')
  /** A second "copied" is said again: a live region tells only what changes. */
  const [count, setCount] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const isRefused = outcome === 'refused'
  useEffect(() => {
    // Selected when it has the focus: one more key copies it.
    if (isRefused) area.current?.focus()
  }, [isRefused])
  const copy = async () => {
    const written = write()
    // Nothing may be awaited before the text is handed over: the browser lets it be copied only from within the click.
    const copied = written instanceof Promise ? written.then(deeds.copy) : deeds.copy(written)
    const [isCopied, { plain }] = await Promise.all([copied, written])
    setText(plain)
    setOutcome(isCopied ? 'copied' : 'refused')
    setCount(before => before + 1)
  }
  return (
    <div class="copy">
      <button type="button" class="act" onClick={copy} onPointerEnter={onPrepare} onFocus={onPrepare}>
        {label}
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
          rows={rows}
          aria-label={t('compare_copyText')}
          value={text}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </div>
  )
}
