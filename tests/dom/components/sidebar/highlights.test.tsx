import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { asHighlightId } from '../../../../utils/model/ids'
import { fail } from '../../../../utils/model/result'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

async function openHighlights(...values: Parameters<typeof renderSidebar>) {
  const rendered = await renderSidebar(...values)
  fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
  return rendered
}
const note = (): HTMLTextAreaElement => screen.getByDisplayValue('Compare with what the Beacon had.')

describe('highlights', () => {
  test('stand in the order of the text, each with its state in words', async () => {
    await openHighlights()
    expect(
      [...document.querySelectorAll('.highlight')].map(
        item => item.querySelector('.claim-meta')?.textContent,
      ),
    ).toEqual([
      'No longer found in this page’s text7 Jan 2026',
      'Found in another place of the text6 Jan 2026',
      'In its place5 Jan 2026',
    ])
    // One that is lost cannot be shown.
    expect(screen.getAllByRole('button', { name: 'Show on page' })).toHaveLength(2)
  })

  test('a note is saved when it is left, and only when it changed', async () => {
    const { actions } = await openHighlights()
    fireEvent.blur(note())
    expect(actions.saveNote).not.toHaveBeenCalled()
    const field = note()
    fireEvent.input(field, { target: { value: 'New words' } })
    fireEvent.blur(field)
    await waitFor(() => expect(actions.saveNote.mock.calls).toEqual([['highlight-0', 'New words']]))
    expect(field.value).toBe('New words')
  })

  test('a note that could not be saved stays, says so, and can be tried again', async () => {
    const saveNote = vi.fn(async () => fail('storage-full', ''))
    await openHighlights(makeView(), { saveNote })
    const field = note()
    fireEvent.input(field, { target: { value: 'New words' } })
    fireEvent.blur(field)
    await waitFor(() => expect(screen.getByText(/Not saved. The disk/)).toBeTruthy())
    expect(field.value).toBe('New words')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(saveNote).toHaveBeenCalledTimes(2)
  })

  test('a deleted one can be had back', async () => {
    const { actions } = await openHighlights()
    const [first] = screen.getAllByRole('button', { name: 'Delete' })
    fireEvent.click(first as HTMLElement)
    await waitFor(() => fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
    expect(actions.deleteHighlight).toHaveBeenCalledWith('highlight-2')
    expect(actions.undo).toHaveBeenCalledWith(7)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  })

  test('without any, the way to make one is shown; a private window and a site not granted say so', async () => {
    const site = { host: 'tarn-courier.example', isGranted: false, isPrivate: true, isOff: false }
    const { actions } = await openHighlights(makeView({ highlights: [], site }))
    expect(screen.getByText('Alt+Shift+H')).toBeTruthy()
    expect(screen.getByText(/Private window/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Always on tarn-courier.example' }))
    expect(actions.grantSite).toHaveBeenCalledWith('tarn-courier.example')
  })

  test('the page leads to one', async () => {
    const { tell } = await renderSidebar()
    await tell({ name: 'focus/changed', event: { highlight: asHighlightId('highlight-0') } })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('needs no such rotation'))
    expect(screen.getByRole('tab', { name: /Highlights/ }).getAttribute('aria-selected')).toBe('true')
  })
})
