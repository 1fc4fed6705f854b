interface Props {
  label: string
  value: string
  onSearch: (value: string) => void
  /** How many are found. */
  found: string
}

/** A field that narrows the list under it as one types. */
export const SearchLine = ({ label, value, onSearch, found }: Props) => (
  <p class="search-line">
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onInput={event => onSearch(event.currentTarget.value)}
    />
    <span role="status" class="hint">
      {found}
    </span>
  </p>
)
