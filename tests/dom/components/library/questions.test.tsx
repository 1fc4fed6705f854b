import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { QuestionsView } from '../../../../components/library/QuestionsView'
import type { QuestionsActions } from '../../../../components/library/questions/questions-actions'
import { readPlace, writePlace } from '../../../../components/library/questions/questions-place'
import { Words } from '../../../../components/shared/words'
import { asClaimId, asDossierId, asQuestionId } from '../../../../utils/model/ids'
import { noFilter } from '../../../../utils/model/questions-on-file'
import { succeed } from '../../../../utils/model/result'
import { listQuestions } from '../../../../utils/services/list-questions'
import { openQuestion } from '../../../../utils/services/open-question'
import { surveyClaims } from '../../../../utils/services/survey-claims'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeDossier } from '../../../support/make-dossier'
import { makeTurns } from '../../../support/make-turns'
import { createMemoryPorts } from '../../../support/memory-ports'
import { WithClaims } from '../../../support/with-claims'

afterEach(cleanup)

const dossier = makeDossier()
const question = { at: 'question', dossier: dossier.id, question: asQuestionId('two-phones') } as const

async function show(startPlace = '') {
  const ports = createMemoryPorts()
  await ports.corpus.saveDossier(dossier)
  const saveClaims = vi.fn<QuestionsActions['exportFormats'][number]['save']>(async () =>
    succeed('claims.csv'),
  )
  const actions = {
    list: async () => succeed(await listQuestions(ports)),
    open: (id, from) => ({ done: openQuestion(ports, id, from, { turns: makeTurns() }), stop: () => {} }),
    survey: () => ({ done: surveyClaims(ports, { turns: makeTurns() }), stop: () => {} }),
    saveSvg: vi.fn<QuestionsActions['saveSvg']>(),
    exportFormats: [{ id: 'csv', label: 'library_exportCsv', save: saveClaims }],
    savePng: vi.fn<QuestionsActions['savePng']>(async () => false),
    nowMs: () => Date.UTC(2034, 0, 5),
  } satisfies QuestionsActions
  const places: string[] = []
  function Shown() {
    const [place, setPlace] = useState(startPlace)
    const go = (next: string) => {
      places.push(next)
      setPlace(next)
    }
    return (
      <WithClaims>
        <QuestionsView actions={actions} changes={0} place={place} go={go} />
      </WithClaims>
    )
  }
  const { container } = render(
    <Words.Provider value={english}>
      <Shown />
    </Words.Provider>,
  )
  /** Twice: what was read is then narrowed, in turns. */
  const settle = async () => {
    for (const _ of [1, 2]) await act(() => new Promise<void>(resolve => setTimeout(resolve, 20)))
  }
  await settle()
  return { actions, container, places, settle, saveClaims }
}

describe('where one is among the questions', () => {
  test('leads there again by its address', () => {
    const filter = {
      ...noFilter,
      subject: ['tilda oranje', 'a & b=c'],
      kind: ['anonymous' as const],
      since: 2031,
    }
    for (const place of [
      { at: 'questions' as const },
      { ...question, filter, claim: asClaimId('a1#1') },
      { at: 'speakers' as const, speaker: 'ada quill' },
      { at: 'speakers' as const, speaker: null },
      { at: 'outlets' as const, outlets: ['isle echo', 'first'], subject: 'oss' },
    ])
      expect(readPlace(writePlace(place))).toEqual(place)
  })
  test('leaves out what cannot be read', () => {
    expect(readPlace('%%%&by=nothing')).toEqual({ at: 'questions' })
    expect(readPlace('dossier=d&question=q&since=soon&until=20311&kind=ghost&kind=outlet&claim=')).toEqual({
      at: 'question',
      dossier: asDossierId('d'),
      question: asQuestionId('q'),
      filter: { ...noFilter, kind: ['outlet'] },
      claim: null,
    })
  })
})

test('lists questions, with how much is on file, to be searched', async () => {
  const { container } = await show()
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  const link = screen.getByRole('link', { name: 'Is it so with two-phones?' })
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('question=two-phones')
  expect(container.textContent).toContain('2 claims')
  expect(await findFaults(container)).toEqual([])
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'LISTENED so' } })
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('status').textContent).toBe('1 question')
})

