import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import { foldInSteps, foldText, spanOf } from '../../../utils/anchoring/fold-text'

const wordsOf = (text: string) => {
  const { folded, wordStarts, wordEnds } = foldText(text)
  return wordStarts.map((start, at) => folded.slice(start, wordEnds[at]))
}

suite('a folded text', () => {
  it.each([
    ['two  words\n here', 'two words here'],
    ['“Quoted,” ‹she›\u00a0said', "'Quoted,''she'said"],
    ['an en – dash, an em—dash, a non‑breaking hyphen', 'an en-dash,an em-dash,a non-breaking hyphen'],
    ['soft\u00adhyphen and zero\u200bwidth', 'softhyphen and zerowidth'],
    ['ﬁnd the oﬃce …', 'find the office...'],
    ['cafe\u0301', 'café'],
    ['4‴ and 5⁗', "4'''and 5''''"],
    ['Case Stays', 'Case Stays'],
    ['end.Next and end. Next', 'end.Next and end.Next'],
    [' \n ', ''],
  ])('of %j is %j', (text, folded) => {
    expect(foldText(text).folded).toBe(folded)
  })

  it('has words: runs of letters and digits, and each letter of a script without spaces', () => {
    expect(wordsOf('The minister’s 2 phones—déjà vu: 電話は안녕 нет.')).toEqual(
      'The minister s 2 phones déjà vu 電 話 は 안녕 нет'.split(' '),
    )
  })

  it('leads back to whole characters of the text it was made from', () => {
    const text = 'The\u00a0 oﬃce\u00ads “were” cafe\u0301s'
    const folded = foldText(text)
    const at = (words: string) => {
      const start = folded.folded.indexOf(words)
      const span = spanOf(folded, { start, end: start + words.length })
      return text.slice(span.start, span.end)
    }
    expect(at('offices')).toBe('oﬃce\u00ads')
    expect(at("'were'")).toBe('“were”')
    expect(at('cafés')).toBe('cafe\u0301s')
  })

  /** Some accents that stand alone are a space with a mark on it (U+1FBF). */
  const holdsHiddenSpace = (text: string) =>
    Array.from(text).some(each => !/\s/.test(each) && /\s/.test(each.normalize('NFKC')))

  it('keeps the order of any text, and a place for each unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const { folded, starts, ends, wordStarts, wordEnds } = foldText(text)
        expect(starts).toHaveLength(folded.length)
        expect(ends).toHaveLength(folded.length)
        expect(wordEnds).toHaveLength(wordStarts.length)
        for (let at = 1; at < folded.length; at++)
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0)
        expect(Array.from(ends).every((end, at) => end > (starts[at] ?? 0) && end <= text.length)).toBe(true)
        expect(wordStarts.every((start, at) => start < (wordEnds[at] ?? 0))).toBe(true)
        if (!holdsHiddenSpace(text)) expect(foldText(folded).folded).toBe(folded)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is made in steps, which are the same put together', () => {
    const text = 'A passage that is repeated, with “signs” and spaces. '.repeat(3_000)
    let steps = 0
    const work = foldInSteps(text)
    for (;;) {
      const step = work.next()
      if (step.done) {
        expect(step.value.folded).toBe("A passage that is repeated,with'signs'and spaces.".repeat(3_000))
        break
      }
      steps++
    }
    expect(steps).toBeGreaterThan(5)
  })
})
