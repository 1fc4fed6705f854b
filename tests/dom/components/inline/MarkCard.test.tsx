import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Grace } from '../../../../components/inline/create-grace'
import { type CardContent, MarkCard } from '../../../../components/inline/MarkCard'
import type { Place } from '../../../../components/inline/place-card'
import { Words } from '../../../../components/shared/words'
import { asClaimId, asQuestionId } from '../../../../utils/model/ids'
import type { ClaimOnFile, RelatedClaim } from '../../../../utils/model/reading'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeHighlight } from '../../../support/make-dossier'
import { agreeing, makeHere, makeMark, opposing, questionText } from './make-claim'

const place: Place = { x: 40, y: 60, side: 'below' }
const calls = { onSize: vi.fn(), onSidebar: vi.fn(), onSaveHighlight: vi.fn(), onClose: vi.fn() }
const claim = (...parts: Parameters<typeof makeHere>): CardContent => ({
  kind: 'claim',
  here: makeHere(...parts),
  question: questionText,
})
const highlight = makeHighlight('h', {
  selectors: [
    { type: 'TextQuoteSelector', exact: 'needs no such rotation', prefix: '', suffix: '' },
    { type: 'TextPositionSelector', start: 3, end: 25 },
  ],
  note: 'Ask <b>the</b> press office.',
})
interface Parts {
  isByKeyboard?: boolean
  place?: Place | null
  grace?: Grace
}
const card = (content: CardContent, parts: Parts = {}) => (
  <Words.Provider value={english}>
    <MarkCard content={content} place={place} isByKeyboard={false} {...calls} {...parts} />
  </Words.Provider>
)
const button = (name: string) => screen.getByRole('button', { name })

beforeEach(() => vi.clearAllMocks())
afterEach(cleanup)

describe('a card at a disputed claim', () => {
  test('says how many dispute it, and shows the strongest of both sides with chain and time', () => {
    render(card(claim(makeMark())))
    const dialog = screen.getByRole('dialog', { name: 'What is on file about this claim' })
    expect(dialog.textContent).toContain('≠ 2 sources dispute this')
    expect(dialog.textContent).toContain(questionText)
    expect(screen.getByText(opposing.claim.statement)).toBeTruthy()
    expect(dialog.textContent).toContain('two senior aides')
    expect(dialog.textContent).toContain('May 2031')
    expect(screen.getByText(agreeing.claim.statement)).toBeTruthy()
    expect(dialog.textContent).toContain('= agrees')
    expect(dialog.textContent).toContain('paraphrases')
  })

  test('names the relation of the opposing claim where the badge speaks of another', () => {
    render(card(claim(makeMark({ relation: 'later account differs', sources: 1, isSameSpeaker: true }))))
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toContain('↻ 1 later account differs')
    expect(dialog.textContent).toContain('≠ disputes')
    expect(dialog.textContent).toContain('The same speaker said otherwise')
  })

  test('links to the articles on file without saying where the reader comes from', () => {
    render(card(claim(makeMark())))
    const links = screen.getAllByRole('link')
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      'https://courier.example/no',
      'https://web.archive.org/web/20310523/https://courier.example/no',
      'https://courier.example/yes',
      'https://web.archive.org/web/20310523/https://courier.example/yes',
    ])
    expect(links.every(link => /noreferrer/.test(link.getAttribute('rel') ?? ''))).toBe(true)
  })

  test('compares side by side, with either claim, and goes back', () => {
    render(card(claim(makeMark())))
    fireEvent.click(button('Compare side by side'))
    const rows = screen.getAllByRole('row').map(row => row.textContent)
    expect(rows).toEqual([
      'In this articleOn file',
      expect.stringContaining(`exchanged every month.${opposing.claim.statement}`),
      expect.stringMatching(/Answer\s*yes\s*no/),
      expect.stringContaining('Ilse Marrowhead of the premier’s officetwo senior aides'),
      expect.stringContaining('Northern Post'),
      'Howsays sosays so',
      'When22 May 2031May 2031',
    ])
    fireEvent.click(button('agrees'))
    expect(within(screen.getByRole('table')).getByText(agreeing.claim.statement)).toBeTruthy()
    expect(button('agrees').getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(button('Back'))
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('emphasises what differs where it was compared word by word', () => {
    const compared = {
      here: [
        { text: 'Every ', kind: null, standing: 'same' as const },
        { text: 'month', kind: 'time' as const, standing: 'differs' as const },
        { text: ' they ring.', kind: null, standing: 'only' as const },
      ],
      onFile: [{ text: 'No word.', kind: null, standing: 'only' as const }],
      areNear: false,
    }
    render(card(claim(makeMark({ strongestOpposing: { ...opposing, compared } }))))
    fireEvent.click(button('Compare side by side'))
    expect(screen.getByRole('table').textContent).toContain(
      'Every month◷≠ (date, differs) they ring.No word.',
    )
    expect([...document.querySelectorAll('mark')].map(mark => mark.title)).toEqual(['date, differs'])
    expect(screen.getByRole('list', { name: 'Signs of what differs' }).textContent).toBe('◷ date')
  })

  test('emphasises plain words only where most are the same', () => {
    const words = [{ text: 'Every month', kind: null, standing: 'only' as const }]
    const compared = { here: words, onFile: words, areNear: true }
    render(card(claim(makeMark({ strongestOpposing: { ...opposing, compared } }))))
    fireEvent.click(button('Compare side by side'))
    expect([...document.querySelectorAll('mark')].map(mark => mark.textContent)).toEqual([
      'Every month',
      'Every month',
    ])
    expect(screen.queryByRole('list', { name: 'Signs of what differs' })).toBeNull()
  })

  test('hands each wish on', () => {
    render(card(claim(makeMark())))
    fireEvent.click(button('Show in sidebar'))
    fireEvent.click(button('Save highlight'))
    fireEvent.click(button('Close'))
    expect(calls.onSidebar).toHaveBeenCalledTimes(1)
    expect(calls.onSaveHighlight).toHaveBeenCalledTimes(1)
    expect(calls.onClose).toHaveBeenCalledTimes(1)
  })
})

test('a claim that nobody else speaks of says so, and has nothing to compare with', () => {
  render(card({ ...claim(null), question: null } as CardContent))
  expect(screen.getByRole('dialog').textContent).toContain('Nobody else on file speaks of it yet')
  expect(screen.getByText('The premier’s handsets are exchanged every month.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Compare side by side' })).toBeNull()
})

