import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { asClaimId } from '../../../../utils/model/ids'
import type { ModelUse } from '../../../../utils/model/model-use'
import { fail } from '../../../../utils/model/result'
import { english } from '../../../support/english'
import { makeQuestion, makeRelated } from '../../../support/make-question'
import { makeReading, makeUnknownReading, makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const question = /exchanged on a regular schedule/
const card = () => {
  const found = screen.getByRole('heading', { name: question, level: 2 }).closest('article')
  if (!found) throw new Error('no card')
  return within(found)
}
const claim = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-claim="${id}"]`)
  if (!found) throw new Error(`${id} is not shown`)
  return found
}
const press = (name: string | RegExp, within_ = screen as ReturnType<typeof within>) =>
  fireEvent.click(within_.getByRole('button', { name }))

describe('an article on file', () => {
  test('says what it is about, in one line', async () => {
    await renderSidebar()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'The security of the president’s handset',
    )
    expect(
      screen.getByText(
        '4 claims in this article bear on 3 questions; 23 claims on file from 11 outlets, 2009–2025.',
      ),
    ).toBeTruthy()
    expect(document.title).toBe('President’s handset meets every standard, officials say – Sidelight')
  })

  test('a question has the article’s answers, the labels and the sources', async () => {
    await renderSidebar()
    expect(
      card().getByText('In this article: the Chancery says yes, The Beacon’s sources say no'),
    ).toBeTruthy()
    expect(card().getByText('disputed')).toBeTruthy()
    expect(card().getByText('disputed within the article')).toBeTruthy()
    expect(card().getByText('9 sources (12 outlets)')).toBeTruthy()
  })

  test('of a question with very much on file it says how much was read', async () => {
    const view = makeView()
    const [first, ...others] = view.reading.questions
    const { span } = view.reading
    if (!first || !span) expect.fail('no question')
    const questions = [{ ...first, sample: { read: 64, of: 27_114 } }, ...others]
    await renderSidebar(
      makeView({ reading: { ...view.reading, questions, span: { ...span, isSample: true } } }),
    )
    expect(screen.getAllByText('The nearest 64 of 27,114 claims on file')).toHaveLength(1)
    expect(document.querySelector('.summary')?.textContent).toContain(
      'the nearest 23 claims of the many on file',
    )
  })

  test('every claim says that it is a paraphrase', async () => {
    await renderSidebar()
    const claims = [...document.querySelectorAll('[data-claim]')]
    expect(claims.length).toBeGreaterThan(10)
    expect(claims.filter(one => !one.textContent?.includes('paraphrase'))).toEqual([])
  })

  test('three claims of a relation stand open, the rest behind their count', async () => {
    await renderSidebar()
    expect(document.querySelectorAll('[data-claim^="mill#"]')).toHaveLength(3)
    press('2 more')
    expect(document.querySelectorAll('[data-claim^="mill#"]')).toHaveLength(5)
    press('Show fewer')
    expect(document.querySelectorAll('[data-claim^="mill#"]')).toHaveLength(3)
  })

  test('times, repeats, and the same speaker', async () => {
    await renderSidebar()
    expect(claim('isle#1').textContent).toContain('2025; in this article May 2018')
    expect(claim('isle#1').textContent).toContain('The same speaker said otherwise')
    expect(claim('harbour#2').textContent).toContain('time unknown, published 11 Jun 2018')
    const repeats = within(claim('beacon#1'))
    expect(repeats.getByText('Also carried by')).toBeTruthy()
    expect(repeats.getByRole('link', { name: /^Ferry Post/ })).toBeTruthy()
    expect(repeats.queryByRole('link', { name: /Quay Radio/ })).toBeNull()
  })

  test('an outlet’s link opens the article at this claim, a repeat’s at its own; a failure is said', async () => {
    const openArticle = vi.fn(async () => fail('not-found', 'no such claim'))
    await renderSidebar(makeView(), { openArticle })
    const [own, repeat] = within(claim('beacon#1'))
      .getAllByRole('link')
      .filter(link => link.classList.contains('article-link'))
    expect(fireEvent.click(own ?? document.body)).toBe(false)
    expect(fireEvent.click(repeat ?? document.body)).toBe(false)
    expect(openArticle.mock.calls).toEqual([['beacon#1'], ['ferry#1']])
    await waitFor(() => expect(screen.getByText(english('failure_notFound'))).toBeTruthy())
  })

  test('"Why?" opens the reasons and closes them', async () => {
    await renderSidebar()
    const why = within(claim('beacon#1')).getByRole('button', { name: 'Why?' })
    expect(why.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(why)
    expect(claim('beacon#1').textContent).toContain('A rule named “disputes” decided.')
    expect(why.getAttribute('aria-expanded')).toBe('true')
    fireEvent.click(why)
    expect(claim('beacon#1').textContent).not.toContain('A rule named')
  })

  test('claims about others stand apart, closed, by whom they are about', async () => {
    await renderSidebar()
    const fold = card().getByText('2 claims about others').closest('details')
    expect(fold?.open).toBe(false)
    expect(
      within(fold as HTMLElement).getByRole('heading', { name: 'the ministers', hidden: true }),
    ).toBeTruthy()
    expect(within(fold as HTMLElement).getByRole('heading', { name: 'criminals', hidden: true })).toBeTruthy()
  })

  test('what is not placed and what answers nothing is listed', async () => {
    await renderSidebar()
    expect(screen.getByText('1 claim not marked on this page')).toBeTruthy()
    expect(screen.getByText('1 background claim in this article')).toBeTruthy()
    expect(within(claim('tarn#4')).queryByRole('button', { name: 'Show on page' })).toBeNull()
    expect(claim('tarn#4').textContent).toContain('Not found in this page’s text.')
    expect(screen.getByText('Recognised by its words: 9 of 13 passages are in this page.')).toBeTruthy()
    expect(screen.getByText('Some of the same words are carried by')).toBeTruthy()
  })

  test('a claim of the article leads to its words on the page', async () => {
    const { actions } = await renderSidebar()
    press('Show on page', within(claim('tarn#2')))
    expect(actions.showClaim).toHaveBeenCalledWith('tarn#2')
  })

  test('text of a dossier is text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>1</script>'
    const related = makeRelated('agrees', 'yes', { id: 'x#1', statement: hostile, speaker: hostile })
    await renderSidebar(
      makeView({
        reading: makeReading({ questions: [makeQuestion('rotation', hostile, { related: [related] })] }),
      }),
    )
    expect(screen.getByRole('heading', { name: hostile })).toBeTruthy()
    expect(document.querySelector('img, script')).toBeNull()
  })
})

describe('comparing', () => {
  test('shows both sides, takes the focus, and gives it back', async () => {
    await renderSidebar()
    press('Side by side', within(claim('beacon#1')))
    const heading = screen.getByRole('heading', { name: question, level: 2 })
    expect(document.activeElement).toBe(heading)
    const [here, there] = screen.getAllByRole('article').map(side => side.textContent ?? '')
    expect(here).toContain('In this article')
    expect(here).toContain('Handsets for calls are exchanged')
    expect(there).toContain('The president refuses')
    expect(there).toContain('Apr 2018')
    press('Back')
    await waitFor(() =>
      expect(document.activeElement).toBe(
        within(claim('beacon#1')).getByRole('button', { name: 'Side by side' }),
      ),
    )
  })

  test('Escape goes back', async () => {
    await renderSidebar()
    press('Side by side', within(claim('beacon#1')))
    fireEvent.keyDown(screen.getByRole('heading', { name: question }), { key: 'Escape' })
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull()
  })
})

describe('"not about the same thing"', () => {
  test('is said of the pair and can be undone at once', async () => {
    const { actions } = await renderSidebar()
    const pair = { a: 'tarn#1', b: 'beacon#1', question: 'rotation' }
    press('Not the same thing', within(claim('beacon#1')))
    await waitFor(() => press('Undo'))
    expect(actions.judgePair.mock.calls).toEqual([
      [pair, true],
      [pair, false],
    ])
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  })

  test('can be taken back later', async () => {
    const { claim: told } = makeRelated('related', 'no', { id: 'beacon#1' })
    const here = [{ claim: asClaimId('tarn#1'), position: 'yes' as const }]
    const toldApart = [{ here: asClaimId('tarn#1'), claim: told }]
    const { actions } = await renderSidebar(
      makeView({
        reading: makeReading({ questions: [makeQuestion('rotation', 'Is it?', { here, toldApart })] }),
      }),
    )
    expect(screen.getByText('1 claim you set apart')).toBeTruthy()
    fireEvent.click(screen.getByText('Take back'))
    await waitFor(() => expect(actions.loadView).toHaveBeenCalledTimes(2))
    expect(actions.judgePair.mock.calls).toEqual([
      [{ a: 'tarn#1', b: 'beacon#1', question: 'rotation' }, false],
    ])
  })
})

describe('the timeline', () => {
  const points = () =>
    card()
      .getAllByRole('button')
      .filter(button => button.classList.contains('point'))

  test('is one image with a text, and one stop for Tab', async () => {
    await renderSidebar()
    expect(card().getByRole('img').getAttribute('aria-label')).toBe(
      'yes: 6 claims, 2016–2020. no: 3 claims, 2018–2025. partly: 1 claim, 2017–2018. open: 1 claim, 2018. 2 of them are made in this article.',
    )
    expect(points().filter(point => point.tabIndex === 0)).toHaveLength(1)
  })

  test('arrows go through time, with what each point is', async () => {
    await renderSidebar()
    const all = points()
    expect(all).toHaveLength(11)
    all[0]?.focus()
    fireEvent.keyDown(all[0] as HTMLElement, { key: 'End' })
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'no · 2025 · the Chancery › Isle Monthly · later account differs',
    )
    fireEvent.keyDown(all[10] as HTMLElement, { key: 'Home' })
    expect(document.activeElement).toBe(all[0])
  })

  test('a source that several outlets carry is one point with their number', async () => {
    await renderSidebar()
    const carried = points().filter(point =>
      /carried by 3 outlets/.test(point.getAttribute('aria-label') ?? ''),
    )
    expect(carried.map(point => point.getAttribute('aria-label'))).toEqual([
      'no · Apr 2018 · a former adviser › The Beacon · carried by 3 outlets · disputes',
    ])
  })

  test('shows those about others on request, and remembers it while the sidebar lives', async () => {
    const { tell } = await renderSidebar()
    const asked = () => card().getByRole('switch', { name: 'others too (2)' }) as HTMLInputElement
    expect(asked().checked).toBe(false)
    fireEvent.click(asked())
    expect(points()).toHaveLength(13)
    press('Side by side', within(claim('beacon#1')))
    press('Back')
    await tell({ name: 'view/changed' })
    expect(asked().checked).toBe(true)
    expect(points()).toHaveLength(13)
  })

  test('a point about others leads into their fold', async () => {
    await renderSidebar()
    fireEvent.click(card().getByRole('switch', { name: 'others too (2)' }))
    const other = points().find(point => /about another actor/.test(point.getAttribute('aria-label') ?? ''))
    fireEvent.click(other as HTMLElement)
    await waitFor(() => expect(document.activeElement).toBe(claim('vale#2')))
    expect(claim('vale#2').closest('details')?.open).toBe(true)
  })

  test('a point leads to its claim, even into a fold', async () => {
    await renderSidebar()
    const folded = points().find(point => point.getAttribute('aria-label')?.includes('Nov 2019'))
    fireEvent.click(folded as HTMLElement)
    await waitFor(() => expect(document.activeElement).toBe(claim('mill#4')))
    expect(claim('mill#4').classList.contains('is-spotted')).toBe(true)
  })
})

describe('news from outside', () => {
  test('a mark’s card leads to its claim, also the second time', async () => {
    const { tell } = await renderSidebar()
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    await tell({ name: 'focus/changed', event: { claim: asClaimId('tarn#2') } })
    await waitFor(() => expect(document.activeElement).toBe(claim('tarn#2')))
    expect(screen.getByRole('tab', { name: /Claims/ }).getAttribute('aria-selected')).toBe('true')
    screen.getByRole('button', { name: 'Menu' }).focus()
    await tell({ name: 'focus/changed', event: { claim: asClaimId('tarn#2') } })
    await waitFor(() => expect(document.activeElement).toBe(claim('tarn#2')))
  })

  test('a claim that is folded into another leads to that one; a background claim opens its list', async () => {
    const { tell } = await renderSidebar()
    await tell({ name: 'focus/changed', event: { claim: asClaimId('ferry#1') } })
    await waitFor(() => expect(document.activeElement).toBe(claim('beacon#1')))
    await tell({ name: 'focus/changed', event: { claim: asClaimId('tarn#5') } })
    await waitFor(() => expect(document.activeElement).toBe(claim('tarn#5')))
    expect(claim('tarn#5').closest('details')?.open).toBe(true)
  })

  test('a changed view is loaded', async () => {
    const { actions, tell } = await renderSidebar()
    await tell({ name: 'view/changed' })
    await waitFor(() => expect(actions.loadView).toHaveBeenCalledTimes(2))
  })
})

describe('an article that is not on file', () => {
  const view = makeView({ reading: makeUnknownReading() })
  const open = (text: RegExp) => {
    const details = screen.getByRole('heading', { name: text }).closest('details') as HTMLDetailsElement
    details.open = true
    fireEvent(details, new Event('toggle'))
  }

  test('lists the questions, by group, and loads one when it is opened', async () => {
    const { actions } = await renderSidebar(view)
    expect(screen.getByRole('heading', { name: 'This article is not on file yet' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Listening' })).toBeTruthy()
    expect(actions.loadQuestion).not.toHaveBeenCalled()
    open(question)
    await waitFor(() => expect(screen.getByText(/nobody insists/)).toBeTruthy())
    expect(actions.loadQuestion.mock.calls).toEqual([['rotation', 'handsets']])
  })

  test.each<[ModelUse, RegExp]>([
    [{ is: 'reading', read: 0, of: 40 }, /A program is reading it, and what it finds is marked/],
    [{ is: 'done' }, /the program that read it is sure of none, so nothing is marked/],
    [{ is: 'off' }, /its words are not near those of any on file, so nothing is marked/],
    [{ is: 'other language' }, /its words are not near those of any on file/],
    [{ is: 'failed', failure: { kind: 'model-damaged', detail: '' } }, /its words are not near those/],
  ])('says what was done to find something in it: %o', async (modelUse, words) => {
    await renderSidebar(makeView({ reading: { ...makeUnknownReading(), modelUse } }))
    expect(screen.getAllByText(words)).toHaveLength(1)
    expect(screen.getByText(/These are the questions on its topic/)).toBeTruthy()
  })

  test('of a question with very much on file it counts claims, not sources', async () => {
    const reading = makeUnknownReading()
    const [first, ...others] = reading.onFile
    if (!first) expect.fail('no question')
    const many = { ...first, counts: { sources: 27_114, outlets: 412 }, isByClaims: true as const }
    await renderSidebar(makeView({ reading: { ...reading, onFile: [many, ...others] } }))
    expect(screen.getByText('27,114 claims (412 outlets)')).toBeTruthy()
    expect(screen.getByText('1 source (1 outlet)')).toBeTruthy()
  })

  test('says when a question cannot be loaded, and tries again', async () => {
    let tries = 0
    await renderSidebar(view, {
      loadQuestion: async () => {
        tries += 1
        return fail('storage-failed', '')
      },
    })
    open(question)
    await waitFor(() => expect(screen.getByText(/storage did not answer/)).toBeTruthy())
    press('Try again')
    await waitFor(() => expect(tries).toBe(2))
  })
})
