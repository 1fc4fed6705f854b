import fc from 'fast-check'
import { expect, it, describe as suite } from 'vitest'
import { describe } from '../../../utils/anchoring/describe'
import { foldText } from '../../../utils/anchoring/fold-text'
import { resolve } from '../../../utils/anchoring/resolve'
import type { Span } from '../../../utils/model/span'
import { measureGrowth } from '../../support/measure-growth'

/** Texts with few different words among others, so that repeats come often. */
const few = fc.constantFrom('red', 'line', 'the', 'minister', 'said', 'phone', 'a', '😀', 'naïve.', '“no”')
const word = fc.oneof(
  few,
  fc.nat(80).map(which => `w${which}`),
)
const gap = fc.constantFrom(' ', ' ', ' ', '\n', '  ')
const prose = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 })
  .map(parts => parts.flat().join(''))
const anyText = fc.oneof(prose, fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }))

const spanIn = (text: string, a: number, b: number): Span => {
  const start = a % text.length
  return { start, end: start + 1 + (b % (text.length - start)) }
}
/** To whole characters, as describe widens. */
const whole = (text: string, { start, end }: Span): Span => {
  const isLow = (at: number) => at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
  return { start: isLow(start) ? start - 1 : start, end: isLow(end) ? end + 1 : end }
}
/** Marks belong to the letter before them and are found with it: a span that begins or ends between the two is another then. */
const partsMarks = (text: string, { start, end }: Span) =>
  [start, end].some(at => /^\p{M}/u.test(text.slice(at)))
const foldedAt = (text: string, span: Span) => foldText(text.slice(span.start, span.end)).folded

