import type { MessageKey } from '../shared/words'
import { useWords } from '../shared/words'

interface Props {
  title: string
  /** What stands there while the list is empty. */
  empty: MessageKey
  hosts: string[]
  /** The button's text, and with `$1` its name for those who hear it. */
  button: MessageKey
  buttonName: MessageKey
  onPick: (host: string) => void
}

/** Host names with one button each. `*.example.org` is shown as what it is for the reader: example.org. */
export function HostList({ title, empty, hosts, button, buttonName, onPick }: Props) {
  const t = useWords()
  if (hosts.length === 0) return <p class="empty">{t(empty)}</p>
  return (
    <details class="hosts" open={hosts.length <= 8}>
      <summary>{title}</summary>
      <ul>
        {hosts.map(host => (
          <li key={host}>
            <span>{host.replace(/^\*\./, '')}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t(buttonName, host.replace(/^\*\./, ''))}
              onClick={() => onPick(host)}
            >
              {t(button)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
