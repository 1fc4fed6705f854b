import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { beginClaimDraft } from '../../../../utils/model/claim-draft'
import type { ClaimOrigin } from '../../../../utils/model/claim-entry'
import { asClaimId, asDossierId, asQuestionId } from '../../../../utils/model/ids'
import { fail, succeed } from '../../../../utils/model/result'
import { findFaults } from '../../../support/find-faults'
import { makeProposal } from '../../../support/make-claim-actions'
import { makeView } from '../../../support/make-reading'
import { makeAnsweredReading, makeReaderClaim } from '../../../support/make-sentences-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const { words } = makeProposal()
const passage = { start: 90, end: 90 + words.length }
const origin: ClaimOrigin = { from: 'passage', passage, words }
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } })
const panel = () => screen.queryByRole('heading', { name: 'Make it a claim' })
const pick = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })

/** A sidebar to which the page brought words. */
async function begin(...given: Parameters<typeof renderSidebar>) {
  const rendered = await renderSidebar(...given)
  rendered.tell({ name: 'focus/changed', event: { passage, words } })
  await waitFor(() => expect(panel()).toBeTruthy())
  return rendered
}
async function fill() {
  pick('Which question it answers', 'handsets|rotation')
  press('no')
  type('Who says so', 'an aide')
}

