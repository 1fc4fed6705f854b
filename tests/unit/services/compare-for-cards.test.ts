import { expect, test } from 'vitest'
import type { ClaimHere, RelatedClaim } from '../../../utils/model/reading'
import { compareForCards } from '../../../utils/services/compare-for-cards'
import { askedQuestion, makeClaim } from '../../support/make-claim'

const related: RelatedClaim = {
  claim: makeClaim({ id: 'file#1', statement: 'Vell uses three phones.' }),
  position: 'no',
  relation: 'disputes',
  isSameSpeaker: false,
  against: null,
  reasons: [],
  repeats: [],
}
const here: ClaimHere = {
  claim: makeClaim({ id: 'here#1', statement: 'Vell uses two phones.' }),
  span: null,
  sentence: null,
  text: null,
  notPlaced: null,
  markedBy: {
    relation: 'disputes',
    isSameSpeaker: false,
    question: askedQuestion,
    sources: 1,
    strongestOpposing: related,
    strongestAgreeing: null,
  },
}

test('what a card shows is compared word by word, the rest is as it was', () => {
  const alone: ClaimHere = { ...here, markedBy: null }
  const [compared, untouched] = compareForCards([here, alone])
  expect(untouched).toBe(alone)
  expect(compared?.markedBy?.strongestAgreeing).toBeNull()
  expect(compared?.markedBy?.strongestOpposing).toEqual({
    ...related,
    compared: {
      here: [
        { text: 'Vell', kind: 'name', standing: 'same' },
        { text: ' uses ', kind: null, standing: 'same' },
        { text: 'two', kind: 'number', standing: 'differs' },
        { text: ' phones.', kind: null, standing: 'same' },
      ],
      onFile: [
        { text: 'Vell', kind: 'name', standing: 'same' },
        { text: ' uses ', kind: null, standing: 'same' },
        { text: 'three', kind: 'number', standing: 'differs' },
        { text: ' phones.', kind: null, standing: 'same' },
      ],
      areNear: true,
    },
  })
})
