import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../utils/matching/compare-claims'
import { orderQuestions } from '../../../utils/matching/order-questions'
import { readQuestion } from '../../../utils/matching/read-question'
import { asQuestionId } from '../../../utils/model/ids'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { makeOnFile, noHere, twoPhones, yesHere } from '../../support/make-claim'

describe('orderQuestions', () => {
  const make = (id: string, here: ClaimOnFile[], file: ClaimOnFile[]) => ({
    ...readQuestion(compareClaims(twoPhones, here, file, [])),
    question: { ...twoPhones, id: asQuestionId(id) },
  })
  const readings = [
    make('disputed', [noHere], [makeOnFile('a#1')]),
    make('disputed-here', [yesHere, noHere], []),
    make('qualified', [yesHere], [makeOnFile('a#1', { position: 'partly' })]),
    make('agreed-early', [yesHere], [makeOnFile('a#1')]),
    make('agreed-late', [noHere], [makeOnFile('a#1', { position: 'no' })]),
    make('alone', [yesHere], []),
  ]
  const inText = [yesHere.id, noHere.id]

  test('disputed, disputed here, by relation, in the order of the text, alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), shuffled => {
        expect(orderQuestions(shuffled, inText)).toEqual(readings)
      }),
    )
  })
})
