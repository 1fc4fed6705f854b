import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../shared/Icon'

interface Props {
  label: string
  children: ComponentChildren
  /** A number above 0: the reader is led to something inside, and it opens before that takes the focus. */
  visit?: number
  isCard?: boolean
}

/** Something that stands closed until the reader wants it. */
export function Fold({ label, children, visit = 0, isCard = false }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  useLayoutEffect(() => {
    if (visit > 0 && details.current) details.current.open = true
  }, [visit])
  return (
    <details class={isCard ? 'fold card' : 'fold'} ref={details}>
      <summary>
        <Icon name="open" /> {label}
      </summary>
      {children}
    </details>
  )
}