describe('an opened question', () => {
  const place = writePlace({ ...question, filter: noFilter, claim: null })

  test('has a point for each source, and opens its claim', async () => {
    const { container, places, settle } = await show(place)
    const points = within(screen.getByRole('toolbar')).getAllByRole('button')
    expect(points.length).toBeGreaterThan(0)
    expect(await findFaults(container)).toEqual([])
    const table = screen.getByRole('button', { name: 'Table' })
    fireEvent.click(table)
    expect(screen.queryByRole('columnheader', { name: 'Relation to this article' })).toBeNull()
    fireEvent.click(within(screen.getByRole('table')).getAllByRole('button')[0] ?? table)
    await settle()
    expect(readPlace(places[0] ?? '')).toMatchObject({ at: 'question', claim: 'a1#1' })
    const panel = screen.getByRole('region', { name: /^Claim: / })
    expect(panel.contains(document.activeElement)).toBe(true)
    expect(panel.textContent).toContain('An aide says of a1#1')
    expect(await findFaults(container)).toEqual([])
    fireEvent.keyDown(panel, { key: 'Escape' })
    await settle()
    expect(screen.queryByRole('region', { name: /^Claim: / })).toBeNull()
  })

  test('is narrowed by what is ticked, which the address keeps, and cleared', async () => {
    const { places, settle } = await show(place)
    const summary = screen.getByText('Leader', { selector: 'summary' })
    fireEvent.click(summary)
    fireEvent.click(screen.getAllByRole('checkbox', { hidden: true })[0] ?? summary)
    await settle()
    expect(readPlace(places.at(-1) ?? '')).toMatchObject({ filter: { subject: ['tilda oranje'] } })
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
    await settle()
    expect(readPlace(places.at(-1) ?? '')).toMatchObject({ filter: noFilter })
  })

  test('says where filters leave nothing, where a claim is gone, and where the browser cannot draw', async () => {
    const { settle } = await show(writePlace({ ...question, filter: noFilter, claim: asClaimId('gone') }))
    expect(screen.getByRole('alert').textContent).toBe('This claim is no longer on file.')
    fireEvent.click(screen.getByRole('button', { name: 'Save as PNG' }))
    await settle()
    expect(screen.getByText(/could not draw/)).toBeTruthy()
    cleanup()
    await show(writePlace({ ...question, filter: { ...noFilter, outlet: ['nowhere'] }, claim: null }))
    expect(screen.getByText('Nothing on file fits these filters.')).toBeTruthy()
    cleanup()
    await show(writePlace({ ...question, question: asQuestionId('none'), filter: noFilter, claim: null }))
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  test('the claims that filters leave go out as a file', async () => {
    const narrowed = writePlace({ ...question, filter: { ...noFilter, since: 2031 }, claim: null })
    const { settle, saveClaims } = await show(narrowed)
    fireEvent.click(screen.getByRole('button', { name: 'Save as a file' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'A table (CSV)' }))
    await settle()
    const [shown] = saveClaims.mock.calls[0] ?? []
    expect(shown).toMatchObject({ dossier: dossier.id, question: { id: 'two-phones' } })
    expect(shown?.claims.map(({ id }) => id)).toEqual(['a1#1', 'a3#1'])
    expect(screen.getByText('Saved as claims.csv.')).toBeTruthy()
  })

  test('is saved as a picture with the question and where it is from', async () => {
    const { actions } = await show(place)
    fireEvent.click(screen.getByRole('button', { name: 'Save as SVG' }))
    const [name, svg = ''] = actions.saveSvg.mock.calls[0] ?? []
    expect(name).toBe('sidelight-two-phones.svg')
    expect(svg).toContain('Is it so with two-phones?')
    expect(svg).toContain('5 Jan 2034')
    expect(svg).not.toMatch(/class=|var\(/)
  })
})

test('outlets stand beside each other, with the claims behind a number', async () => {
  const { container, settle } = await show(writePlace({ at: 'outlets', outlets: [], subject: null }))
  expect(await findFaults(container)).toEqual([])
  fireEvent.click(screen.getAllByRole('button', { name: /^Morgenpost:/ })[0] ?? container)
  await settle()
  expect(screen.getAllByRole('region', { name: /^Claim: / }).length).toBeGreaterThan(0)
})

test('speakers with a name alone are listed; of one that nobody knows it is said', async () => {
  const { container } = await show(writePlace({ at: 'speakers', speaker: null }))
  expect(screen.getByRole('status').textContent).toMatch(/speakers?$/)
  expect(await findFaults(container)).toEqual([])
  cleanup()
  const { settle } = await show(writePlace({ at: 'speakers', speaker: 'nobody' }))
  await settle()
  expect(screen.getByRole('alert')).toBeTruthy()
})