describe('the form of a claim', () => {
  test('begins with what is known, takes the focus, and has no fault that axe finds', async () => {
    const { container, actions } = await begin()
    expect(actions.proposeClaim.mock.calls).toEqual([[origin]])
    await waitFor(() => expect(document.activeElement).toBe(panel()))
    expect(field('What it says, in your words').value).toBe(words)
    expect(field('The time that it is about').value).toBe('2018-05')
    expect(field('Whom it is about').value).toBe('Oda Lindqvar')
    // The outlet itself says it: it came through nobody.
    expect(screen.queryByLabelText('Through whom, the outlet last')).toBeNull()
    const select = field('Which question it answers') as unknown as HTMLSelectElement
    expect(select.value).toBe('')
    expect([...select.options].map(({ text }) => text)).toEqual([
      'Choose a question',
      'Is it so: rotation?',
      'Is it so: second-handset?',
    ])
    expect(await findFaults(container)).toEqual([])
  })

  test('says what is missing at its field, and leads there', async () => {
    const { actions, container } = await begin()
    type('What it says, in your words', '  ')
    type('The time that it is about', '2031-13')
    press('Keep')
    expect(screen.getByText('Say in a few words what it says.').id).toBe(
      field('What it says, in your words').getAttribute('aria-describedby'),
    )
    expect(screen.getByText('Choose what it answers.')).toBeTruthy()
    expect(screen.getByText('Choose the question that it answers.')).toBeTruthy()
    expect(screen.getByText(/no date that Sidelight can read/)).toBeTruthy()
    expect(document.activeElement).toBe(field('What it says, in your words'))
    expect(await findFaults(container)).toEqual([])
    // What is mended is wrong no more.
    type('The time that it is about', '')
    expect(screen.queryByText(/no date that Sidelight can read/)).toBeNull()
    expect(actions.makeClaim).not.toHaveBeenCalled()
  })

  test('is kept with all that was said, and that is undone', async () => {
    const { actions } = await begin()
    await fill()
    type('Through whom, the outlet last', 'The Beacon\n\n Tarn Courier ')
    press('Keep')
    await waitFor(() => expect(panel()).toBeNull())
    expect(actions.makeClaim.mock.calls).toEqual([
      [
        origin,
        {
          statement: words,
          speaker: { name: 'an aide', kind: 'named' },
          chain: ['The Beacon', 'Tarn Courier'],
          about: '2018-05',
          subject: 'Oda Lindqvar',
          dossier: 'handsets',
          question: 'rotation',
          position: 'no',
        },
        null,
      ],
    ])
    press('Undo')
    await waitFor(() => expect(actions.deleteClaims.mock.calls).toEqual([[[asClaimId('reader:made')]]]))
  })

  test.each([
    [fail('storage-full', 'x'), /no more room|full/i],
    [fail('conflict', 'x'), /changed in another window/],
    [fail('bad-input', 'passage: is another one on the page now'), /stand on the page no more/],
    [fail('bad-input', 'addresses: the highlight has none'), /where this article stands/],
  ])('that cannot be kept stays as it is, and says why: %j', async (failure, text) => {
    await begin(makeView(), { makeClaim: async () => failure })
    await fill()
    press('Keep')
    await waitFor(() => expect(screen.getByText(text)).toBeTruthy())
    expect(field('Who says so').value).toBe('an aide')
  })

  test('of which the background refuses a part says so at that part', async () => {
    await begin(makeView(), { makeClaim: async () => fail('bad-input', 'subject: must not be empty') })
    await fill()
    press('Keep')
    await waitFor(() => expect(screen.getByText('Sidelight cannot keep this.')).toBeTruthy())
    expect(field('Whom it is about').getAttribute('aria-invalid')).toBe('true')
  })

  test('is put away by Escape, found again, and thrown away by its own button alone', async () => {
    await begin()
    type('What it says, in your words', 'It is so.')
    fireEvent.keyDown(field('What it says, in your words'), { key: 'Escape' })
    expect(panel()).toBeNull()
    expect(screen.getByRole('heading', { name: 'Claims that you began' })).toBeTruthy()
    press('Go on')
    expect(field('What it says, in your words').value).toBe('It is so.')
    press('Discard')
    expect(panel()).toBeNull()
    expect(screen.queryByText('Claims that you began')).toBeNull()
  })

  test('goes on where the sidebar was closed over it, on its own page', async () => {
    const here = { ...beginClaimDraft(origin, makeProposal()), statement: 'Half of' }
    const elsewhere = { ...here, key: 'other', address: 'https://other.example/', statement: 'Not here' }
    const { actions } = await renderSidebar(makeView(), {
      listDrafts: async () => succeed([here, elsewhere]),
    })
    await waitFor(() => expect(screen.getByText('Half of')).toBeTruthy())
    expect(screen.queryByText('Not here')).toBeNull()
    press('Discard')
    // That of the other page is kept.
    await waitFor(() => expect(actions.keepDrafts.mock.calls.at(-1)).toEqual([[elsewhere]]))
  })

  test('is kept while it is written, at the latest when the page goes', async () => {
    const { actions } = await begin()
    type('What it says, in your words', 'It is')
    fireEvent(window, new Event('pagehide'))
    expect(actions.keepDrafts.mock.calls.at(-1)?.[0]).toMatchObject([{ statement: 'It is' }])
  })

  test('stands also where nothing of the page is shown', async () => {
    const view = makeView()
    await begin({ ...view, site: { ...view.site, isOff: true } })
  })

  test('asks a question of the reader’s own, which is chosen then', async () => {
    const { actions, container } = await begin()
    press('New question…')
    expect(document.activeElement).toBe(field('What it is about'))
    expect(await findFaults(container)).toEqual([])
    press('Keep the questions')
    expect(screen.getByText('Say in a few words what it is about.')).toBeTruthy()
    expect(screen.getByText('Write at least one question.')).toBeTruthy()
    type('What it is about', 'Bells')
    type('Question 1, to be answered by yes or no', 'By hand?')
    press('Another question')
    expect(document.activeElement).toBe(field('Question 2, to be answered by yes or no'))
    type('Words that articles on it have', 'bell\n tower ')
    press('Keep the questions')
    await waitFor(() => expect(screen.queryByLabelText('What it is about')).toBeNull())
    expect(actions.saveOwnDossier.mock.calls).toEqual([
      [{ id: null, title: 'Bells', terms: ['bell', 'tower'], questions: [{ id: null, text: 'By hand?' }] }],
    ])
    expect(field('Which question it answers').value).toBe('own-1|own-0')
  })
})

