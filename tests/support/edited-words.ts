import fc from 'fast-check'

/** A word of a text that is edited: it keeps its number when it is replaced by another. */
export interface EditedWord {
  number: number
  word: string
}

export interface EditedWords {
  before: EditedWord[]
  after: EditedWord[]
  /** The first and the last number of a passage. */
  from: number
  to: number
}

const syllables = ['ba', 'den', 'kor', 'lis', 'mo', 'nar', 'pel', 'ru', 'sta', 'ti', 'vo', 'zu']
const small = ['e', 'la', 'no', 'ud', 'se', 'in']

/** Invented sentences: every third word is one of a few small ones, the others are one of some hundreds. */
const sentence = fc
  .array(fc.tuple(fc.nat(5), fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 3 })), {
    minLength: 4,
    maxLength: 14,
  })
  .map(words => words.map(([which, parts], at) => (at % 3 === 2 ? (small[which] ?? 'e') : parts.join(''))))

type Change = [kind: number, share: number, length: number, words: string[]]
const change: fc.Arbitrary<Change> = fc.tuple(fc.nat(3), fc.nat(999), fc.nat(12), sentence)

/** A text of sentences, some of which stand in it twice, a passage in it, and the text after some edits anywhere. */
export const editedWords: fc.Arbitrary<EditedWords> = fc
  .tuple(
    fc.array(fc.tuple(sentence, fc.nat(9)), { minLength: 6, maxLength: 24 }),
    fc.nat(999),
    fc.nat(25),
    fc.array(change, { minLength: 1, maxLength: 5 }),
  )
  .map(([sentences, start, length, changes]) => {
    const words = sentences.flatMap(([each, again]) => (again === 0 ? (sentences[0]?.[0] ?? each) : each))
    const before = words.map((each, number) => ({ number, word: each }))
    const to = Math.min(before.length - 1, Math.floor((start / 1_000) * before.length) + 2 + length)
    const from = Math.max(0, to - 2 - length)
    return { before, after: changes.reduce(applyChange, before), from, to }
  })

function applyChange(words: EditedWord[], [kind, share, length, others]: Change): EditedWord[] {
  const at = Math.floor((share / 1_000) * words.length)
  const fresh = others.map(each => ({ number: -1, word: each }))
  const [left, part, right] = [
    words.slice(0, at),
    words.slice(at, at + length + 1),
    words.slice(at + length + 1),
  ]
  if (kind === 0) return [...left, ...fresh, ...part, ...right]
  if (kind === 1) return [...left, ...right]
  if (kind === 2)
    return [...left, ...part.map((each, n) => ({ ...each, word: others[n] ?? each.word })), ...right]
  // The stretch is moved some way.
  return [...left, ...right.slice(0, 20), ...part, ...right.slice(20)]
}
