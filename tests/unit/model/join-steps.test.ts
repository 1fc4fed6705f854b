import { expect, test } from 'vitest'
import type { Highlight, JournalEntry } from '../../../utils/model/highlight'
import { joinSteps } from '../../../utils/model/journal'
import { makeHighlight } from '../../support/make-dossier'

const make = (note: string, id = 'h1'): Highlight =>
  makeHighlight(id, { note, createdMs: 1, modifiedMs: note.length + 1 })
const step = (from: string, to: string, atMs: number, id = 'h1'): Omit<JournalEntry, 'id'> => ({
  atMs,
  action: 'change',
  before: [make(from, id)],
  after: [make(to, id)],
})
const last: JournalEntry = { ...step('', 'a', 1000), id: 7 }

test('a note that is written on is one step, undone to where it began', () => {
  expect(joinSteps(last, step('a', 'ab', 2000))).toEqual({ ...last, after: [make('ab')] })
})

test('what is something else, or long after, is a step of its own', () => {
  expect(joinSteps(undefined, step('a', 'ab', 2000))).toBeNull()
  expect(joinSteps(last, step('a', 'ab', 1000 + 11 * 60_000))).toBeNull()
  expect(joinSteps(last, step('x', 'xy', 2000))).toBeNull()
  expect(joinSteps(last, step('a', 'ab', 2000, 'h2'))).toBeNull()
  expect(joinSteps(last, { ...step('a', 'ab', 2000), action: 'delete', after: [] })).toBeNull()
  expect(joinSteps({ ...last, action: 'create' }, step('a', 'ab', 2000))).toBeNull()
})

test('a colour or tags are steps of their own, also while a note is written', () => {
  const before = make('a')
  const pink: Highlight = { ...before, colour: 'pink', modifiedMs: 9 }
  const change = { atMs: 2_000, action: 'change', before: [before], after: [pink] } as const
  expect(joinSteps(last, { ...change, before: [before], after: [pink] })).toBeNull()
  const noted: Highlight = { ...pink, note: 'ab', modifiedMs: 10 }
  const onward = { atMs: 3_000, action: 'change', before: [pink], after: [noted] } as const
  expect(
    joinSteps(
      { ...change, before: [before], after: [pink], id: 8 },
      { ...onward, before: [pink], after: [noted] },
    ),
  ).toBeNull()
})