describe('a claim of one’s own', () => {
  const answered = makeView({ reading: makeAnsweredReading() })
  const row = (id: string) => {
    const found = document.querySelector<HTMLElement>(`[data-claim="${id}"]`)
    return found ? within(found) : expect.fail(`${id} is not shown`)
  }

  test('is changed where it stands, and that undone', async () => {
    const before = makeReaderClaim()
    const asked = { dossier: asDossierId('handsets'), question: asQuestionId('rotation') }
    const proposal = makeProposal({ asked, seenMs: 7, address: '' })
    const { actions } = await renderSidebar(answered, {
      proposeClaim: async () =>
        succeed({ ...proposal, entry: { ...proposal.entry, position: 'yes' as const } }),
      makeClaim: vi.fn(async () => succeed({ claim: before.id, before })),
    })
    fireEvent.click(row('reader:1').getByRole('button', { name: 'Change' }))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Change your claim' })).toBeTruthy())
    press('Keep')
    await waitFor(() => expect(screen.getByText('Your claim is changed.')).toBeTruthy())
    expect(actions.makeClaim.mock.calls[0]?.[0]).toEqual({ from: 'claim', claim: 'reader:1' })
    expect(actions.makeClaim.mock.calls[0]?.[2]).toBe(7)
    press('Undo')
    await waitFor(() => expect(actions.restoreClaims.mock.calls).toEqual([[[before]]]))
  })
})

describe('a claim of a dossier', () => {
  const related = () => {
    const found = document.querySelector<HTMLElement>('[data-claim="beacon#1"]')
    return found ? within(found) : expect.fail('not shown')
  }

  test('is disputed with a reason', async () => {
    const { actions, container } = await renderSidebar()
    fireEvent.click(related().getByRole('button', { name: 'Dispute…' }))
    const reason = field('Why you dispute it')
    expect(document.activeElement).toBe(reason)
    expect(await findFaults(container)).toEqual([])
    fireEvent.input(reason, { target: { value: 'Nobody saw it.' } })
    press('Dispute it')
    await waitFor(() => expect(screen.queryByLabelText('Why you dispute it')).toBeNull())
    expect(actions.remarkClaim.mock.calls).toEqual([
      ['beacon#1', { kind: 'disputed', reason: 'Nobody saw it.' }],
    ])
    press('Undo')
    await waitFor(() => expect(actions.remarkClaim.mock.calls.at(-1)).toEqual(['beacon#1', null]))
  })

  test('says that it is disputed, in its place, and no more than that', async () => {
    const view = makeView()
    const questions = view.reading.questions.map(question => ({
      ...question,
      related: question.related.map(each =>
        each.claim.id === 'beacon#1' ? { ...each, claim: { ...each.claim, disputed: 'Hearsay.' } } : each,
      ),
    }))
    await renderSidebar({ ...view, reading: { ...view.reading, questions } })
    expect(related().getByText('You dispute this: Hearsay.')).toBeTruthy()
    expect(related().getByRole('button', { name: 'Dispute no more' })).toBeTruthy()
  })

  test('is hidden by one press, listed, and brought back', async () => {
    const remark = {
      claim: asClaimId('gone#1'),
      kind: 'hidden' as const,
      reason: '',
      statement: 'It is gone.',
      atMs: 1,
    }
    const { actions } = await renderSidebar(makeView({ hidden: [remark] }))
    fireEvent.click(related().getByRole('button', { name: 'Hide' }))
    await waitFor(() => expect(screen.getByText('Hidden: it is left out everywhere.')).toBeTruthy())
    expect(actions.remarkClaim.mock.calls).toEqual([['beacon#1', { kind: 'hidden', reason: '' }]])
    const fold = screen.getByText('1 claim that you hid').closest('details')
    if (!fold) throw new Error('no fold')
    expect(within(fold).getByText('It is gone.')).toBeTruthy()
    fireEvent.click(within(fold).getByRole('button', { name: 'Show again' }))
    await waitFor(() => expect(actions.remarkClaim.mock.calls.at(-1)).toEqual(['gone#1', null]))
  })

  test('that cannot be remarked says why', async () => {
    await renderSidebar(makeView(), { remarkClaim: async () => fail('storage-full', 'x') })
    fireEvent.click(related().getByRole('button', { name: 'Hide' }))
    await waitFor(() => expect(screen.getByText(/full|room/i)).toBeTruthy())
  })
})
