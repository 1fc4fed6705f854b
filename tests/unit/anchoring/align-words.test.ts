import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import { alignWords } from '../../../utils/anchoring/align-words'
import { foldText } from '../../../utils/anchoring/fold-text'
import { weights } from '../../../utils/anchoring/weights'
import { indexInSteps, type SoughtWord, seek, type WordIndex } from '../../../utils/anchoring/word-index'

function indexOf(text: string): WordIndex {
  const work = indexInSteps(text)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Every way to lay the words over the text, tried out: what the cheapest one costs. */
function leastCost(sought: readonly SoughtWord[], text: readonly number[]): number {
  const from = (row: number, column: number, isIn: boolean): number => {
    const word = sought[row]
    if (!word) return 0
    const rest = text.slice(column).map((id, skipped) => {
      const gap = skipped > 0 && isIn ? weights.newRun + skipped * weights.newWord : 0
      const cost = id === word.id ? 0 : word.weight + weights.otherWord
      return gap + cost + from(row + 1, column + skipped + 1, true)
    })
    // A gap may stand before words that are left out, too: it is the same gap.
    return Math.min(word.weight + from(row + 1, column, isIn), ...rest)
  }
  return from(0, 0, false)
}

const word = fc.constantFrom('ab', 'cd', 'ef', 'gh')

suite('alignWords', () => {
  it('finds the cheapest way', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 6 }),
        (sought, text) => {
          const index = indexOf(text.join(' '))
          const words = seek(index, foldText(sought.join(' ')))
          const { costs, gaps } = alignWords(words, index, 0, text.length)
          const total = [...costs, ...gaps].reduce((sum, each) => sum + each, 0)
          expect(total).toBeCloseTo(leastCost(words, index.ids), 6)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says which word stands for which, and what came in between', () => {
    const index = indexOf('He said the old telephones were, as of today, tapped for years')
    const words = seek(index, foldText('the telephone were tapped for decades'))
    const { at, costs, gaps } = alignWords(words, index, 0, index.ids.length)
    expect(at).toEqual([2, 4, 5, 9, 10, -1])
    expect(costs.map(cost => cost > 0)).toEqual([false, true, false, false, false, true])
    expect(gaps.map(gap => gap > 0)).toEqual([false, true, false, true, false, false])
  })
})
