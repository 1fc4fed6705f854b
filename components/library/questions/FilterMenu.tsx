import { useId, useRef, useState } from 'preact/hooks'
import type { FilterOption } from '../../../utils/model/questions-on-file'
import { useWords, withCount } from '../../shared/words'

/** More than these are searched for. */
const mostShown = 40
const fewEnough = 12

interface Props {
  label: string
  options: readonly FilterOption[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** A button with what can be chosen behind it: checkboxes with counts, and a search where there are many. */
export function FilterMenu({ label, options, chosen, onChoose }: Props) {
  const t = useWords()
  const id = useId()
  const details = useRef<HTMLDetailsElement>(null)
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = options.filter(({ label: name }) => name.toLowerCase().includes(wanted))
  const isChosen = new Set(chosen)
  const shown = [
    ...found.filter(({ value }) => isChosen.has(value)),
    ...found.filter(({ value }) => !isChosen.has(value)),
  ].slice(0, mostShown)
  const close = () => details.current?.removeAttribute('open')
  return (
    <details
      class="filter"
      ref={details}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !details.current?.open) return
        event.stopPropagation()
        close()
        details.current.querySelector('summary')?.focus()
      }}
      onFocusOut={event => {
        const next = event.relatedTarget
        if (next instanceof Node && !event.currentTarget.contains(next)) close()
      }}
    >
      <summary class={chosen.length > 0 ? 'button is-on' : 'button'}>
        {label}
        {chosen.length > 0 && <span class="filter-count"> {t('questions_chosen', chosen.length)}</span>}
      </summary>
      <fieldset class="filter-box" aria-label={label}>
        {options.length > fewEnough && (
          <input
            type="search"
            aria-label={t('questions_searchIn', label)}
            placeholder={t('questions_search')}
            value={search}
            onInput={event => setSearch(event.currentTarget.value)}
          />
        )}
        <ul>
          {shown.map(({ value, label: name, claims }, index) => (
            <li key={value}>
              <input
                id={`${id}-${index}`}
                type="checkbox"
                checked={isChosen.has(value)}
                onChange={event =>
                  onChoose(
                    event.currentTarget.checked ? [...chosen, value] : chosen.filter(each => each !== value),
                  )
                }
              />
              <label for={`${id}-${index}`}>
                <span>{name}</span> <span class="filter-count">{claims.toLocaleString('en')}</span>
              </label>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="hint">{t('questions_noneFound')}</p>}
        {found.length > shown.length && (
          <p class="hint">{withCount(t, 'questions_moreOptions', found.length - shown.length)}</p>
        )}
      </fieldset>
    </details>
  )
}
