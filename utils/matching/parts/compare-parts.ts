import type { Standing } from '../../model/comparison'
import { compareValues } from './compare-values'
import type { Part, ValueStanding } from './part'

const mirrored: Record<Standing, Standing> = {
  same: 'same',
  finer: 'coarser',
  coarser: 'finer',
  differs: 'differs',
  only: 'only',
}

/**
 * Compares the parts of one kind as sets: a part is the same where the other statement has it anywhere and however
 * written, more or less exact where that has it so, and differs where only another value stands for it there.
 * Denials are matched one to one instead: "did not deny" denies once more than "denies". Gives how each part of `a` and
 * each of `b` stands to the other statement.
 * @param inPlace whether two parts stand in the same place of both statements, so that one stands for the other
 */
export function compareParts(
  a: readonly Part[],
  b: readonly Part[],
  inPlace: (a: Part, b: Part) => boolean,
): { a: Standing[]; b: Standing[] } {
  if (a[0]?.kind === 'denial') return matchDenials(a, b)
  const pairs: { i: number; j: number; standing: ValueStanding }[] = []
  for (const [i, one] of a.entries()) {
    for (const [j, other] of b.entries()) {
      const standing = compareValues(one.value, other.value, () => inPlace(one, other))
      if (standing !== null) pairs.push({ i, j, standing })
    }
  }
  const ofA: Standing[] = a.map(() => 'only')
  const ofB: Standing[] = b.map(() => 'only')
  for (const wanted of ['same', 'finer', 'coarser'] as const) {
    for (const { i, j, standing } of pairs) {
      if (standing !== wanted) continue
      // The first standing that is found stays.
      if (ofA[i] === 'only') ofA[i] = wanted
      if (ofB[j] === 'only') ofB[j] = mirrored[wanted]
    }
  }
  const differing = pairs.filter(
    ({ i, j, standing }) => standing === 'differs' && ofA[i] === 'only' && ofB[j] === 'only',
  )
  for (const { i, j } of differing) {
    ofA[i] = 'differs'
    ofB[j] = 'differs'
  }
  const settle = (parts: readonly Part[]) => (standing: Standing, index: number) =>
    standing === 'only' && isOne(parts[index]) ? 'same' : standing
  return { a: ofA.map(settle(a)), b: ofB.map(settle(b)) }
}

/** "one phone" beside "a phone" is no difference; beside "two phones" it is another number. */
const isOne = (part: Part | undefined): boolean =>
  part?.value.is === 'figure' && part.value.dimension === 'count' && part.value.max === 1

/** One to one; those by the same word first, so that "not" is left over beside "not … deny". */
function matchDenials(a: readonly Part[], b: readonly Part[]): { a: Standing[]; b: Standing[] } {
  const ofA: Standing[] = a.map(() => 'only')
  const ofB: Standing[] = b.map(() => 'only')
  for (const isSameWord of [true, false]) {
    for (const [i, { value }] of a.entries()) {
      if (ofA[i] === 'same') continue
      const j = b.findIndex(
        (other, index) =>
          ofB[index] === 'only' &&
          compareValues(value, other.value) === 'same' &&
          (!isSameWord || byOf(value) === byOf(other.value)),
      )
      if (j < 0) continue
      ofA[i] = 'same'
      ofB[j] = 'same'
    }
  }
  return { a: ofA, b: ofB }
}

const byOf = (value: Part['value']): string => (value.is === 'denial' ? value.by : '')
