import { describe, expect, test } from 'vitest'
import { exportFormats } from '../../../utils/exchange/export-formats'
import { writeExport } from '../../../utils/services/write-export'
import { makeHighlight } from '../../support/make-dossier'
import { makeContent } from '../../support/make-export'

const highlights = Array.from({ length: 3_000 }, (_, index) =>
  makeHighlight(`h${index}`, { addresses: [`https://morgenpost.example/${index % 300}`] }),
)
const about = { exportedAtMs: makeContent([]).exportedAtMs, questions: {} }

/** Every look at the clock finds it later: what is written takes as many turns as it may. */
function watchOf() {
  const seen = { pauses: 0, written: [] as number[] }
  const signal = { aborted: false }
  let now = 0
  return {
    seen,
    signal,
    watch: {
      signal,
      nowMs: () => (now += 1),
      pause: async () => {
        seen.pauses += 1
      },
      onProgress: (written: number) => {
        seen.written.push(written)
      },
    },
  }
}

describe.each(exportFormats.map(format => [format.id, format] as const))('%s', (_, format) => {
  test('is written in turns, piece by piece the same as at once', async () => {
    const { seen, watch } = watchOf()
    const inTurns = await writeExport(format, { highlights }, about, watch)
    const still = { nowMs: () => 0, pause: () => Promise.reject(new Error('nobody asked')) }
    const atOnce = await writeExport(format, { highlights }, about, still)
    expect(inTurns).toEqual(atOnce)
    expect(seen.pauses).toBeGreaterThan(100)
    const lengths = inTurns.ok ? inTurns.value.map(({ length }) => length) : []
    expect(seen.written.at(-1)).toBe(lengths.reduce((sum, length) => sum + length, 0))
    expect(seen.written).toEqual(seen.written.toSorted((a, b) => a - b))
  })

  test('stops where nobody waits any more', async () => {
    const { signal, seen, watch } = watchOf()
    const pause = async () => {
      seen.pauses += 1
      signal.aborted = seen.pauses === 3
    }
    expect(await writeExport(format, { highlights }, about, { ...watch, pause })).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    })
    expect(seen.pauses).toBe(3)
  })
})
