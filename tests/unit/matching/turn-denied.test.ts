import { expect, test } from 'vitest'
import { maySayContradicts } from '../../../utils/matching/judge-article'
import type { JudgedQuestion } from '../../../utils/matching/judge-sentence'
import { turnDenied } from '../../../utils/matching/turn-denied'
import type { Position } from '../../../utils/model/dossier'
import { asQuestionId } from '../../../utils/model/ids'

const judged = (position: Position, score = 0.9): JudgedQuestion => ({
  question: asQuestionId('listened'),
  score,
  position,
  positionScore: 0.9,
  neighbours: [],
})
const plain = 'the line had been tapped'

test.each<[what: string, turned: Position, whole: Position, words: string, alone: JudgedQuestion[]]>([
  ['what is denied is not so', 'no', 'yes', plain, [judged('yes')]],
  ['the model has read the denial', 'no', 'no', plain, [judged('yes')]],
  ['what people deny is said against them: no is no', 'no', 'no', plain, [judged('no')]],
  ['it is denied that it is not so', 'yes', 'no', 'the line had never been tapped', [judged('no')]],
  ['partly stays', 'partly', 'partly', plain, [judged('partly')]],
  ['unknown stays', 'unknown', 'unknown', plain, [judged('unknown')]],
  ['the words denied are about something else', 'yes', 'yes', plain, [judged('yes', 0.2)]],
  ['the words denied say nothing', 'yes', 'yes', plain, []],
])('%s', (_what, turned, whole, words, alone) => {
  const [said] = turnDenied([judged(whole)], words, alone)
  expect(said?.position).toBe(turned)
  expect(said?.denied).toBe(turned === whole ? undefined : words)
  // What was turned is never sure enough to say that it contradicts something.
  expect(said && maySayContradicts(said)).toBe(turned === whole)
})
