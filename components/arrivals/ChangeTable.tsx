import { type MessageKey, useWords } from '../shared/words'

interface ChangeTableProps {
  columns: readonly MessageKey[]
  rows: { label: string; counts: number[] }[]
}

const grouped = new Intl.NumberFormat('en')

/** How many of what: a row for each kind of thing. */
export function ChangeTable({ columns, rows }: ChangeTableProps) {
  const t = useWords()
  return (
    <table class="changes">
      <thead>
        <tr>
          <td />
          {columns.map(column => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, counts }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {columns.map((column, at) => (
              <td key={column} class={counts[at] ? '' : 'is-none'}>
                {grouped.format(counts[at] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
