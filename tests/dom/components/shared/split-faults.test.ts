import { expect, test } from 'vitest'
import { splitFaults } from '../../../../components/shared/split-faults'

test.each([
  ['claims[3].bearsOn[0].question: no such question', 'claims[3].bearsOn[0].question', 'no such question'],
  ['spotting[“a: b”].terms: is missing', 'spotting[“a: b”].terms', 'is missing'],
  [
    'claims[0].id: belongs to the dossier “x: y” already',
    'claims[0].id',
    'belongs to the dossier “x: y” already',
  ],
  ['line 3, column 14: expected a value', 'line 3, column 14', 'expected a value'],
  ['the file must be an object', '', 'the file must be an object'],
  ['the file is “a: b”', '', 'the file is “a: b”'],
  ['… and 12 more', '', '… and 12 more'],
])('%s', (line, path, what) => {
  expect(splitFaults(line)).toEqual([{ path, what }])
})

test('one a line; none is no fault', () => {
  expect(splitFaults('a: x\nb: y\n').map(({ path }) => path)).toEqual(['a', 'b'])
  expect(splitFaults('')).toEqual([])
})
