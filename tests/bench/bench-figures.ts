import { mkdirSync, writeFileSync } from 'node:fs'

/** Writes one bench's figures to `tests/bench/figures/<name>.json`, keys sorted, and says them. */
export function writeBenchFigures(name: string, figures: Record<string, number>): void {
  const folder = new URL('./figures/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const rows = Object.entries(figures).sort(([a], [b]) => a.localeCompare(b))
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`)
  for (const [measured, value] of rows) process.stdout.write(`${measured.padEnd(40)} ${value}\n`)
}

/** The middle one of several measurements: one slow run says nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** To one place: more would be noise. */
export const round1 = (value: number): number => Math.round(value * 10) / 10
