import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { asClaimId } from '../../../../utils/model/ids'
import type { ModelUse } from '../../../../utils/model/model-use'
import { fail, succeed } from '../../../../utils/model/result'
import { findFaults } from '../../../support/find-faults'
import { makeMachineReading, readNamed, readUnnamed } from '../../../support/make-machine-reading'
import { makeView } from '../../../support/make-reading'
import { makeReaderClaim, makeSentencesReading } from '../../../support/make-sentences-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const view = makeView({ reading: makeMachineReading() })
const rows = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-claim="${id}"]`)]
function row(id: string, nth = 0) {
  const found = rows(id)[nth]
  if (!found) throw new Error(`${id} is not shown`)
  return found
}
const named = () => row(readNamed.claim.id)
const press = (name: string, inside: HTMLElement = named()) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

describe('a claim that a program read', () => {
  test('is the sentence itself, with position, certainty, speaker and chain, and said to be read by a program', async () => {
    await renderSidebar(view)
    const text = named().textContent
    for (const part of ['no', 'likely', 'read by a program', readNamed.text ?? '', 'Wenna Sorrel'])
      expect(text).toContain(part)
    expect(named().querySelector('.chain')?.textContent).toMatch(/Wenna Sorrel.*Harbour Wire.*Tarn Courier/)
    expect(within(named()).queryByText(/paraphrase|yours/)).toBeNull()
  })

  test('is as sure as it is of the question of its card', async () => {
    await renderSidebar(view)
    const { id } = readUnnamed.claim
    expect(row(id, 0).textContent).toContain('possibly')
    expect(row(id, 1).textContent).toContain('likely')
  })

  test('says "possibly" in the summary of its card too', async () => {
    await renderSidebar(view)
    expect(
      screen.getByText(
        'In this article: an aide possibly says yes, Wenna Sorrel says no, Tarn Courier possibly says partly',
      ),
    ).toBeTruthy()
  })

  test('says why: the claims on file that decided, with links, and why it is this speaker', async () => {
    await renderSidebar(view)
    press('Why?')
    const neighbours = [...named().querySelectorAll<HTMLElement>('.neighbours > li')]
    expect(neighbours).toHaveLength(2)
    for (const part of ['no', 'Apr 2018', 'nobody insists', 'a former adviser', 'The Beacon'])
      expect(neighbours[0]?.textContent).toContain(part)
    expect(
      within(neighbours[0] as HTMLElement)
        .getByRole('link', { name: /^The Beacon/ })
        .getAttribute('href'),
    ).toContain('https://')
    expect(within(named()).getByText('The article names Wenna Sorrel.')).toBeTruthy()
    press('Why?', row(readUnnamed.claim.id, 1))
    expect(row(readUnnamed.claim.id, 1).textContent).toContain('no claim on file decided')
  })

  test('is compared side by side as what it is: read here, on no file', async () => {
    const { actions } = await renderSidebar(view)
    press('Side by side', row('mill#0'))
    await waitFor(() => expect(actions.comparePair).toHaveBeenCalled())
    expect(actions.comparePair.mock.calls[0]?.[0]).toMatchObject({ read: readNamed.claim })
    expect(screen.getByText(/One is the sentence itself, read by a program/)).toBeTruthy()
  })
})

describe('correcting it', () => {
  const form = () => within(named())
  const name = () => form().getByLabelText<HTMLInputElement>('Who says so')

  test('begins with what was read', async () => {
    await renderSidebar(view)
    press('Correct…')
    expect(form().getByRole('button', { name: 'Correct…' }).getAttribute('aria-expanded')).toBe('true')
    expect(form().getByRole('button', { name: 'no' }).getAttribute('aria-pressed')).toBe('true')
    expect(name().value).toBe('Wenna Sorrel')
    expect(form().getByLabelText<HTMLSelectElement>('What kind of speaker').value).toBe('named')
    const question = form().getByLabelText<HTMLSelectElement>('Which question it answers')
    expect(question.value).toBe('rotation')
    expect([...question.options].map(({ value }) => value)).toEqual(['rotation', 'disclosure', 'several'])
    expect(form().getByText(/outweighs what a program reads/)).toBeTruthy()
  })

  test('keeps position, speaker, question and statement in one step, and can be undone', async () => {
    const { actions } = await renderSidebar(view)
    press('Correct…')
    press('partly')
    fireEvent.input(name(), { target: { value: 'Harbour Wire' } })
    fireEvent.change(form().getByLabelText('What kind of speaker'), { target: { value: 'outlet' } })
    fireEvent.change(form().getByLabelText('Which question it answers'), { target: { value: 'several' } })
    fireEvent.input(form().getByLabelText('What it says, in your words'), { target: { value: ' Some. ' } })
    press('Keep')
    await waitFor(() => expect(actions.saveClaims).toHaveBeenCalledTimes(1))
    expect(actions.saveClaims.mock.calls[0]?.[0]).toEqual([
      {
        sentence: readNamed.sentence,
        text: readNamed.text,
        dossier: 'handsets',
        question: 'several',
        position: 'partly',
        subject: 'Oda Lindqvar',
        statement: 'Some.',
        speaker: { name: 'Harbour Wire', kind: 'outlet' },
        chain: ['Harbour Wire', 'Tarn Courier'],
      },
    ])
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(actions.deleteClaims.mock.calls).toEqual([[['reader:1']]]))
  })

  test('leaves role and body to a speaker whose name stays, and is by the outlet where nobody is named', async () => {
    const { actions } = await renderSidebar(view)
    press('Correct…')
    press('Keep')
    await waitFor(() => expect(actions.saveClaims).toHaveBeenCalledTimes(1))
    const [[kept] = []] = actions.saveClaims.mock.calls[0] ?? []
    expect(kept).toMatchObject({ speaker: readNamed.claim.speaker, chain: readNamed.claim.chain })
    press('Correct…')
    fireEvent.input(name(), { target: { value: '  ' } })
    expect(form().getByLabelText<HTMLSelectElement>('What kind of speaker').disabled).toBe(true)
    press('Keep')
    await waitFor(() => expect(actions.saveClaims).toHaveBeenCalledTimes(2))
    const [[unnamed] = []] = actions.saveClaims.mock.calls[1] ?? []
    expect(unnamed).not.toHaveProperty('speaker')
    expect(unnamed).not.toHaveProperty('chain')
  })

  describe('of a sentence that answers two questions', () => {
    const unnamed = () => row(readUnnamed.claim.id, 0)
    const box = () =>
      within(unnamed()).queryByRole<HTMLInputElement>('checkbox', {
        name: 'Does the Chancery say how it guards its telephones? no likely',
      })
    const kept = (actions: Awaited<ReturnType<typeof renderSidebar>>['actions']) =>
      actions.saveClaims.mock.calls[0]?.[0].map(({ question, position }) => `${question} ${position}`)

    test('says what else was read in it, and keeps that too, said by whom the reader names', async () => {
      const { actions } = await renderSidebar(view)
      press('Correct…', unnamed())
      expect(box()?.checked).toBe(true)
      expect(within(unnamed()).getByRole('group', { name: /also answers/ })).toBeTruthy()
      press('partly', unnamed())
      fireEvent.input(within(unnamed()).getByLabelText('Who says so'), { target: { value: 'Wenna Sorrel' } })
      fireEvent.input(within(unnamed()).getByLabelText('What it says, in your words'), {
        target: { value: 'Now and then.' },
      })
      press('Keep', unnamed())
      await waitFor(() => expect(actions.saveClaims).toHaveBeenCalledTimes(1))
      const speaker = { name: 'Wenna Sorrel', kind: 'anonymous' }
      const [first, second] = actions.saveClaims.mock.calls[0]?.[0] ?? []
      expect(kept(actions)).toEqual(['rotation partly', 'disclosure no'])
      expect(first).toMatchObject({ statement: 'Now and then.', text: readUnnamed.text, speaker })
      expect(second).toMatchObject({ statement: readUnnamed.text, text: readUnnamed.text, speaker })
    })

    test('keeps it not where the reader unticks it', async () => {
      const { actions } = await renderSidebar(view)
      press('Correct…', unnamed())
      const ticked = box()
      if (ticked) fireEvent.click(ticked)
      expect(box()?.checked).toBe(false)
      press('Keep', unnamed())
      await waitFor(() => expect(kept(actions)).toEqual(['rotation yes']))
    })

    test('of one question it says one thing: chosen for that one, it is not offered again', async () => {
      const { actions } = await renderSidebar(view)
      press('Correct…', unnamed())
      fireEvent.change(within(unnamed()).getByLabelText('Which question it answers'), {
        target: { value: 'disclosure' },
      })
      expect(box()).toBeNull()
      press('Keep', unnamed())
      await waitFor(() => expect(kept(actions)).toEqual(['disclosure yes']))
    })

    test('is undone in one step', async () => {
      const ids = ['reader:1', 'reader:2'].map(asClaimId)
      const { actions } = await renderSidebar(view, { saveClaims: async () => succeed({ claims: ids }) })
      press('Correct…', unnamed())
      press('Keep', unnamed())
      fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
      await waitFor(() => expect(actions.deleteClaims.mock.calls).toEqual([[ids]]))
    })

    test('asks nothing where it answers one, and in the list of all that was read', async () => {
      await renderSidebar(view)
      press('Correct…')
      expect(form().queryByRole('group', { name: /also answers/ })).toBeNull()
      fireEvent.click(screen.getByRole('button', { name: 'Keep what this article says…' }))
      for (const button of screen.getAllByRole('button', { name: 'Edit' })) fireEvent.click(button)
      expect(screen.queryByRole('group', { name: /also answers/ })).toBeNull()
    })
  })

  test('"Not a claim" is one press, of the question it was read as, and undone in one', async () => {
    const { actions } = await renderSidebar(view)
    press('Correct…')
    press('partly')
    press('Not a claim')
    await waitFor(() => screen.getByText('Kept: not a claim.'))
    expect(actions.saveClaims.mock.calls[0]?.[0]).toMatchObject([
      { question: 'rotation', position: 'no', isRejected: true, text: readNamed.text },
    ])
    const undo = screen.getByRole('button', { name: 'Undo' })
    await waitFor(() => expect(document.activeElement).toBe(undo))
    fireEvent.click(undo)
    await waitFor(() => expect(actions.deleteClaims).toHaveBeenCalledTimes(1))
  })

  test('"Not a claim" is offered of a related sentence, and says where it could not be kept', async () => {
    const { actions } = await renderSidebar(view, { saveClaims: async () => fail('storage-full', '') })
    press('Not a claim', document.querySelector<HTMLElement>('[data-sentence]') as HTMLElement)
    await waitFor(() => screen.getByText('Not kept. The disk or the browser’s storage is full.'))
    expect(actions.deleteClaims).not.toHaveBeenCalled()
  })

  test('outlives a view that is loaded anew', async () => {
    const { tell } = await renderSidebar(view, {
      loadView: async () => succeed(structuredClone(view)),
    })
    press('Correct…')
    fireEvent.input(name(), { target: { value: 'Ilse Varn' } })
    await tell({ name: 'view/changed' })
    await act(() => new Promise(resolve => setTimeout(resolve, 80)))
    expect(name().value).toBe('Ilse Varn')
  })

  test('is left with Escape, which gives the focus back and does not close the sidebar', async () => {
    const { actions } = await renderSidebar(view)
    press('Correct…')
    fireEvent.keyDown(form().getByRole('button', { name: 'Keep' }), { key: 'Escape' })
    expect(named().querySelector('.answer-form')).toBeNull()
    expect(document.activeElement).toBe(form().getByRole('button', { name: 'Correct…' }))
    expect(actions.close).not.toHaveBeenCalled()
  })

  test('what was said to be no claim can be taken back later', async () => {
    const rejected = [{ ...makeReaderClaim(), isRejected: true as const }]
    const { actions } = await renderSidebar(makeView({ reading: makeMachineReading({ rejected }) }))
    fireEvent.click(screen.getByText('1 sentence you said is no claim'))
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(actions.deleteClaims.mock.calls).toEqual([[['reader:1']]]))
  })
})

describe('"keep what this article says"', () => {
  const open = () => fireEvent.click(screen.getByRole('button', { name: 'Keep what this article says…' }))
  const list = () => screen.getByRole('region', { name: 'What this article says' })
  const boxes = () => within(list()).getAllByRole<HTMLInputElement>('checkbox')

  test('lists every answer, ticked, under its question', async () => {
    await renderSidebar(view)
    open()
    expect(document.activeElement?.textContent).toBe('What this article says')
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true, true])
    expect(within(list()).getByRole('checkbox', { name: readNamed.text ?? '' })).toBeTruthy()
    expect(
      within(list())
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Is the president’s handset exchanged on a regular schedule?',
      'Does the Chancery say how it guards its telephones?',
    ])
  })

  test('keeps those ticked, as edited, in one step, and all are taken back in one', async () => {
    const saves: unknown[] = []
    const { actions } = await renderSidebar(view, {
      saveClaims: async claims => {
        saves.push(claims)
        return succeed({ claims: claims.map((_, at) => asClaimId(`reader:${at}`)) })
      },
    })
    open()
    const [first, second] = [...list().querySelectorAll<HTMLElement>('.keep-row')]
    if (!first || !second) throw new Error('the list is not there')
    fireEvent.click(within(second).getByRole('checkbox'))
    fireEvent.click(within(first).getByRole('button', { name: 'Edit' }))
    fireEvent.click(within(first).getByRole('button', { name: 'yes' }))
    fireEvent.input(within(first).getByLabelText('What it says, in your words'), {
      target: { value: 'She hands it in.' },
    })
    fireEvent.click(within(first).getByRole('button', { name: 'Done' }))
    expect(saves).toEqual([])
    expect(first.textContent).toContain('She hands it in.')
    expect(first.textContent).toContain('edited')
    fireEvent.click(within(list()).getByRole('button', { name: 'Keep 3 claims' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What this article says' })).toBeNull())
    expect(saves).toMatchObject([
      [
        {
          statement: 'She hands it in.',
          position: 'yes',
          question: 'rotation',
          chain: ['Wenna Sorrel', 'Harbour Wire', 'Tarn Courier'],
        },
        { position: 'no', question: 'disclosure', speaker: { name: 'an aide' } },
        { position: 'partly', question: 'rotation', speaker: { kind: 'outlet' }, subject: 'Oda Lindqvar' },
      ],
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(actions.deleteClaims.mock.calls).toEqual([[['reader:0', 'reader:1', 'reader:2']]]),
    )
  })

  test('names what could not be kept, keeps the list as it is, and takes it anew', async () => {
    let tries = 0
    await renderSidebar(view, {
      saveClaims: async () => {
        tries += 1
        return fail('bad-input', 'claims[2].sentence: must stand in the story, exactly once')
      },
    })
    open()
    const [box] = boxes()
    if (!box) throw new Error('no box')
    fireEvent.click(box)
    fireEvent.click(within(list()).getByRole('button', { name: 'Keep 3 claims' }))
    // The third of those that are ticked, in the order of the text.
    await waitFor(() => screen.getByText(/It is about: “The last exchange of a handset was put off twice.”/))
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, true, true])
    fireEvent.click(within(list()).getByRole('button', { name: 'Keep 3 claims' }))
    await waitFor(() => expect(tries).toBe(2))
  })

  test('keeps nothing where nothing is ticked, is cancelled, and does not stand there while it is read', async () => {
    const { actions } = await renderSidebar(view)
    open()
    for (const box of boxes()) fireEvent.click(box)
    fireEvent.click(within(list()).getByRole('button', { name: 'Keep 0 claims' }))
    expect(actions.saveClaims).not.toHaveBeenCalled()
    fireEvent.click(within(list()).getByRole('button', { name: 'Cancel' }))
    expect(screen.getByRole('button', { name: 'Keep what this article says…' })).toBeTruthy()
    cleanup()
    const modelUse = { is: 'reading', read: 12, of: 40 } as const
    await renderSidebar(makeView({ reading: makeMachineReading({ modelUse }) }))
    expect(screen.queryByRole('button', { name: 'Keep what this article says…' })).toBeNull()
  })
})

describe('whether a program read the article is said once', () => {
  const cases: [ModelUse, string][] = [
    [{ is: 'reading', read: 12, of: 40 }, 'Reading… 12 of 40 sentences'],
    [{ is: 'done' }, 'Read by a program, which is sure of no claim.'],
    [{ is: 'off' }, 'The reading model is off: compared by words alone.'],
    [{ is: 'other language' }, 'Not read: only English is. Compared by words instead.'],
    [
      { is: 'failed', failure: fail('model-refused', '').failure },
      'The reading model cannot run here: it needs more of the browser or of the memory than there is. Compared by words instead.',
    ],
  ]
  test.each(cases)('%o', async (modelUse, words) => {
    const { actions, container } = await renderSidebar(
      makeView({ reading: makeSentencesReading({ modelUse }) }),
    )
    const line = screen.getByText(words)
    expect(line.getAttribute('role')).toBe('status')
    if (modelUse.is === 'off') fireEvent.click(screen.getByRole('button', { name: 'Open the options page' }))
    expect(actions.openOptions).toHaveBeenCalledTimes(modelUse.is === 'off' ? 1 : 0)
    expect(await findFaults(container)).toEqual([])
  })

  test('with what it found, how to mend it', async () => {
    await renderSidebar(view)
    expect(screen.getByText('Read by a program: correct what is wrong.')).toBeTruthy()
  })
})

test.each(['read', 'why', 'correcting', 'correcting one of two', 'keeping', 'editing'])(
  'no fault that axe finds: %s',
  async what => {
    const { container } = await renderSidebar(view)
    if (what === 'why') press('Why?')
    if (what === 'correcting') press('Correct…')
    if (what === 'correcting one of two') press('Correct…', row(readUnnamed.claim.id))
    if (what === 'keeping' || what === 'editing')
      fireEvent.click(screen.getByRole('button', { name: 'Keep what this article says…' }))
    if (what === 'editing') fireEvent.click(screen.getAllByRole('button', { name: 'Edit' })[0] as HTMLElement)
    expect(await findFaults(container)).toEqual([])
  },
)
