import { useWords } from '../shared/words'

interface Props {
  title: string
  hosts: string[]
  /** Hosts, of this group or another, that the reader took out. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** Hosts with a box each, and one button for all of them. */
export function SiteGroup({ title, hosts, left, onChange }: Props) {
  const t = useWords()
  const areAll = hosts.every(host => !left.has(host))
  const toggle = (some: string[], isTaken: boolean) =>
    onChange(isTaken ? new Set([...left].filter(host => !some.includes(host))) : new Set([...left, ...some]))
  if (hosts.length === 0) return null
  return (
    <fieldset class="sites">
      <legend>
        {title} <span class="count">{hosts.length}</span>
      </legend>
      <button type="button" class="quiet" onClick={() => toggle(hosts, !areAll)}>
        {t(areAll ? 'welcome_takeNone' : 'welcome_takeAll')}
        <span class="unseen"> {title}</span>
      </button>
      <div class="grid">
        {hosts.map(host => (
          <label key={host}>
            <input
              type="checkbox"
              checked={!left.has(host)}
              onChange={event => toggle([host], event.currentTarget.checked)}
            />
            {host}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