suite('resolve', () => {
  it('finds any passage of an unchanged text at its place', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const span = spanIn(text, a, b)
        expect(resolve(text, describe(text, span))).toEqual({ state: 'exact', span: whole(text, span) })
      }),
      { numRuns: 500 },
    )
  })

  it('finds it again, or says that it cannot, after text came before it', () => {
    let found = 0
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), prose, (text, a, b, added) => {
        const span = whole(text, spanIn(text, a, b))
        const result = resolve(added + text, describe(text, span))
        if (result.state === 'lost' || partsMarks(text, span)) return
        found++
        expect(foldedAt(added + text, result.span)).toBe(foldedAt(text, span))
        // Space at the ends is no word: the span is the one of the words.
        expect(result.span.start).toBeGreaterThanOrEqual(span.start + added.length)
        expect(result.span.end).toBeLessThanOrEqual(span.end + added.length)
        expect(result.state).toBe('moved')
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(100)
  })

  it('never takes one of several equal passages for another', () => {
    const around = fc.tuple(prose, prose)
    let compared = 0
    fc.assert(
      fc.property(
        around,
        fc.array(prose, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        prose,
        (context, fill, pick, added) => {
          const passage = 'the phone was exchanged on Monday'
          const block = ` ${context[0]} ${passage} ${context[1]} `
          const text = fill.map(part => `${part}${block}`).join('')
          let at = -1
          for (let n = 0; n <= pick % fill.length; n++) at = text.indexOf(passage, at + 1)
          const result = resolve(added + text, describe(text, { start: at, end: at + passage.length }))
          if (result.state === 'lost') return
          compared++
          expect(result.span.start).toBe(at + added.length)
        },
      ),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  const text =
    'He has two devices, officials say. One of them never leaves the house, officials say. Aides disagree.'
  const selectorsOf = (words: string, from = text, at = from.indexOf(words)) =>
    describe(from, { start: at, end: at + words.length })

  it('takes white space as it comes', () => {
    const wrapped = text.replaceAll(' ', '\n   ')
    const result = resolve(wrapped, selectorsOf('never leaves the house'))
    expect(result.state).toBe('moved')
    expect(result.state !== 'lost' && foldedAt(wrapped, result.span)).toBe('never leaves the house')
  })

  it('does not join words that stood apart', () => {
    expect(resolve(text.replaceAll(' ', ''), selectorsOf('never leaves the house'))).toMatchObject({
      state: 'lost',
      reason: 'absent',
    })
  })

  it('stays exact where only its surroundings changed', () => {
    const result = resolve(text.replace('Aides disagree.', 'Nobody disagrees.'), selectorsOf('two devices'))
    expect(result).toEqual({
      state: 'exact',
      span: { start: 7, end: 18 },
      around: {
        prefix: 'He has ',
        suffix: ', officials say. One of them never leaves the house, officials say. Nobody disagrees.',
      },
    })
  })

  it('says absent when the words are gone', () => {
    const other = text.replace('never leaves the house', 'is broken')
    expect(resolve(other, selectorsOf('never leaves the house'))).toMatchObject({
      state: 'lost',
      reason: 'absent',
    })
    expect(resolve('', selectorsOf('two devices'))).toMatchObject({ state: 'lost', reason: 'absent' })
  })

  it('does not take a few common words elsewhere for the passage', () => {
    const selectors = selectorsOf('officials say')
    const other =
      'Nothing of it is left. In another story altogether officials say nothing at all about that.'
    expect(resolve(other, selectors)).toMatchObject({ state: 'lost', reason: 'absent' })
  })

  it('takes a long passage that stands once, whatever is around it', () => {
    const words = 'One of them never leaves the house'
    const other = `All is rewritten: “${words}”.`
    expect(resolve(other, selectorsOf(words))).toEqual({
      state: 'moved',
      around: { prefix: 'All is rewritten: “', suffix: '”.' },
      span: { start: other.indexOf(words), end: other.indexOf(words) + words.length },
    })
  })

  it('does not trust the old place in a text that now begins or ends with a copy of itself', () => {
    const whole =
      'Nobody listened to the line, he said, and nothing more was asked of him on that day in May. '
    for (const span of [
      { start: 0, end: 15 },
      { start: 7, end: 24 },
      { start: 0, end: whole.length },
    ]) {
      const selectors = describe(whole, span)
      expect(resolve(whole, selectors)).toEqual({ state: 'exact', span })
      expect(resolve(whole + whole, selectors)).toMatchObject({ state: 'lost', reason: 'two-places' })
    }
  })

  it('leaves out none of many equal places', () => {
    const selectors = describe('w0 the ', { start: 0, end: 1 })
    const result = resolve('w0 the w0 w0 w0 w0 the ', selectors)
    expect(result).toMatchObject({ state: 'lost', reason: 'two-places' })
  })

  it('says two-places rather than guess', () => {
    const once =
      'It was said on Monday that the safe line was tapped for years by its own makers. More at ten.'
    const selectors = selectorsOf('the safe line was tapped', once)
    expect(resolve(`News. ${once} ${once}`, selectors)).toMatchObject({ state: 'lost', reason: 'two-places' })
  })

  it('takes a passage that has no place, as another program’s, where its words stand: it was not moved', () => {
    const [quote] = selectorsOf(
      'the safe line was tapped',
      'It was said on Monday that the safe line was tapped.',
    )
    const page = 'News. It was said on Monday that the safe line was tapped. More at ten.'
    for (const bare of [quote, { ...quote, prefix: '', suffix: '' }]) {
      expect(resolve(page, [bare])).toMatchObject({ state: 'exact' })
      expect(resolve(`${page} ${page}`, [bare])).toMatchObject({ state: 'lost', reason: 'two-places' })
      expect(resolve('Nothing of the kind.', [bare])).toMatchObject({ state: 'lost', reason: 'absent' })
    }
  })

  it('places nothing by a position alone, or by nothing', () => {
    expect(resolve(text, [{ type: 'TextPositionSelector', start: 0, end: 5 }])).toMatchObject({
      state: 'lost',
      reason: 'absent',
    })
    expect(resolve(text, [])).toMatchObject({ state: 'lost', reason: 'absent' })
  })

  it('takes time that grows with the page, on pages that repeat one letter', {
    timeout: 60_000,
  }, async () => {
    const work = (length: number) => {
      const long = 'a'.repeat(length)
      const selectors = describe(long, { start: length * 0.45, end: length * 0.5 })
      expect(resolve(long.slice(0, length * 0.4995), selectors)).toMatchObject({
        state: 'lost',
        reason: 'two-places',
      })
    }
    // Four times as long; the square would be 16.
    expect(await measureGrowth(work, 500_000, 2_000_000)).toBeLessThan(12)
  })
})
