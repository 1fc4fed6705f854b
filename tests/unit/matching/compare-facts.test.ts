import { expect, test } from 'vitest'
import { compareFacts } from '../../../utils/matching/compare-facts'
import { askedQuestion, makeClaim, makeSpeaker } from '../../support/make-claim'

const compare = (here: Parameters<typeof makeClaim>[0], onFile: Parameters<typeof makeClaim>[0]) =>
  compareFacts(makeClaim(here), makeClaim(onFile), askedQuestion)

test('what is the same is the same, also under another spelling', () => {
  const minister = makeSpeaker('Minister Ada Quill')
  expect(compare({}, { speaker: minister })).toEqual({
    position: 'same',
    speaker: 'same',
    modality: 'same',
    about: 'same',
  })
})

test('what differs differs', () => {
  expect(
    compare({}, { position: 'no', speaker: makeSpeaker('Rena Folk'), modality: 'denies', about: '2030' }),
  ).toEqual({ position: 'differs', speaker: 'differs', modality: 'differs', about: 'differs' })
})

test.each([
  ['2031-05', '2031-05-10', 'finer'],
  ['2031-05', '2031', 'coarser'],
  ['2031-05', '2031-05/2031-06', 'coarser'],
  ['2031-05/2031-06', '2031-06/2031-07', 'differs'],
  ['2031-05', null, 'unknown'],
  ['2031-05', 'some day', 'unknown'],
] as const)('the time %s against %s on file: %s', (here, onFile, standing) => {
  expect(compare({ about: here }, { about: onFile }).about).toBe(standing)
})

test('of an anonymous speaker nobody can tell', () => {
  const aides = makeSpeaker('two aides', 'anonymous')
  expect(compare({ speaker: aides }, { speaker: aides }).speaker).toBe('unknown')
  expect(compare({ speaker: aides }, {}).speaker).toBe('unknown')
})

test('an answer that one does not give cannot be compared', () => {
  expect(compare({}, { bearsOn: [] }).position).toBe('unknown')
})
