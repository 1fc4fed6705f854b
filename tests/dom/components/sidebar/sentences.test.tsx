import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SidebarActions } from '../../../../components/sidebar/sidebar-actions'
import { asClaimId } from '../../../../utils/model/ids'
import type { SentenceHere } from '../../../../utils/model/reading'
import { fail, type Result, succeed } from '../../../../utils/model/result'
import { findFaults } from '../../../support/find-faults'
import { makeView } from '../../../support/make-reading'
import {
  makeAnsweredReading,
  makeReaderClaim,
  makeSentencesReading,
} from '../../../support/make-sentences-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const reading = makeSentencesReading()
const view = makeView({ reading })
const box = (start: number) => {
  const found = document.querySelector<HTMLElement>(`[data-sentence="${start}"]`)
  if (!found) throw new Error(`the sentence at ${start} is not shown`)
  return found
}
const claim = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-claim="${id}"]`)
  if (!found) throw new Error(`${id} is not shown`)
  return within(found)
}
const inBox = (start: number) => within(box(start))
const choose = (name: string, start = 120) => fireEvent.click(inBox(start).getByRole('button', { name }))
const field = (start = 120) => inBox(start).getByLabelText<HTMLTextAreaElement>('What it says, in your words')
const type = (value: string) => fireEvent.input(field(), { target: { value } })
const keep = () => fireEvent.click(inBox(120).getByRole('button', { name: 'Keep' }))

describe('sentences that may speak of what is on file', () => {
  test('are counted in the header, and said to be found by words alone', async () => {
    await renderSidebar(view)
    expect(screen.getByText('3 sentences may speak of what is on file.')).toBeTruthy()
    expect(
      screen.getByText(
        'Found by likeness or shared words; Sidelight does not know whether the article agrees.',
      ),
    ).toBeTruthy()
    expect(screen.getByRole('tab', { name: 'Claims' })).toBeTruthy()
  })

  test('stand by question, each with its words and the claims that share some', async () => {
    await renderSidebar(view)
    const cards = [...document.querySelectorAll('article.question')]
    expect(cards.map(card => card.querySelector('h3')?.textContent)).toEqual([
      'Is the president’s handset exchanged on a regular schedule?',
      'Does the Chancery say how it guards its telephones?',
    ])
    const [first, second] = cards.map(card => card.querySelectorAll('[data-sentence]').length)
    expect([first, second]).toEqual([2, 1])
    const row = box(120).closest('li') as HTMLElement
    expect(within(box(120)).getByText(/Every month a technician/)).toBeTruthy()
    expect(within(row).getByRole('heading', { name: 'related', level: 4 }).textContent).toContain('·')
    expect(row.querySelectorAll('[data-claim]')).toHaveLength(3)
    const [related] = row.querySelectorAll('[data-claim]')
    for (const shown of ['no', 'Apr 2018', 'paraphrase', 'nobody insists', 'a former adviser'])
      expect(related?.textContent).toContain(shown)
    fireEvent.click(within(related as HTMLElement).getByRole('button', { name: 'Why?' }))
    expect(related?.textContent).toContain('share these words: handset, exchange, Chancery')
  })

  test('stand above the questions on file', async () => {
    await renderSidebar(view)
    const heads = screen.getAllByRole('heading', { level: 2 }).map(head => head.textContent)
    expect(heads.slice(0, 2)).toEqual([
      'Sentences that may speak of what is on file',
      'Questions on file about this topic',
    ])
    expect(screen.queryByText(/nothing is marked/)).toBeNull()
  })

  test('lead to their words on the page', async () => {
    const { actions } = await renderSidebar(view)
    fireEvent.click(inBox(480).getByRole('button', { name: 'Show on page' }))
    expect(actions.showSentence.mock.calls).toEqual([[480]])
  })

  test('are led to by a mark’s card, also the second time', async () => {
    const { tell } = await renderSidebar(view)
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    for (const _ of ['first', 'second']) {
      screen.getByRole('button', { name: 'Menu' }).focus()
      await tell({ name: 'focus/changed', event: { sentence: 900 } })
      await waitFor(() => expect(document.activeElement).toBe(box(900)))
      expect(box(900).classList.contains('is-spotted')).toBe(true)
    }
    expect(screen.getByRole('tab', { name: /Claims/ }).getAttribute('aria-selected')).toBe('true')
  })
})

describe('"this article says"', () => {
  test('is a named group of four, and nothing is chosen before the reader does', async () => {
    await renderSidebar(view)
    const group = inBox(120).getByRole('group', { name: 'This article says' })
    const buttons = within(group).getAllByRole('button')
    expect(buttons.map(button => button.textContent?.trim())).toEqual(['yes', 'no', 'partly', 'leaves open'])
    expect(buttons.map(button => button.getAttribute('aria-pressed'))).toEqual(Array(4).fill('false'))
    expect(buttons.every(button => button.querySelector('svg'))).toBe(true)
    expect(document.querySelector('.answer-form')).toBeNull()
  })

  test('is kept in the reader’s words, as an answer to the question, about whom the nearest claim is', async () => {
    const { actions } = await renderSidebar(view)
    choose('yes')
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe(reading.sentences[0]?.text)
    choose('leaves open')
    type('  Nobody says how often.  ')
    keep()
    await waitFor(() => expect(actions.saveClaims).toHaveBeenCalledTimes(1))
    expect(actions.saveClaims.mock.calls).toEqual([
      [
        [
          {
            sentence: reading.sentences[0]?.span,
            text: reading.sentences[0]?.text,
            dossier: 'handsets',
            question: 'rotation',
            position: 'unknown',
            subject: 'Oda Lindqvar',
            statement: 'Nobody says how often.',
          },
        ],
      ],
    ])
    await waitFor(() => expect(document.querySelector('.answer-form')).toBeNull())
  })

  test('is about the subject that the nearest claim names', async () => {
    const first = reading.sentences[0] as SentenceHere
    const [related] = first.related
    if (!related) throw new Error('nothing is related')
    const ministers = { ...related, claim: { ...related.claim, subject: 'the ministers' } }
    const { actions } = await renderSidebar(
      makeView({ reading: makeSentencesReading({ sentences: [{ ...first, related: [ministers] }] }) }),
    )
    choose('no')
    keep()
    expect(actions.saveClaims.mock.calls[0]?.[0]).toMatchObject([{ subject: 'the ministers' }])
  })

  test('leads, once it is kept, to where it stands from then on', async () => {
    const answers = [view, makeView({ reading: makeAnsweredReading() })]
    await renderSidebar(view, {
      loadView: async () => succeed(answers.shift() ?? makeView({ reading: makeAnsweredReading() })),
    })
    choose('yes')
    keep()
    await waitFor(() => expect(document.activeElement?.getAttribute('data-claim')).toBe(makeReaderClaim().id))
    expect(document.querySelector('[data-sentence="120"]')).toBeNull()
  })

  test.each([
    ['storage-full', 'Not kept. The disk or the browser’s storage is full.'],
    ['bad-input', /^Not kept. Sidelight could not find this sentence again/],
  ] as const)('says when it could not be kept (%s), and keeps the words', async (kind, words) => {
    let tries = 0
    const saveClaims: SidebarActions['saveClaims'] = async () => {
      tries += 1
      return fail(kind, '')
    }
    const { tell } = await renderSidebar(view, { saveClaims })
    choose('no')
    type('It is not.')
    keep()
    await waitFor(() => screen.getByText(words))
    await tell({ name: 'view/changed' })
    expect(field().value).toBe('It is not.')
    expect(inBox(120).getByRole('button', { name: 'no' }).getAttribute('aria-pressed')).toBe('true')
    keep()
    await waitFor(() => expect(tries).toBe(2))
  })

  test('is not sent twice, nor changed, while it is on its way', async () => {
    const saveClaims = vi.fn(() => new Promise<Result<never>>(() => {}))
    await renderSidebar(view, { saveClaims })
    choose('no')
    keep()
    keep()
    choose('yes')
    expect(field().readOnly).toBe(true)
    expect(saveClaims).toHaveBeenCalledTimes(1)
    expect(inBox(120).getByRole('button', { name: 'no' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('needs words', async () => {
    const { actions } = await renderSidebar(view)
    choose('no')
    type('   ')
    keep()
    expect(actions.saveClaims).not.toHaveBeenCalled()
    expect(screen.getByText('Say in a few words what it says.')).toBeTruthy()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field())
  })

  test('takes at most 500 characters, of a longer sentence whole words', async () => {
    const text = 'handsets '.repeat(80).trim()
    const first = { ...(reading.sentences[0] as SentenceHere), text }
    await renderSidebar(makeView({ reading: makeSentencesReading({ sentences: [first] }) }))
    choose('no')
    expect(field().maxLength).toBe(500)
    expect(field().value.length).toBeLessThanOrEqual(500)
    expect(field().value).toMatch(/^(handsets )+handsets$/)
  })

  test.each([
    ['Cancel', () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))],
    ['Escape', () => fireEvent.keyDown(field(), { key: 'Escape' })],
  ])('can be left with %s, which gives the focus back', async (_, leave) => {
    const { actions } = await renderSidebar(view)
    choose('partly')
    leave()
    expect(document.querySelector('.answer-form')).toBeNull()
    expect(document.activeElement).toBe(inBox(120).getByRole('button', { name: 'partly' }))
    expect(actions.saveClaims).not.toHaveBeenCalled()
  })
})

describe('what the reader said', () => {
  const answered = makeView({ reading: makeAnsweredReading() })

  test('is called theirs, here and among related claims, and it alone can be changed and taken back', async () => {
    await renderSidebar(answered)
    expect(claim('reader:1').getByText('yours')).toBeTruthy()
    expect(claim('reader:1').queryByText('paraphrase')).toBeNull()
    expect(claim('reader:2').getByText('yours')).toBeTruthy()
    expect(claim('beacon#1').queryByText('yours')).toBeNull()
    for (const name of ['Take back', 'Change']) {
      expect(screen.getAllByRole('button', { name })).toHaveLength(2)
      expect(claim('beacon#1').queryByRole('button', { name })).toBeNull()
      expect(claim('reader:2').getByRole('button', { name })).toBeTruthy()
    }
    expect(claim('reader:2').queryByRole('button', { name: 'Hide' })).toBeNull()
    expect(claim('beacon#1').getByRole('button', { name: 'Hide' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Questions on file about this topic' })).toBeTruthy()
  })

  test('can be taken back, and that undone', async () => {
    const { actions } = await renderSidebar(answered)
    fireEvent.click(claim('reader:1').getByRole('button', { name: 'Take back' }))
    await waitFor(() => screen.getByText('Your answer is taken back.'))
    expect(actions.deleteClaims.mock.calls).toEqual([[[asClaimId('reader:1')]]])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
    expect(actions.restoreClaims.mock.calls).toEqual([[[makeReaderClaim()]]])
    expect(actions.undo).not.toHaveBeenCalled()
  })

  test('can be taken back where its sentence is gone from the page', async () => {
    const own = answered.reading.claims.map(here => ({
      ...here,
      span: null,
      sentence: null,
      text: null,
      notPlaced: 'absent' as const,
    }))
    await renderSidebar(makeView({ reading: { ...answered.reading, claims: own } }))
    expect(claim('reader:1').queryByRole('button', { name: 'Show on page' })).toBeNull()
    expect(claim('reader:1').getByRole('button', { name: 'Take back' })).toBeTruthy()
  })
})

test.each(['found', 'writing', 'empty', 'answered'])('no fault that axe finds: %s', async what => {
  const { container } = await renderSidebar(
    what === 'answered' ? makeView({ reading: makeAnsweredReading() }) : view,
  )
  if (what === 'writing' || what === 'empty') choose('yes')
  if (what === 'empty') {
    type('')
    keep()
  }
  expect(await findFaults(container)).toEqual([])
})
