import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { ExportFormat } from '../../../../components/library/export-format'
import { SaveMenu } from '../../../../components/library/SaveMenu'
import { Words } from '../../../../components/shared/words'
import { fail, type Result, succeed } from '../../../../utils/model/result'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'

afterEach(cleanup)

/** A format whose file is ready when the test says so. */
function makeFormat(id: string) {
  const seen: { chosen: string[]; onProgress: (written: number) => void; signal: AbortSignal | null } = {
    chosen: [],
    onProgress: () => {},
    signal: null,
  }
  let end: (result: Result<string>) => void = () => {}
  const format: ExportFormat<string[]> = {
    id,
    label: id === 'csv' ? 'library_exportCsv' : 'library_exportHtml',
    save: (chosen, watch) => {
      Object.assign(seen, { chosen, ...watch })
      watch.signal.addEventListener('abort', () => end(fail('cancelled', 'the reader cancelled')))
      return new Promise(resolve => {
        end = resolve
      })
    },
  }
  return { seen, format, end: (result: Result<string>) => act(async () => end(result)) }
}

const show = (...formats: ExportFormat<string[]>[]) =>
  render(
    <Words.Provider value={english}>
      <SaveMenu formats={formats} choose={() => ['a', 'b']} />
    </Words.Provider>,
  )
const pick = (label: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Save as a file' }))
  fireEvent.click(screen.getByRole('menuitem', { name: label }))
}
const said = () => screen.getByRole('status').textContent

test('hands over what is chosen then, and says what the file is called', async () => {
  const { seen, format, end } = makeFormat('csv')
  const { container } = show(format)
  pick('A table (CSV)')
  expect(seen.chosen).toEqual(['a', 'b'])
  expect(said()).toBe('')
  await end(succeed('own-2031-05-06.csv'))
  expect(said()).toBe('Saved as own-2031-05-06.csv.')
  expect(await findFaults(container)).toEqual([])
})

test('shows how far a long one is, and stops it', async () => {
  const { seen, format } = makeFormat('csv')
  show(format)
  pick('A table (CSV)')
  await act(async () => seen.onProgress(3_260_000))
  expect(screen.getByText('Writing… 3.3 MB')).toBeTruthy()
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
  })
  expect(said()).toBe('Stopped. No file was written.')
  expect(screen.queryByText(/Writing/)).toBeNull()
})

test('another one picked meanwhile stops the first, which says nothing more', async () => {
  const first = makeFormat('csv')
  const second = makeFormat('html')
  show(first.format, second.format)
  pick('A table (CSV)')
  pick('A page to print')
  expect(first.seen.signal?.aborted).toBe(true)
  await act(async () => first.seen.onProgress(9_000_000))
  expect(screen.queryByText(/Writing/)).toBeNull()
  await second.end(fail('storage-failed', 'disk'))
  expect(said()).toContain('storage')
})