test('what the reader said is called theirs, in its own card and in others', () => {
  const isOwn = (claim: ClaimOnFile): ClaimOnFile => ({
    ...claim,
    source: { ...claim.source, isReaders: true },
  })
  const alone = makeHere(null)
  render(card({ kind: 'claim', here: { ...alone, claim: isOwn(alone.claim) }, question: null }))
  expect(screen.getByRole('dialog').querySelector('.badge')?.textContent).toContain('yours')
  expect(screen.getByText(/You said what this sentence says/)).toBeTruthy()
  cleanup()
  render(card(claim(makeMark({ strongestOpposing: { ...opposing, claim: isOwn(opposing.claim) } }))))
  expect(screen.getByText('yours').closest('.claim')?.textContent).toContain(opposing.claim.statement)
})

describe('a card at a sentence of an article that is not on file', () => {
  const related = (id: string): RelatedClaim => ({
    ...opposing,
    claim: { ...opposing.claim, id: asClaimId(id), statement: `The statement ${id}.` },
    relation: 'related',
    against: null,
    reasons: [{ rule: 'shared_words', values: ['handset, exchange'], weight: 0.7 }],
  })
  const content: CardContent = {
    kind: 'sentence',
    here: {
      span: { start: 10, end: 60 },
      text: 'A fresh handset comes every month.',
      question: { id: asQuestionId('rotation'), group: 'Habits', text: questionText },
      related: ['one', 'two', 'three'].map(related),
    },
  }

  test('shows the two nearest claims with answer, chain and time, and the words that matched', () => {
    render(card(content))
    const dialog = screen.getByRole('dialog', { name: 'What this sentence may speak of' })
    expect(dialog.querySelector('.badge')?.textContent).toBe('· related')
    expect(dialog.textContent).toContain(questionText)
    expect(screen.getAllByText(/^The statement/).map(({ textContent }) => textContent)).toEqual([
      'The statement one.',
      'The statement two.',
    ])
    expect(screen.getAllByText('Shared words: handset, exchange')).toHaveLength(2)
    for (const shown of ['no', 'two senior aides', 'Northern Post', 'May 2031', 'does not know'])
      expect(dialog.textContent).toContain(shown)
    expect(screen.queryByRole('button', { name: 'Compare side by side' })).toBeNull()
  })

  test('hands each wish on, and takes no typing', () => {
    render(card(content))
    fireEvent.click(button('Show in sidebar'))
    fireEvent.click(button('Save highlight'))
    expect(calls.onSidebar).toHaveBeenCalledTimes(1)
    expect(calls.onSaveHighlight).toHaveBeenCalledTimes(1)
    expect(document.querySelectorAll('input, textarea, [contenteditable]')).toHaveLength(0)
  })

  test('has no fault that axe finds', async () => {
    const { container } = render(card(content))
    expect(await findFaults(container)).toEqual([])
  })
})

