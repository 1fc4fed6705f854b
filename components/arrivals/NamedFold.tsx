import type { Named } from '../../utils/model/file-preview'
import { useWords } from '../shared/words'

const grouped = new Intl.NumberFormat('en')

/** The first of some things by name, and how many more there are. Nothing where there are none. */
export function NamedFold({
  label,
  named,
  isOpen = false,
}: {
  label: string
  named: Named
  isOpen?: boolean
}) {
  const t = useWords()
  const { count, names } = named
  if (count === 0) return null
  const more = count - names.length
  return (
    <details class="named" open={isOpen}>
      <summary>
        {label} <span class="named-count">{grouped.format(count)}</span>
      </summary>
      <ul>
        {names.map((name, at) => (
          // Two may have one name, and the list never changes.
          <li key={at}>{name}</li>
        ))}
        {more > 0 && <li class="named-more">{t('arrivals_more', grouped.format(more))}</li>}
      </ul>
    </details>
  )
}
