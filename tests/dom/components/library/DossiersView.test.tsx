import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DossiersView } from '../../../../components/library/DossiersView'
import { LibraryClaims } from '../../../../components/library/LibraryClaims'
import type { DossiersActions } from '../../../../components/library/library-actions'
import { Words } from '../../../../components/shared/words'
import type { DossierOnFile } from '../../../../utils/model/dossier-on-file'
import { asDossierId } from '../../../../utils/model/ids'
import { fail, succeed } from '../../../../utils/model/result'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeClaimActions } from '../../../support/make-claim-actions'
import { makeQuestion } from '../../../support/make-dossier'

afterEach(cleanup)

const onFile = (id: string, title: string, more: Partial<DossierOnFile> = {}): DossierOnFile => ({
  info: {
    ...{ id: asDossierId(id), title, version: 3, upTo: '2031-04-02', compiledBy: 'the archive' },
    ...{ reportErrors: null, articleCount: 2, claimCount: 5, questionCount: 2 },
  },
  summary: `What is said of ${title}.`,
  terms: ['phone*', 'handset'],
  questions: [
    makeQuestion(`${id}-1`, `Is ${title} listened to?`),
    makeQuestion(`${id}-2`, `Two of ${title}?`),
  ],
  ownClaims: 0,
  ...more,
})

const claims = makeClaimActions()
let listed: DossierOnFile[]
const actions = {
  listDossiers: vi.fn(async () => succeed(listed)),
  saveDossier: vi.fn(async (id: string) => succeed(`${id}.json`)),
  saveSelection: vi.fn<DossiersActions['saveSelection']>(async () => succeed('my-phones.json')),
  removeDossier: vi.fn<DossiersActions['removeDossier']>(async () => succeed(undefined)),
  restoreDossiers: vi.fn(async () => succeed(undefined)),
}
beforeEach(() => {
  vi.clearAllMocks()
  listed = [onFile('arvenia', 'Arvenia', { ownClaims: 2 }), onFile('velmora', 'Velmora', { terms: [] })]
})

async function show() {
  const shown = render(
    <Words.Provider value={english}>
      <LibraryClaims actions={claims}>
        <DossiersView actions={actions} changes={0} place="" go={() => {}} />
      </LibraryClaims>
    </Words.Provider>,
  )
  await act(async () => {})
  return shown
}
const press = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })

test('lists each with what it is about, its words, its questions, and what the reader added', async () => {
  const { container } = await show()
  const first = within(screen.getByRole('article', { name: 'Arvenia' }))
  first.getByText('5 claims of 2 articles on 2 questions, up to 2 Apr 2031.')
  first.getByText('2 claims of yours bear on it')
  first.getByText('phone*')
  first.getByText('Two of Arvenia?')
  within(screen.getByRole('article', { name: 'Velmora' })).getByText(/no words of its own/)
  expect(await findFaults(container)).toEqual([])
})

test('is removed after a second word alone, with an offer to save it before', async () => {
  const { container } = await show()
  await press('Remove… “Velmora”')
  expect(document.activeElement?.textContent).toBe('Keep it')
  expect(await findFaults(container)).toEqual([])
  await press('Save as a file')
  expect(actions.saveDossier).toHaveBeenCalledWith('velmora', expect.anything())
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
  expect(screen.queryByText('Remove it')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Remove…')
  expect(actions.removeDossier).not.toHaveBeenCalled()

  await press('Remove… “Velmora”')
  await press('Remove it')
  expect(actions.removeDossier).toHaveBeenCalledWith('velmora')
  expect(screen.getByText('“Velmora” is removed.')).toBeTruthy()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Dossiers')
})

test('says why one could not be removed, and stays', async () => {
  actions.removeDossier.mockResolvedValueOnce(fail('storage-full', 'disk'))
  await show()
  await press('Remove… “Arvenia”')
  await press('Remove it')
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toContain(
    english('failure_storageFull'),
  )
})

test('with none on file the package’s can be brought back', async () => {
  listed = []
  await show()
  await press('Bring back what came with Sidelight')
  expect(actions.restoreDossiers).toHaveBeenCalled()
})

test('a selection says what it lacks, and then leaves with the chosen questions', async () => {
  const { container } = await show()
  fireEvent.click(screen.getByText('Hand out a selection as a dossier'))
  const alert = () => screen.getAllByRole('alert').map(({ textContent }) => textContent)
  await press('Save the selection')
  expect(alert()).toContain('Give it a name.')
  expect(document.activeElement).toBe(screen.getByLabelText('Name of the dossier'))
  fireEvent.input(screen.getByLabelText('Name of the dossier'), { target: { value: 'My phones' } })
  await press('Save the selection')
  expect(alert()).toContain('Choose at least one question.')
  fireEvent.click(screen.getByLabelText('All questions of “Arvenia”'))
  fireEvent.click(screen.getByLabelText('Two of Arvenia?'))
  fireEvent.click(screen.getByLabelText('Is Velmora listened to?'))
  const all = screen.getByLabelText<HTMLInputElement>('All questions of “Arvenia”')
  expect([all.checked, all.indeterminate]).toEqual([false, true])
  fireEvent.click(screen.getByLabelText('of mine'))
  fireEvent.click(screen.getByLabelText('of the dossiers'))
  await press('Save the selection')
  expect(alert()).toContain('Choose whose claims.')
  fireEvent.click(screen.getByLabelText('of mine'))
  await press('Save the selection')
  expect(actions.saveSelection.mock.calls[0]?.[0]).toEqual({
    title: 'My phones',
    compiledBy: '',
    questions: [
      { dossier: 'arvenia', question: 'arvenia-1' },
      { dossier: 'velmora', question: 'velmora-1' },
    ],
    from: { dossiers: false, reader: true },
    claims: null,
  })
  expect(screen.getByText('Saved as my-phones.json.')).toBeTruthy()
  expect(await findFaults(container)).toEqual([])
})

test('a selection on which nothing is on file says so', async () => {
  actions.saveSelection.mockResolvedValueOnce(fail('bad-input', 'claims: none were chosen'))
  await show()
  fireEvent.input(screen.getByLabelText('Name of the dossier'), { target: { value: 'None' } })
  fireEvent.click(screen.getByLabelText('Is Velmora listened to?'))
  await press('Save the selection')
  expect(screen.getByText(/Nothing on file bears on what you chose/)).toBeTruthy()
})

test('one of the reader’s own is made here, and its questions are changed', async () => {
  listed = [onFile('own-1', 'Bells', { terms: ['bell'] }), onFile('arvenia', 'Arvenia')]
  const { container } = await show()
  const own = within(screen.getByRole('article', { name: 'Bells' }))
  // Those of others are never altered.
  expect(screen.getAllByRole('button', { name: 'Change the questions' })).toHaveLength(1)
  await act(async () => {
    fireEvent.click(own.getByRole('button', { name: 'Change the questions' }))
  })
  expect(await findFaults(container)).toEqual([])
  fireEvent.input(own.getByLabelText('What it is about'), { target: { value: 'The bells' } })
  await press('Keep the questions')
  const questions = [
    { id: 'own-1-1', group: 'Habits', text: 'Is Bells listened to?' },
    { id: 'own-1-2', group: 'Habits', text: 'Two of Bells?' },
  ]
  expect(claims.saveOwnDossier.mock.calls).toEqual([
    [{ id: 'own-1', title: 'The bells', terms: ['bell'], questions }],
  ])
  await press('Questions of your own…')
  expect(document.activeElement).toBe(screen.getByLabelText('What it is about'))
  await press('Cancel')
  expect(screen.queryByLabelText('What it is about')).toBeNull()
})