describe('a card at a highlight', () => {
  test('shows the passage, how it was found again, and the note as it was written', () => {
    render(card({ kind: 'highlight', highlight, state: 'moved' }))
    const dialog = screen.getByRole('dialog', { name: 'Your highlight' })
    expect(dialog.textContent).toContain('needs no such rotation')
    expect(dialog.textContent).toContain(english('sidebar_anchorMoved'))
    expect(dialog.textContent).toContain('Ask <b>the</b> press office.')
    fireEvent.click(button('Open in sidebar'))
    expect(calls.onSidebar).toHaveBeenCalledTimes(1)
  })

  test('says that there is no note, and takes no typing', () => {
    render(card({ kind: 'highlight', highlight: { ...highlight, note: '' }, state: 'exact' }))
    expect(screen.getByText('No note yet.')).toBeTruthy()
    expect(document.querySelectorAll('input, textarea, [contenteditable]')).toHaveLength(0)
  })
})

describe('the focus', () => {
  const focusNew = () => {
    const link = document.createElement('button')
    document.body.append(link)
    link.focus()
    return link
  }

  test('stays in the page where the card was opened by pointing', () => {
    const link = focusNew()
    render(card(claim(makeMark())))
    expect(document.activeElement).toBe(link)
    link.remove()
  })

  test('goes into a card opened by keyboard once it has its place, and back when it closes', () => {
    const link = focusNew()
    const { rerender, unmount } = render(card(claim(makeMark()), { isByKeyboard: true, place: null }))
    expect(document.activeElement).toBe(link)
    rerender(card(claim(makeMark()), { isByKeyboard: true }))
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
    unmount()
    expect(document.activeElement).toBe(link)
    link.remove()
  })

  test('is left alone at the end where the reader went elsewhere meanwhile', () => {
    const link = focusNew()
    const other = focusNew()
    link.focus()
    const { unmount } = render(card(claim(makeMark()), { isByKeyboard: true }))
    other.focus()
    unmount()
    expect(document.activeElement).toBe(other)
    link.remove()
    other.remove()
  })

  describe('in the closed root that it stands in', () => {
    /** The card opened by keyboard from a button of the page, as the reader's script draws it. */
    const open = () => {
      const before = focusNew()
      const host = document.createElement('div')
      document.body.append(host)
      const root = host.attachShadow({ mode: 'closed' })
      const container = document.createElement('div')
      root.append(container)
      const { unmount } = render(card(claim(makeMark()), { isByKeyboard: true }), { container })
      expect(document.activeElement).toBe(host)
      const leave = () => {
        before.remove()
        host.remove()
      }
      return { before, host, root, unmount, leave }
    }

    test('comes back from the card', () => {
      const { before, unmount, leave } = open()
      unmount()
      expect(document.activeElement).toBe(before)
      leave()
    })

    test('comes back from nowhere', () => {
      const { before, root, unmount, leave } = open()
      ;(root.activeElement as HTMLElement).blur()
      expect(document.activeElement).toBe(document.body)
      unmount()
      expect(document.activeElement).toBe(before)
      leave()
    })

    test('is not pulled from a field of the page', () => {
      const { unmount, leave } = open()
      const field = document.createElement('input')
      document.body.append(field)
      field.focus()
      unmount()
      expect(document.activeElement).toBe(field)
      field.remove()
      leave()
    })

    test('is not pulled from another thing of ours', () => {
      const { host, root, unmount, leave } = open()
      const sidebar = document.createElement('button')
      root.append(sidebar)
      sidebar.focus()
      unmount()
      expect([document.activeElement, root.activeElement]).toEqual([host, sidebar])
      leave()
    })
  })

  test('goes round the buttons with the arrow keys, and Escape closes', () => {
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    render(card(claim(makeMark())))
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
    button('Compare side by side').focus()
    press('ArrowRight')
    expect(document.activeElement).toBe(button('Show in sidebar'))
    press('End')
    expect(document.activeElement).toBe(button('Close'))
    press('ArrowRight')
    expect(document.activeElement).toBe(button('Compare side by side'))
    press('ArrowLeft')
    expect(document.activeElement).toBe(button('Close'))
    press('Escape')
    expect(calls.onClose).toHaveBeenCalledTimes(1)
    expect(heard).not.toHaveBeenCalled()
    press('a')
    expect(heard).toHaveBeenCalledTimes(1)
    document.removeEventListener('keydown', heard)
  })
})

