import { describe, expect, test } from 'vitest'
import { reduceSidebar } from '../../../../components/sidebar/reduce-sidebar'
import { firstState, type SidebarEvent, undoMinimumMs } from '../../../../components/sidebar/sidebar-state'
import { asClaimId, asHighlightId, asQuestionId } from '../../../../utils/model/ids'
import { makeQuestion } from '../../../support/make-question'
import { makeReading, makeView } from '../../../support/make-reading'

const run = (...events: SidebarEvent[]) => events.reduce(reduceSidebar, firstState)
const loaded: SidebarEvent = { do: 'view/loaded', view: makeView() }
const note = asHighlightId('highlight-0')
const pair = { a: asClaimId('tarn#1'), b: asClaimId('beacon#1'), question: asQuestionId('rotation') }
const compared = { question: pair.question, claim: pair.b, against: pair.a }

describe('loading', () => {
  test('a failure shows, and trying again loads', () => {
    const failed = run({ do: 'view/failed', failure: { kind: 'page-gone', detail: '' } })
    expect(failed).toMatchObject({ phase: 'failed', failure: { kind: 'page-gone' } })
    expect(reduceSidebar(failed, { do: 'view/retried' })).toMatchObject({ phase: 'loading', failure: null })
    expect(reduceSidebar(failed, loaded)).toMatchObject({ phase: 'ready', failure: null })
  })

  test('an extension that went away is not a failure to try again', () => {
    expect(run({ do: 'view/failed', failure: { kind: 'extension-gone', detail: '' } }).phase).toBe('gone')
    expect(run(loaded, { do: 'connection/lost', isForGood: true }).phase).toBe('gone')
    expect(run(loaded, { do: 'connection/lost', isForGood: false }).phase).toBe('failed')
  })

  test('another page in the same tab starts afresh, but typed notes stay', () => {
    const before = run(loaded, { do: 'note/typed', highlight: note, note: 'hm' }, { do: 'info/opened' })
    const other = { ...makeView(), reading: makeReading({ title: 'Another article' }) }
    const after = reduceSidebar(before, { do: 'view/loaded', view: other })
    expect(after.infoVisit).toBe(0)
    expect(after.drafts.get(note)).toBe('hm')
    expect(reduceSidebar(before, loaded).infoVisit).toBe(1)
  })
})

describe('being led to something', () => {
  test('a mark opens the claims, a highlight the highlights, and every visit counts', () => {
    const claim = run(
      loaded,
      { do: 'tab/picked', tab: 'highlights' },
      { do: 'spot/picked', focus: { claim: pair.a }, question: null },
    )
    expect(claim).toMatchObject({ tab: 'claims', spot: { count: 1 } })
    const again = reduceSidebar(claim, { do: 'spot/picked', focus: { highlight: note }, question: null })
    expect(again).toMatchObject({ tab: 'highlights', spot: { count: 2 } })
  })

  test('a comparison closes, and is remembered for the focus', () => {
    const state = run(loaded, { do: 'compare/opened', compared }, { do: 'compare/closed' })
    expect(state).toMatchObject({ compared: null, lastCompared: compared })
  })

  test('a comparison whose claims are gone closes with the next view', () => {
    const open = run(loaded, { do: 'compare/opened', compared })
    expect(reduceSidebar(open, loaded).compared).toEqual(compared)
    const without = makeView({ reading: makeReading({ questions: [makeQuestion('rotation', 'Is it?')] }) })
    expect(reduceSidebar(open, { do: 'view/loaded', view: without }).compared).toBeNull()
  })
})

describe('notes', () => {
  test('a draft is kept when saving fails and dropped when it is saved', () => {
    const typed = run(loaded, { do: 'note/typed', highlight: note, note: 'new' })
    const failed = reduceSidebar(typed, {
      do: 'note/failed',
      highlight: note,
      failure: { kind: 'storage-full', detail: '' },
    })
    expect(failed.drafts.get(note)).toBe('new')
    expect(failed.unsaved.get(note)?.kind).toBe('storage-full')
    const saved = reduceSidebar(failed, { do: 'note/saved', highlight: note, note: 'new' })
    expect(saved.drafts.has(note)).toBe(false)
    expect(saved.unsaved.has(note)).toBe(false)
    expect(saved.view?.highlights[0]?.highlight.note).toBe('new')
  })

  test('what was typed while saving stays a draft', () => {
    const state = run(
      loaded,
      { do: 'note/typed', highlight: note, note: 'new and more' },
      { do: 'note/saved', highlight: note, note: 'new' },
    )
    expect(state.drafts.get(note)).toBe('new and more')
  })
})

describe('undo', () => {
  const offered = run(loaded, { do: 'undo/offered', kind: 'deleted', entry: 7, nowMs: 1_000 })

  test('stays at least ten seconds, whatever is done', () => {
    expect(reduceSidebar(offered, { do: 'acted', nowMs: 1_000 + undoMinimumMs - 1 }).undo).toMatchObject({
      take: { entry: 7 },
    })
    expect(undoMinimumMs).toBeGreaterThanOrEqual(10_000)
  })

  test('goes with the next act after that, and never by itself', () => {
    expect(reduceSidebar(offered, loaded).undo).not.toBeNull()
    expect(reduceSidebar(offered, { do: 'acted', nowMs: 1_000 + undoMinimumMs }).undo).toBeNull()
  })

  test('a pair set apart can be taken back', () => {
    const state = run(loaded, { do: 'pair/set-apart', pair, nowMs: 5 })
    expect(state.undo).toEqual({ kind: 'set-apart', take: { pair }, sinceMs: 5 })
    expect(reduceSidebar(state, { do: 'undo/done' }).undo).toBeNull()
  })
})
