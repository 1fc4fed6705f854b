import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './Icon'

/** One line of a menu. */
export interface MenuItem {
  id: string
  label: string
  onPick: () => void
  /** Makes it a line that is switched on or off. */
  isChecked?: boolean
  /** One of several, of which one holds. */
  isRadio?: boolean
  /** Stands before the words too, whether it is checked or not. */
  picture?: ComponentChildren
  /** A line is drawn above it. */
  startsGroup?: boolean
  /** Stands before the words, for the eye alone. */
  sign?: string
  /** Stands behind them: how it is now. */
  hint?: string
  isDisabled?: boolean
  /** It is likely picked several times: the menu stays. */
  staysOpen?: boolean
}

interface Props {
  label: string
  items: MenuItem[]
  children: ComponentChildren
  /** Where the button stands beside words: what it looks like. */
  look?: string
}

/**
 * A button with a menu, as the ARIA authoring practices have it: arrows, Home, End and first letters move,
 * Escape and Tab leave, the focus returns to the button.
 */
export function MenuButton({ label, items, children, look = 'icon-button' }: Props) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const startAt = useRef<'first' | 'last'>('first')
  const lines = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]

  useEffect(() => {
    if (!isOpen) return
    lines()
      .at(startAt.current === 'first' ? 0 : -1)
      ?.focus()
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [isOpen])

  const open = (at: 'first' | 'last') => {
    startAt.current = at
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  const onMenuKey = (event: KeyboardEvent) => {
    const all = lines()
    const now = all.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') setOpen(false)
    else if (event.key === 'Escape') close()
    else if (to !== undefined) all.at(to % all.length)?.focus()
    else if (event.key.length === 1 && event.key !== ' ') {
      const isNext = (line: HTMLElement) =>
        line.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
      ;[...all.slice(now + 1), ...all.slice(0, now)].find(isNext)?.focus()
    } else return
    if (event.key !== 'Tab') {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        class={look}
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isOpen ? setOpen(false) : open('first'))}
        onKeyDown={onButtonKey}
      >
        {children}
      </button>
      {isOpen && (
        <div class="menu" role="menu" id={id} aria-label={label} onKeyDown={onMenuKey}>
          {items.map(({ id: key, label: text, onPick, isChecked, isRadio, startsGroup, ...item }) => (
            <button
              type="button"
              key={key}
              class={startsGroup ? 'starts-group' : undefined}
              {...(isChecked === undefined
                ? { role: 'menuitem' as const }
                : {
                    role: isRadio ? ('menuitemradio' as const) : ('menuitemcheckbox' as const),
                    'aria-checked': isChecked,
                  })}
              tabIndex={-1}
              // Not `disabled`: the focus would be lost at the last step.
              aria-disabled={item.isDisabled}
              onClick={() => {
                if (item.isDisabled) return
                if (!item.staysOpen) close()
                onPick()
              }}
            >
              <span class="menu-check" aria-hidden={item.sign !== undefined}>
                {isChecked ? <Icon name="check" /> : item.sign}
              </span>
              {item.picture}
              {text}
              {item.hint && <span class="menu-hint">{item.hint}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