test('holds its grace while the pointer or the focus is in it', () => {
  const grace = { hold: vi.fn(), release: vi.fn(), dispose: vi.fn() }
  render(card(claim(makeMark()), { grace }))
  const dialog = screen.getByRole('dialog')
  fireEvent.pointerEnter(dialog)
  fireEvent.pointerLeave(dialog)
  expect([grace.hold.mock.calls.length, grace.release.mock.calls.length]).toEqual([1, 1])
  button('Save highlight').focus()
  expect([grace.hold.mock.calls.length, grace.release.mock.calls.length]).toEqual([2, 1])
  // The pointer slips off a card in use.
  fireEvent.pointerLeave(dialog)
  expect(grace.release).toHaveBeenCalledTimes(1)
  button('Save highlight').blur()
  expect(grace.release).toHaveBeenCalledTimes(2)
})

test('tells its size before it is seen, and again only when that changes', () => {
  const size = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(340)
  const { rerender } = render(card(claim(makeMark()), { place: null }))
  expect(screen.getByRole('dialog', { hidden: true }).style.visibility).toBe('hidden')
  expect(calls.onSize).toHaveBeenCalledWith({ width: 340, height: 0 })
  rerender(card(claim(makeMark())))
  expect(screen.getByRole('dialog').style.left).toBe('40px')
  expect(calls.onSize).toHaveBeenCalledTimes(1)
  size.mockReturnValue(480)
  fireEvent.click(button('Compare side by side'))
  expect(calls.onSize).toHaveBeenLastCalledWith({ width: 480, height: 0 })
  size.mockRestore()
})

test.each<[string, CardContent]>([
  ['a disputed claim', claim(makeMark())],
  ['a claim nobody else speaks of', claim(null)],
  ['a highlight', { kind: 'highlight', highlight, state: 'lost' }],
])('has no faults of accessibility: %s', async (_, content) => {
  const { container } = render(card(content))
  expect(await findFaults(container)).toEqual([])
})

test('has none while it compares', async () => {
  const { container } = render(card(claim(makeMark())))
  fireEvent.click(button('Compare side by side'))
  expect(await findFaults(container)).toEqual([])
})

describe('a card at a claim that a program read', () => {
  const read = (markedBy: Parameters<typeof makeHere>[0]): CardContent => ({
    kind: 'claim',
    here: {
      ...makeHere(markedBy),
      machine: {
        answers: [
          { question: asQuestionId('other'), position: 'yes', certainty: 'likely', neighbours: [] },
          { question: asQuestionId('rotation'), position: 'no', certainty: 'possibly', neighbours: [] },
        ],
        voice: [],
      },
    },
    question: questionText,
  })

  test('says so in one line, as sure as it is of the question of the mark', async () => {
    const { container } = render(card(read(makeMark())))
    expect(screen.getByText('Read by a program: possibly no. It may be wrong.')).toBeTruthy()
    expect(await findFaults(container)).toEqual([])
  })

  test('calls it neither on file nor a paraphrase where nothing stands beside it', () => {
    render(card(read(null)))
    expect(screen.getByText('Read by a program: likely yes. It may be wrong.')).toBeTruthy()
    expect(screen.getByRole('dialog').textContent).not.toMatch(/is on file|paraphrase/)
  })
})
