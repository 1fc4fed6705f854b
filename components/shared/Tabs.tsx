import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'

/** One tab and what it shows. */
interface Tab<Name extends string> {
  name: Name
  label: string
  /** Null where there is nothing of the kind to count. */
  count: number | null
  panel: ComponentChildren
}

interface Props<Name extends string> {
  label: string
  tabs: Tab<Name>[]
  current: Name
  onPick: (name: Name) => void
  /** Under the shown panel, within what scrolls. */
  foot?: ComponentChildren
}

/** A row of tabs and their panels, as the ARIA authoring practices have it: arrows move and pick, Home and End too. */
export function Tabs<Name extends string>({ label, tabs, current, onPick, foot }: Props<Name>) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const now = tabs.findIndex(({ name }) => name === current)
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined ? undefined : tabs.at(to % tabs.length)
    if (!next) return
    event.preventDefault()
    onPick(next.name)
    row.current?.querySelector<HTMLElement>(`[data-tab=${next.name}]`)?.focus()
  }
  return (
    <main class="tabbed">
      <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
        {tabs.map(({ name, label: text, count }) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === current}
            aria-controls={`${id}-${name}-panel`}
            tabIndex={name === current ? 0 : -1}
            onClick={() => onPick(name)}
          >
            {text}
            {count !== null && <span class="tab-count"> {count}</span>}
          </button>
        ))}
      </div>
      <div class="scroll">
        <div class="panels">
          {tabs.map(({ name, panel }) => (
            // A hidden panel stays: what was unfolded or typed in it is there when one comes back.
            <div
              class="panel"
              role="tabpanel"
              key={name}
              id={`${id}-${name}-panel`}
              aria-labelledby={`${id}-${name}`}
              hidden={name !== current}
            >
              {panel}
            </div>
          ))}
        </div>
        {foot}
      </div>
    </main>
  )
}
