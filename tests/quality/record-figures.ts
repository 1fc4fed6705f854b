import { mkdirSync, writeFileSync } from 'node:fs'

/** One row of the table of figures: what was measured on what, how many of how many, and what was aimed at. */
export interface Figure {
  measured: string
  on: string
  count: number
  of: number
  /** "at least 0.85", "at most 0.12", or '' where the figure is only for information. */
  goal: string
}

/** A share to three places, as the table shows it. */
export const rate = (count: number, of: number): number => Math.round((count / of) * 1_000) / 1_000

/**
 * Writes one room's figures to `tests/quality/figures/<name>.json`: keys sorted and no date, so that the file changes
 * only when a figure does.
 */
export function recordFigures(name: string, figures: Record<string, Figure>): void {
  const folder = new URL('./figures/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const rows = Object.keys(figures)
    .sort()
    .map(key => [key, sortedRow(figures[key])])
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`)
}

const sortedRow = (figure: Figure | undefined) =>
  figure && {
    count: figure.count,
    goal: figure.goal,
    measured: figure.measured,
    of: figure.of,
    on: figure.on,
    rate: rate(figure.count, figure.of),
  }
